import { signal } from '@preact/signals-core'
import type { KnownLibrary } from '#core/bridge/libraries.ts'
import { callBridge } from './bridge.ts'
import { savePending } from './closing.ts'
import { shownDialog } from './dialogs.ts'
import { notify } from './notices.ts'

/** The libraries that were open before, the last one first; null before they were asked for. */
export const knownLibraries = signal<readonly KnownLibrary[] | null>(null)
/** Whether another library is being opened. Then the page takes no commands: they would be about the one that is left. */
let switching = false
export const isSwitching = (): boolean => switching
/** What waits until it is known which library it is about. */
let awaited: (() => void)[] = []

/** Does work now, or once another library could not be opened; when it was, the page is loaded anew, and the work is that page's. */
export function whenLibraryStays(work: () => void): void {
  if (switching) awaited.push(work)
  else work()
}

const tell = (text: string): void => void notify({ kind: 'failure', text })

/** Shows the libraries that were open before, and the way to others. */
export async function showLibraries(): Promise<void> {
  const listed = await callBridge('libraries.list', undefined)
  if (!listed.ok) return tell(listed.error.message)
  knownLibraries.value = listed.value
  shownDialog.value = 'libraries'
}

/**
 * While libraries change places nothing can be written that would belong to neither.
 * @param work says whether another library is there; the page then waits to be loaded anew
 */
async function withoutInput(work: () => Promise<boolean>): Promise<void> {
  const { activeElement, body } = document
  switching = true
  body.inert = true
  let isLeft = false
  try {
    isLeft = await work()
  } finally {
    if (!isLeft) {
      body.inert = false
      switching = false
      if (activeElement instanceof HTMLElement) activeElement.focus()
      const waiting = awaited
      awaited = []
      for (const act of waiting) act()
    }
  }
}

/**
 * Saves what is pending and opens another library; the page is loaded anew with it. What the library's disk refuses is kept for when it
 * is next opened; where that is not possible either, the library stays.
 */
export async function switchLibrary(library: string): Promise<void> {
  if (switching) return
  await withoutInput(async () => {
    const { saved, kept } = await savePending()
    if (!saved && !kept) {
      tell('Not everything is saved, so the library stays open. Save it, or save a copy of it, and try again.')
      return false
    }
    const switched = await callBridge('libraries.switch', { library })
    if (switched.ok) shownDialog.value = null
    else if (switched.error.code !== 'cancelled') tell(switched.error.message)
    return switched.ok
  })
}

/** Lets the reader choose the folder of a library, or an empty one for a new library, and opens it. */
export async function chooseLibrary(how: 'open' | 'new'): Promise<void> {
  const chosen = await callBridge('libraries.choose', { how })
  if (!chosen.ok) tell(chosen.error.message)
  else if (chosen.value !== null) await switchLibrary(chosen.value.library)
}

/** Takes a library from the list. */
export async function forgetLibrary(library: string): Promise<void> {
  const listed = await callBridge('libraries.forget', { library })
  if (listed.ok) knownLibraries.value = listed.value
  else tell(listed.error.message)
}

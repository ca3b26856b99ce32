import { signal } from '@preact/signals-core'
import type { KnownLibrary } from '#core/bridge/libraries.ts'
import { callBridge } from './bridge.ts'
import { savePending } from './closing.ts'
import { shownDialog } from './dialogs.ts'
import { notify } from './notices.ts'

/** The libraries that were open before, the last one first; null before they were asked for. */
export const knownLibraries = signal<readonly KnownLibrary[] | null>(null)
/** Whether another library is being opened. */
let switching = false

const tell = (text: string): void => void notify({ kind: 'failure', text })

/** Shows the libraries that were open before, and the way to others. */
export async function showLibraries(): Promise<void> {
  const listed = await callBridge('libraries.list', undefined)
  if (!listed.ok) return tell(listed.error.message)
  knownLibraries.value = listed.value
  shownDialog.value = 'libraries'
}

/** While libraries change places nothing can be written that would belong to neither. */
async function withoutInput(work: () => Promise<void>): Promise<void> {
  const { activeElement, body } = document
  switching = true
  body.inert = true
  try {
    await work()
  } finally {
    body.inert = false
    switching = false
    if (activeElement instanceof HTMLElement) activeElement.focus()
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
    if (!saved && !kept)
      return tell('Not everything is saved, so the library stays open. Save it, or save a copy of it, and try again.')
    const switched = await callBridge('libraries.switch', { library })
    if (switched.ok) shownDialog.value = null
    else if (switched.error.code !== 'cancelled') tell(switched.error.message)
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

import { signal } from '@preact/signals-core'
import type { LibraryState } from '#core/bridge/calls.ts'
import type { Failure } from '#core/result/result.ts'
import { callBridge, listen } from './bridge.ts'
import { notify } from './notices.ts'

/** The open library; null while it is being opened, or when it could not be (see `libraryFailure`). */
export const library = signal<LibraryState | null>(null)
export const libraryFailure = signal<Failure | null>(null)

export async function loadLibrary(): Promise<void> {
  const result = await callBridge('library.state', undefined)
  if (result.ok) {
    library.value = result.value
    libraryFailure.value = null
  } else {
    libraryFailure.value = result.error
  }
}

/** Keeps the list of documents up to date; returns a function that stops. */
export const followLibrary = (): (() => void) =>
  listen('library.documents', documents => {
    const state = library.peek()
    if (state !== null) library.value = { ...state, documents }
  })

const articles = (count: number): string => (count === 1 ? 'One article is' : `${count} articles are`)

/** Lets the reader choose files and brings them in. Returns the ids of what was added or was there already. */
export async function importFiles(): Promise<readonly string[]> {
  const result = await callBridge('library.import', undefined)
  if (!result.ok) {
    if (result.error.code !== 'cancelled') notify({ kind: 'failure', text: result.error.message })
    return []
  }
  const { ids, failures } = result.value
  for (const failure of failures) notify({ kind: 'failure', text: failure })
  if (ids.length > 0) notify({ kind: 'success', text: `${articles(ids.length)} in your library.` })
  await loadLibrary()
  return ids
}

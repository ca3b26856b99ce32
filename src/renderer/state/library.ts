import { signal } from '@preact/signals-core'
import type { ImportSummary, LibraryState } from '#core/bridge/calls.ts'
import type { Failure, Result } from '#core/result/result.ts'
import { callBridge, listen } from './bridge.ts'
import { reportImport } from './import-report.ts'
import { notify } from './notices.ts'

/** The open library; null while it is being opened, or when it could not be (see `libraryFailure`). */
export const library = signal<LibraryState | null>(null)
export const libraryFailure = signal<Failure | null>(null)

function show(result: Result<LibraryState>): void {
  if (result.ok) library.value = result.value
  libraryFailure.value = result.ok ? null : result.error
}

export async function loadLibrary(): Promise<void> {
  show(await callBridge('library.state', undefined))
}

/** Makes a library in the folder that was asked for and is not there. */
export async function createLibrary(): Promise<void> {
  show(await callBridge('library.create', undefined))
}

/** Opens the library once more, for one that could only be read; true when it can be written now. */
export async function reopenLibrary(): Promise<boolean> {
  show(await callBridge('library.reopen', undefined))
  return library.peek()?.writable === true
}

function change(changes: Partial<LibraryState>): void {
  const state = library.peek()
  if (state !== null) library.value = { ...state, ...changes }
}

/** Keeps the list of documents and the warnings up to date; returns a function that stops. */
export function followLibrary(): () => void {
  const stops = [
    listen('library.documents', documents => change({ documents })),
    listen('library.warnings', warnings => change({ warnings })),
    listen('library.remark', text => notify({ kind: 'warning', text })),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

const articles = (count: number): string => (count === 1 ? 'One article is' : `${count} articles are`)

const notImported = (count: number): string =>
  count === 1 ? 'One file was not imported.' : `${count} files were not imported.`

/** Says what an import came to. Returns the ids of what was added or was there already. */
export function takeIn(result: Result<ImportSummary>): readonly string[] {
  if (!result.ok) {
    if (result.error.code !== 'cancelled') notify({ kind: 'failure', text: result.error.message })
    return []
  }
  const { ids, failures, cancelled } = result.value
  const reported = reportImport(result.value)
  if (!reported) for (const failure of failures) notify({ kind: 'failure', text: failure })
  if (cancelled > 0) notify({ kind: 'information', text: `${notImported(cancelled)} You cancelled the import.` })
  if (ids.length > 0 && !reported) notify({ kind: 'success', text: `${articles(ids.length)} in your library.` })
  return ids
}

/**
 * Brings files in. Returns the ids of what was added or was there already, and the files that look like newer copies and wait for
 * the reader's word.
 */
export async function importFiles(
  ask: () => Promise<Result<ImportSummary>>,
): Promise<Pick<ImportSummary, 'ids' | 'newer'>> {
  const result = await ask()
  const ids = takeIn(result)
  if (result.ok) await loadLibrary()
  return { ids, newer: result.ok ? result.value.newer : [] }
}

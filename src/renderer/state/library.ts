import { signal } from '@preact/signals-core'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { DocumentChanges, ImportSummary, LibraryState } from '#core/bridge/calls.ts'
import type { Failure, Result } from '#core/result/result.ts'
import { countsInWords } from './marks-in-words.ts'
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
  void loadAllDocuments()
}

/** Opens the library once more, for one that could only be read; true when it can be written now. */
export async function reopenLibrary(): Promise<boolean> {
  show(await callBridge('library.reopen', undefined))
  void loadAllDocuments()
  return library.peek()?.writable === true
}

/** Shows an article's folder in the system's file manager. */
export async function revealDocument(id: string): Promise<void> {
  const result = await callBridge('library.reveal', { id })
  if (!result.ok) notify({ kind: 'failure', text: result.error.message })
}

function change(changes: Partial<LibraryState>): void {
  const state = library.peek()
  if (state !== null) library.value = { ...state, ...changes }
}

/** So many documents are asked for at once: more would hold up what the reader does meanwhile. */
const PAGE = 1_000

/** What became different while the list was on its way. */
let meanwhile: DocumentChanges[] = []

const withChanges = (
  documents: readonly DocumentEntry[],
  { changed, removed }: DocumentChanges,
): readonly DocumentEntry[] => {
  const newer = new Map(changed.map(entry => [entry.id, entry]))
  const gone = new Set(removed)
  const kept = documents.flatMap(entry => {
    if (gone.has(entry.id)) return []
    const other = newer.get(entry.id) ?? entry
    newer.delete(entry.id)
    return [other]
  })
  return [...kept, ...newer.values()]
}

function takeInChanges(changes: DocumentChanges): void {
  meanwhile.push(changes)
  const state = library.peek()
  if (state !== null) change({ documents: withChanges(state.documents, changes), total: changes.total })
}

/** Asks for the rest of the list, a part after the other; what is not there yet when the window starts is most of a long one. */
export async function loadAllDocuments(): Promise<void> {
  const path = library.peek()?.path
  if (path === undefined || (library.peek()?.total ?? 0) <= (library.peek()?.documents.length ?? 0)) return
  meanwhile = []
  const documents: DocumentEntry[] = []
  for (let total = 1; documents.length < total;) {
    const page = await callBridge('library.documents', { from: documents.length, count: PAGE })
    if (library.peek()?.path !== path) return
    if (!page.ok) {
      notify({ kind: 'failure', text: `Not all articles can be listed. ${page.error.message}` })
      return
    }
    documents.push(...page.value.documents)
    total = page.value.documents.length === 0 ? 0 : page.value.total
  }
  // Pages that were read while the list changed may hold one twice.
  const once = new Map(documents.map(entry => [entry.id, entry]))
  change({ documents: meanwhile.reduce(withChanges, [...once.values()]) })
}

/** Keeps the list of documents and the warnings up to date; returns a function that stops. */
export function followLibrary(): () => void {
  const stops = [
    listen('library.documents', takeInChanges),
    listen('library.warnings', warnings => change({ warnings })),
    listen('library.remark', text => notify({ kind: 'warning', text })),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** A number of one could be taken for all that there is. */
const articles = (count: number): string => (count === 1 ? 'The article is' : `${count} articles are`)

/** Says that articles are there; of a file whose content was there before, that it is the same. */
function sayArrived({ ids, duplicates }: ImportSummary): void {
  const [same] = duplicates
  if (ids.length === 1 && same !== undefined)
    notify({ kind: 'information', text: `This file is in your library already, as “${same.title}”.` })
  else if (ids.length > 0) notify({ kind: 'success', text: `${articles(ids.length)} now in your library.` })
}

const notImported = (count: number): string =>
  count === 1 ? 'One file was not imported.' : `${count} files were not imported.`

/** Says what an import came to. Returns the ids of what was added or was there already. */
export function takeIn(result: Result<ImportSummary>): readonly string[] {
  if (!result.ok) {
    if (result.error.code !== 'cancelled') notify({ kind: 'failure', text: result.error.message })
    return []
  }
  const { ids, failures, cancelled, arrived } = result.value
  const reported = reportImport(result.value)
  if (!reported) for (const failure of failures) notify({ kind: 'failure', text: failure })
  if (cancelled > 0) notify({ kind: 'information', text: `${notImported(cancelled)} You cancelled the import.` })
  if (!reported) sayArrived(result.value)
  for (const { title, counts } of arrived)
    notify({ kind: 'success', text: `Marks had waited for “${title}”: ${countsInWords(counts)}.` })
  return ids
}

/**
 * Brings files in. Returns the ids of what was added or was there already, and the files that look like newer copies and wait for
 * the reader's word.
 */
export async function importFiles(
  ask: () => Promise<Result<ImportSummary>>,
): Promise<Pick<ImportSummary, 'ids' | 'newer' | 'marks'>> {
  const result = await ask()
  const ids = takeIn(result)
  return { ids, newer: result.ok ? result.value.newer : [], marks: result.ok ? result.value.marks : [] }
}

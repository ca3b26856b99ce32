import { Low } from 'lowdb'
import type { Result } from '#core/result/result.ts'
import { succeed } from '#core/result/result.ts'
import { FORMAT, libraryIndexFormat, libraryPaths } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { documentFolders, mergeIndexes } from './library-index.ts'
import type { Disk } from './store/disk.ts'
import { DurableAdapter } from './store/durable-adapter.ts'
import { GuardedDatabase } from './store/guarded-database.ts'
import { inspectFile } from './store/inspect-file.ts'
import { openDatabase } from './store/open-database.ts'
import { removeJournals } from './store/remove-journals.ts'
import { putBack, setAside } from './store/set-aside.ts'
import type { TrashedDocument } from './trash/trash-files.ts'
import { copiesOfFolders, copiesOfLibraryFile } from './uniting/copies-in-folder.ts'

export interface OpenIndexOptions {
  readonly folder: string
  /** True for a library that is being made: its index need not be there. */
  readonly isNew: boolean
  readonly readOnlyReason: string | null
  readonly now: () => string
  readonly disk?: Disk | undefined
}

export interface OpenedIndex {
  readonly index: GuardedDatabase<LibraryIndex>
  readonly warnings: readonly string[]
}

const REBUILT =
  'library.json was damaged or missing and no earlier version was left. The list of articles was made anew from their ' +
  'folders; reading positions start over.'

/** Puts the index that was made anew in place; what is damaged is set aside first. */
const keepRebuilt = async (path: string, index: LibraryIndex, now: string): Promise<Result<null>> => {
  if ((await inspectFile(path, libraryIndexFormat)).state === 'damaged') {
    const aside = await setAside(path, now)
    if (!aside.ok) return aside
  }
  const back = await putBack(path, index)
  return back.ok ? removeJournals(path) : back
}

/** Makes the index anew from the documents. When it cannot be written, or nothing may be, the library is for reading. */
const rebuild = async (options: OpenIndexOptions): Promise<Result<OpenedIndex>> => {
  const { folder, now, disk } = options
  const path = libraryPaths(folder).index
  // Loaded when it is needed, here and below: almost no start finds anything amiss.
  const { rebuildIndex } = await import('./restoring/entries-of-folders.ts')
  const rebuilt = await rebuildIndex(folder, now())
  if (!rebuilt.ok) return rebuilt
  let { readOnlyReason } = options
  if (readOnlyReason === null) {
    const kept = await keepRebuilt(path, rebuilt.value, now())
    if (!kept.ok) readOnlyReason = kept.error.message
  }
  const adapter = new DurableAdapter(path, libraryIndexFormat, disk)
  const low = new Low(adapter, rebuilt.value)
  const format = libraryIndexFormat
  const index = new GuardedDatabase({ low, adapter, format, readOnlyReason, warnings: [], merge: mergeIndexes, now })
  return succeed({ index, warnings: [REBUILT] })
}

const articles = (count: number): string => (count === 1 ? '1 article' : `${count} articles`)

const trashedThere = async (folder: string): Promise<readonly TrashedDocument[]> => {
  const { readTrash } = await import('./trash/trash-files.ts')
  const read = await readTrash(folder)
  return read.ok ? read.value : []
}

/** What became of a folder in which another copy of the library wrote on after its document was moved to the trash; null when it is none. */
const strayOf = async (
  folder: string,
  id: string,
  trashed: readonly TrashedDocument[],
  now: () => string,
): Promise<string | null> => {
  if (trashed.length === 0) return null
  const { moveStrayToTrash } = await import('./trash/strays.ts')
  return moveStrayToTrash(folder, id, trashed, now())
}

/** Brings the index in line with the folders that are there; gives a line for each thing that was not in line. */
const compareWithFolders = async (
  { folder, now }: OpenIndexOptions,
  index: GuardedDatabase<LibraryIndex>,
): Promise<Result<string[]>> => {
  const { documents } = libraryPaths(folder)
  const folders = await documentFolders(documents)
  if (!folders.ok) return folders
  const listed = new Map(index.data.documents.map(entry => [entry.id, entry]))
  const there = new Set(folders.value)
  const missing = [...listed.values()].filter(({ id }) => !there.has(id))
  const candidates = folders.value.filter(id => !listed.has(id))
  // Almost no start finds a folder that is missing or too many; only then the trash may say why.
  const trashed = missing.length + candidates.length > 0 ? await trashedThere(folder) : []
  const inTrash = new Set(trashed.map(({ entry }) => entry.id))
  const moved = missing.filter(({ id }) => inTrash.has(id))
  if (moved.length > 0 && index.readOnlyReason === null) {
    const gone = new Set(moved.map(({ id }) => id))
    await index.update(data => ({ ...data, documents: data.documents.filter(({ id }) => !gone.has(id)) }))
  }
  const warnings = missing
    .filter(({ id }) => !inTrash.has(id))
    .map(({ id, title }) => `The folder documents/${id} of “${title}” is missing. Bring it back from a backup.`)

  const unlisted: string[] = []
  for (const id of candidates) {
    const line = index.readOnlyReason === null ? await strayOf(folder, id, trashed, now) : null
    if (line === null) unlisted.push(id)
    else warnings.push(line)
  }
  if (unlisted.length === 0 || index.readOnlyReason !== null) return succeed(warnings)
  const { entriesOfFolders } = await import('./restoring/entries-of-folders.ts')
  const { entries, unreadable } = await entriesOfFolders(documents, unlisted)
  if (entries.length > 0) {
    const added = await index.update(data => ({ ...data, documents: [...data.documents, ...entries] }))
    warnings.push(
      `${articles(entries.length)} in the library's folder had not been listed, and now ${entries.length === 1 ? 'is' : 'are'}.`,
    )
    if (!added.ok) warnings.push(added.error.message)
  }
  for (const id of unreadable)
    warnings.push(`The folder documents/${id} holds no readable article. Run “pathmark check --repair”.`)
  return succeed(warnings)
}

/** Takes in what sync programs left of other copies of the index; a line for each, and for copies of documents' folders. */
const takeInCopies = async (
  { folder, now }: OpenIndexOptions,
  index: GuardedDatabase<LibraryIndex>,
): Promise<string[]> => {
  if (index.readOnlyReason !== null) return []
  const copies = await copiesOfLibraryFile(folder, 'library.json')
  const folders = await copiesOfFolders(
    libraryPaths(folder).documents,
    index.data.documents.map(({ id }) => id),
  )
  if (copies.length === 0 && folders.length === 0) return []
  const { takeInIndexCopies, tellCopiedFolders } = await import('./uniting/copies-of-library.ts')
  return [...(await takeInIndexCopies({ folder, now }, index, copies)), ...tellCopiedFolders(folders)]
}

/** Opens a library's index: as it is, as it was before its last change, or made anew from the documents' folders. */
export const openIndex = async (options: OpenIndexOptions): Promise<Result<OpenedIndex>> => {
  const { folder, isNew, readOnlyReason, now, disk } = options
  const opened = await openDatabase<LibraryIndex>({
    path: libraryPaths(folder).index,
    format: libraryIndexFormat,
    initial: isNew ? { format: FORMAT, created: now(), documents: [] } : null,
    damagedCode: 'library-damaged',
    merge: mergeIndexes,
    readOnlyReason,
    now,
    ...(disk && { disk }),
  })
  if (!opened.ok) return opened.error.code === 'library-damaged' ? rebuild(options) : opened
  const index = opened.value
  const copies = await takeInCopies(options, index)
  const compared = await compareWithFolders(options, index)
  return compared.ok ? succeed({ index, warnings: [...index.warnings, ...copies, ...compared.value] }) : compared
}

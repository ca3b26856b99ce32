import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { countAnnotations, countMechanisms, entryOfArticle, withVersions } from './document-entry.ts'
import {
  articleFormat,
  documentPaths,
  isDocumentId,
  libraryPaths,
  mechanismsFormat,
  notesFormat,
  versionsFormat,
} from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { readFailure, systemCode } from './store/disk-failure.ts'
import { isTemporaryName } from './store/durable-file.ts'
import { inspectFile } from './store/inspect-file.ts'

/** Ids of the document folders that are there, in the order of their names; none when there is no such folder. */
export const documentFolders = async (documents: string): Promise<Result<string[]>> => {
  try {
    const found = await readdir(documents, { withFileTypes: true })
    return succeed(
      found
        .filter(entry => entry.isDirectory() && isDocumentId(entry.name))
        .map(({ name }) => name)
        .toSorted(),
    )
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? succeed([]) : { ok: false, error: readFailure(error, documents) }
  }
}

/**
 * Removes what imports that were interrupted left behind; the files they came from are where they were.
 * What cannot be removed stays: it is in nobody's way, and `pathmark check` lists it.
 */
export const removeUnfinishedImports = async (documents: string): Promise<void> => {
  try {
    const found = await readdir(documents, { withFileTypes: true })
    const unfinished = found.filter(entry => entry.isDirectory() && isTemporaryName(entry.name))
    await Promise.all(unfinished.map(({ name }) => rm(join(documents, name), { recursive: true, force: true })))
  } catch (error) {
    if (systemCode(error) === null) throw error
  }
}

/** The index's line for a document folder, read from its files. Fails when there is no good article in it. */
export const entryOfFolder = async (documents: string, id: string): Promise<Result<DocumentEntry>> => {
  const paths = documentPaths(join(documents, id))
  const article = await inspectFile(paths.article, articleFormat)
  if (article.state !== 'good' || article.value.id !== id) {
    return fail('document-damaged', `The folder ${paths.folder} holds no readable article of that id.`)
  }
  const [notes, mechanisms, versions] = await Promise.all([
    inspectFile(paths.notes, notesFormat),
    inspectFile(paths.mechanisms, mechanismsFormat),
    inspectFile(paths.versions, versionsFormat),
  ])
  const entry = entryOfArticle(article.value, {
    annotations: notes.state === 'good' ? countAnnotations(notes.value.annotations) : 0,
    mechanisms: mechanisms.state === 'good' ? countMechanisms(mechanisms.value.found, mechanisms.value.cards) : 0,
  })
  return succeed(versions.state === 'good' ? withVersions(entry, versions.value) : entry)
}

/** Lines for the given folders, in the order in which they were imported, and the folders that have none. */
export const entriesOfFolders = async (
  documents: string,
  ids: readonly string[],
): Promise<{ entries: DocumentEntry[]; unreadable: string[] }> => {
  const entries: DocumentEntry[] = []
  const unreadable: string[] = []
  for (const id of ids) {
    const entry = await entryOfFolder(documents, id)
    if (entry.ok) entries.push(entry.value)
    else unreadable.push(id)
  }
  return { entries: entries.toSorted((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : 0)), unreadable }
}

/** The index as it follows from the documents' folders. Reading positions are not in them and start over. */
export const rebuildIndex = async (folder: string, now: string): Promise<Result<LibraryIndex>> => {
  const { documents } = libraryPaths(folder)
  const folders = await documentFolders(documents)
  if (!folders.ok) return folders
  const { entries } = await entriesOfFolders(documents, folders.value)
  return succeed({ format: 1, created: entries[0]?.added ?? now, documents: entries })
}

/** Two states of an index: every document of either, ours where both have one. */
export const mergeIndexes = (ours: LibraryIndex, theirs: LibraryIndex): LibraryIndex => {
  const known = new Set(ours.documents.map(({ id }) => id))
  return { ...ours, documents: [...ours.documents, ...theirs.documents.filter(({ id }) => !known.has(id))] }
}

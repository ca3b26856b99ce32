import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { countShown } from '../count-shown.ts'
import { entryOfNotes } from '../document-counts.ts'
import { entryOfArticle, withVersions } from '../entry-of-article.ts'
import { FORMAT, articleFormat, documentPaths, libraryPaths, notesFormat, versionsFormat } from '../library-files.ts'
import { mechanismsFormat } from '../mechanism-files.ts'
import type { LibraryIndex } from '../library-files.ts'
import { documentFolders } from '../library-index.ts'
import { inspectFile } from '../store/inspect-file.ts'

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
    ...(notes.state === 'good' ? entryOfNotes(notes.value) : { annotations: 0 }),
    mechanisms: mechanisms.state === 'good' ? countShown(mechanisms.value) : 0,
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
  return succeed({ format: FORMAT, created: entries[0]?.added ?? now, documents: entries })
}

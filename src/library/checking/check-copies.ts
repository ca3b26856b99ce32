import { join } from 'node:path'
import type { Check } from './check-report.ts'
import { libraryPaths } from '../library-files.ts'
import { copiesOfDocument, copiesOfFolders, copiesOfLibraryFile } from '../uniting/copies-in-folder.ts'

/**
 * Lists what sync programs left of other copies of the library. Repairing does not touch it: it is taken in, or told of,
 * when the library is opened.
 */
export const checkCopies = async (check: Check, ids: readonly string[]): Promise<void> => {
  const waits = (path: string, of: string): void =>
    check.report(path, `a copy of ${of} that a sync program left; it is taken in when that is next opened`, false)
  for (const file of ['library.json', 'lexicon.json', 'waiting-marks.json'] as const) {
    for (const { name } of await copiesOfLibraryFile(check.folder, file)) waits(name, file)
  }
  const { documents } = libraryPaths(check.folder)
  for (const id of ids) {
    for (const { name, of } of await copiesOfDocument(join(documents, id))) waits(`documents/${id}/${name}`, of)
  }
  for (const { name, id } of await copiesOfFolders(documents, ids)) {
    check.report(
      `documents/${name}`,
      `looks like a copy of documents/${id} that a sync program left; nothing in it is shown`,
      false,
    )
  }
}

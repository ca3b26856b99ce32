import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  articleFormat,
  documentPaths,
  layoutFormat,
  libraryPaths,
  notesFormat,
  reportFormat,
  versionPaths,
  versionsFormat,
} from '../library-files.ts'
import { documentFolders } from '../library-index.ts'
import { waitingFormat } from '../foreign-marks/waiting-file.ts'
import { mechanismsFormat, ownLexiconFormat } from '../mechanism-files.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { systemCode } from '../store/disk-failure.ts'
import type { FileFormat } from '../store/file-format.ts'
import { inspectFile } from '../store/inspect-file.ts'
import type { FileState } from '../store/inspect-file.ts'
import { TRASH, TRASHED_FILE, trashFolders, trashedFormat } from '../trash/trash-files.ts'

/** A JSON file that may be there, and what reads it by its format. */
export interface FileWithFormat {
  readonly path: string
  readonly inspect: () => Promise<FileState<object>>
}

const file = <T extends object>(path: string, format: FileFormat<T>): FileWithFormat => ({
  path,
  inspect: () => inspectFile(path, format),
})

const versionNumbers = async (document: string): Promise<number[]> => {
  try {
    return (await readdir(join(document, 'versions'))).filter(name => /^[1-9]\d*$/u.test(name)).map(Number)
  } catch (error) {
    if (systemCode(error) === null) throw error
    return []
  }
}

/** The JSON files of one document and of its other versions; those of a version that is being placed come before its list. */
const filesOfDocumentWithFormat = async (folder: string): Promise<FileWithFormat[]> => {
  const paths = documentPaths(folder)
  const numbers = await versionNumbers(folder)
  const ofVersions = numbers.flatMap(number => {
    const version = versionPaths(folder, number)
    return [
      file(version.article, articleFormat),
      file(version.layout, layoutFormat),
      file(version.notes, notesFormat),
      file(version.mechanisms, mechanismsFormat),
      file(version.notesBegun, notesFormat),
      file(version.mechanismsBegun, mechanismsFormat),
      file(version.report, reportFormat),
    ]
  })
  return [
    ...ofVersions,
    file(paths.article, articleFormat),
    file(paths.layout, layoutFormat),
    file(paths.notes, notesFormat),
    file(paths.mechanisms, mechanismsFormat),
    file(paths.versions, versionsFormat),
  ]
}

/** Those of a document in the trash, of which `trashed.json` is the only one that no other document has. */
const filesOfTrashedWithFormat = async (folder: string): Promise<FileWithFormat[]> => [
  ...(await filesOfDocumentWithFormat(folder)),
  file(join(folder, TRASHED_FILE), trashedFormat),
]

/** What finds each document's files, also of those in the trash, and the library's own but its index at the end. Fails as the disk does. */
export const filesByDocument = async (library: string): Promise<Result<(() => Promise<FileWithFormat[]>)[]>> => {
  const { documents, lexicon, waitingMarks } = libraryPaths(library)
  const folders = await documentFolders(documents)
  if (!folders.ok) return folders
  const trashed = await trashFolders(library)
  if (!trashed.ok) return trashed
  return succeed([
    ...folders.value.map(id => () => filesOfDocumentWithFormat(join(documents, id))),
    ...trashed.value.map(name => () => filesOfTrashedWithFormat(join(library, TRASH, name))),
    () => Promise.resolve([file(lexicon, ownLexiconFormat), file(waitingMarks, waitingFormat)]),
  ])
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  articleFormat,
  documentPaths,
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
    file(paths.notes, notesFormat),
    file(paths.mechanisms, mechanismsFormat),
    file(paths.versions, versionsFormat),
  ]
}

/** What finds each document's files, and the library's own but its index at the end. Fails as the disk does. */
export const filesByDocument = async (library: string): Promise<Result<(() => Promise<FileWithFormat[]>)[]>> => {
  const { documents, lexicon, waitingMarks } = libraryPaths(library)
  const folders = await documentFolders(documents)
  if (!folders.ok) return folders
  return succeed([
    ...folders.value.map(id => () => filesOfDocumentWithFormat(join(documents, id))),
    () => Promise.resolve([file(lexicon, ownLexiconFormat), file(waitingMarks, waitingFormat)]),
  ])
}

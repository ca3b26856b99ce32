import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { libraryPaths } from '../library-files.ts'
import { documentFolders } from '../library-index.ts'
import { TRASH, trashFolders } from '../trash/trash-files.ts'
import { systemCode } from '../store/disk-failure.ts'

/** A file as it was found: its path relative to the library, its size in bytes, and what tells this state of it from another. */
export interface FoundFile {
  readonly path: string
  readonly size: number
  readonly stamp: string
}

/**
 * What belongs to one document, or to the library as a whole, and is copied together: the files in the order in which they
 * are to be read. A journal's end comes last, so that what was added to it meanwhile is a repetition at worst.
 */
export interface FileGroup {
  /** Id of the document; null for the library's own files. */
  readonly document: string | null
  readonly files: readonly FoundFile[]
}

/**
 * The names under which a file may stand, in the order of reading: the whole, then what was folded into it last, then what
 * was not yet. The version before its last change is left out, as the whole is never away.
 */
const namesOfFile = (name: string): string[] => [
  `${name}.json`,
  `${name}.journal.jsonl.previous`,
  `${name}.journal.jsonl`,
]

const OF_LIBRARY = ['library', 'lexicon', 'waiting-marks'].flatMap(namesOfFile)
const OF_DOCUMENT = ['trashed', 'versions', 'notes', 'notes.begun', 'mechanisms', 'mechanisms.begun'].flatMap(
  namesOfFile,
)

const find = async (library: string, path: string): Promise<FoundFile | null> => {
  try {
    const found = await stat(join(library, path), { bigint: true })
    if (!found.isFile()) return null
    return { path, size: Number(found.size), stamp: `${found.ino} ${found.size} ${found.mtimeNs}` }
  } catch (error) {
    // Gone, or out of reach: whoever reads it is told.
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** What is in a folder; nothing when there is none. Throws what else the disk has against it: whoever makes a backup is told. */
const namesOf = async (folder: string): Promise<ReadonlySet<string>> => {
  try {
    return new Set(await readdir(folder))
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return new Set()
    throw error
  }
}

/** Those of the names that stand in a folder: to ask for each of them takes several times as long where there are ten thousand folders. */
const findAmong = async (library: string, folder: string, there: ReadonlySet<string>, names: readonly string[]) => {
  const paths = names.filter(name => there.has(name)).map(name => (folder === '' ? name : `${folder}/${name}`))
  const found = await Promise.all(paths.map(path => find(library, path)))
  return found.filter(file => file !== null)
}

/** What the reader made of one document, with what belongs to its other versions. */
export const filesOfDocument = (library: string, id: string): Promise<FileGroup> =>
  filesIn(library, `documents/${id}`, id)

const filesIn = async (library: string, folder: string, document: string | null): Promise<FileGroup> => {
  const names = await namesOf(join(library, folder))
  const files = await findAmong(library, folder, names, OF_DOCUMENT)
  if (!names.has('versions')) return { document, files }
  const versions = `${folder}/versions`
  const numbers = [...(await namesOf(join(library, versions)))].filter(name => /^[1-9]\d*$/u.test(name))
  const ofVersions = await Promise.all(
    numbers.map(async number => {
      const within = `${versions}/${number}`
      return findAmong(library, within, await namesOf(join(library, within)), OF_DOCUMENT)
    }),
  )
  return { document, files: [...files, ...ofVersions.flat()] }
}

/** The files of the library itself: its index, the names that the reader gave, and the marks that wait for their articles. */
const filesOfLibrary = async (library: string): Promise<FileGroup> => ({
  document: null,
  files: await findAmong(library, '', await namesOf(library), OF_LIBRARY),
})

/** What finds each group that makes up a backup, the library's own files first. Fails as the disk does. */
export const groupsOfLibrary = async (library: string): Promise<Result<readonly (() => Promise<FileGroup>)[]>> => {
  const documents = await documentFolders(libraryPaths(library).documents)
  if (!documents.ok) return documents
  const trashed = await trashFolders(library)
  if (!trashed.ok) return trashed
  return succeed([
    () => filesOfLibrary(library),
    ...documents.value.map(id => () => filesOfDocument(library, id)),
    // What the reader wrote in a document stays in the backups while it is in the trash.
    ...trashed.value.map(name => () => filesIn(library, `${TRASH}/${name}`, null)),
  ])
}

import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { DocumentDatabases } from '../document-databases.ts'
import { inspectLibraryFolder } from '../inspect-library-folder.ts'
import { libraryIndexFormat, libraryPaths } from '../library-files.ts'
import type { LibraryIndex } from '../library-files.ts'
import { documentFolders, mergeIndexes } from '../library-index.ts'
import type { LibraryWork } from '../library-work.ts'
import { waitingFormat } from '../foreign-marks/waiting-file.ts'
import type { LibraryMarks } from '../foreign-marks/library-marks.ts'
import { ownLexiconFormat } from '../mechanism-files.ts'
import type { OwnNames } from '../own-names.ts'
import { systemCode } from '../store/disk-failure.ts'
import type { GuardedDatabase } from '../store/guarded-database.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { readTrash } from '../trash/trash-files.ts'
import { readVersions } from '../updating/read-version.ts'
import { addDocument } from './add-document.ts'
import { takeInDocument } from './take-in-copies.ts'
import type { UnitedRecords } from './united-records.ts'

/** What came of one document of the other library. */
export interface UnitedDocument {
  readonly id: string
  readonly title: string
  /** `in-trash`: it was moved to the trash here, and stays there. */
  readonly status: 'added' | 'united' | 'unchanged' | 'in-trash' | 'failed'
  /** Of a document that was united: what came from the other one. */
  readonly brought: string | null
  /** Of one that failed: why, in a line. */
  readonly error?: string
}

export interface UnitedFolder {
  readonly documents: readonly UnitedDocument[]
  /** How many of the reader's names are new or other than they were. */
  readonly names: number
}

export interface UniteFolderOptions {
  /** This library's folder. */
  readonly folder: string
  readonly index: GuardedDatabase<LibraryIndex>
  readonly databases: Pick<DocumentDatabases, 'notes' | 'mechanisms'>
  readonly united: UnitedRecords
  readonly names: () => Promise<OwnNames>
  readonly marks: Pick<LibraryMarks, 'takeIn'>
  readonly work: Pick<LibraryWork, 'change' | 'changeTogether'>
  readonly now: () => string
}

const sameFolder = async (one: string, other: string): Promise<boolean> => {
  try {
    return (await realpath(one)) === (await realpath(other))
  } catch (error) {
    if (systemCode(error) === null) throw error
    return false
  }
}

const uniteDocument = async (options: UniteFolderOptions, from: string, id: string): Promise<UnitedDocument> => {
  const { folder, index, work } = options
  const entry = (): string => index.data.documents.find(document => document.id === id)?.title ?? id
  const failed = (error: string): UnitedDocument => ({ id, title: entry(), status: 'failed', brought: null, error })
  const versions = await readVersions(join(from, id))
  if (!versions.ok) return failed(versions.error.message)
  if (versions.value !== null && versions.value.placing !== null)
    return failed('An update of it is not finished there. Open that library once, and try again.')
  if (!index.data.documents.some(document => document.id === id)) {
    const trashed = await readTrash(folder)
    const owner = trashed.ok ? trashed.value.find(document => document.entry.id === id) : undefined
    if (owner !== undefined) return { id, title: owner.entry.title, status: 'in-trash', brought: null }
    const added = await work.change(async () => {
      const made = await addDocument(from, libraryPaths(folder).documents, id)
      if (!made.ok) return made
      return index.update(data => ({ ...data, documents: [...data.documents, made.value] }))
    })
    return added.ok ? { id, title: entry(), status: 'added', brought: null } : failed(added.error.message)
  }
  const taken = await work.changeTogether(id, async () => succeed(await takeInDocument(options, id, join(from, id))))
  if (!taken.ok) return failed(taken.error.message)
  if ('why' in taken.value) return failed(taken.value.why)
  const { brought } = taken.value
  return { id, title: entry(), status: brought === null ? 'unchanged' : 'united', brought }
}

const uniteNames = async ({ names, work }: UniteFolderOptions, from: string): Promise<Result<number>> => {
  const theirs = await inspectFile(libraryPaths(from).lexicon, ownLexiconFormat)
  if (theirs.state === 'missing') return succeed(0)
  if (theirs.state !== 'good')
    return fail('library-damaged', 'The names in lexicon.json of that library cannot be read.')
  return work.change(async () => (await names()).takeIn(theirs.value))
}

/** Marks that wait for their articles in either library. */
const uniteWaiting = async ({ marks }: UniteFolderOptions, from: string): Promise<Result<number>> => {
  const theirs = await inspectFile(libraryPaths(from).waitingMarks, waitingFormat)
  if (theirs.state === 'missing') return succeed(0)
  if (theirs.state !== 'good')
    return fail('library-damaged', 'The marks in waiting-marks.json of that library cannot be read.')
  return marks.takeIn(theirs.value)
}

/** Where the reader is in each article: the later of both places. */
const unitePlaces = async ({ index, work }: UniteFolderOptions, from: string): Promise<Result<null>> => {
  const theirs = await inspectFile(libraryPaths(from).index, libraryIndexFormat)
  if (theirs.state !== 'good') return succeed(null)
  return work.change(() =>
    index.update(ours => {
      const here = new Set(ours.documents.map(({ id }) => id))
      return mergeIndexes(ours, { ...theirs.value, documents: theirs.value.documents.filter(({ id }) => here.has(id)) })
    }),
  )
}

/**
 * Brings the records of another library into this one, and the documents that are only there. Nothing is changed in the other library's
 * folder. Fails with `library-missing` when there is none, with `nothing-to-do` when it is this one, or as the disk does; what fails
 * for one document is said of that document.
 */
export const uniteFolder = async (options: UniteFolderOptions, other: string): Promise<Result<UnitedFolder>> => {
  const from = resolve(other)
  if (await sameFolder(from, options.folder))
    return fail('nothing-to-do', 'That is this library itself. Name the folder of the other copy.')
  const state = await inspectLibraryFolder(from)
  if (!state.ok) return state
  if (state.value !== 'library') return fail('library-missing', `There is no library in ${from}. Check the path.`)
  const { documents } = libraryPaths(from)
  const ids = await documentFolders(documents)
  if (!ids.ok) return ids
  const united: UnitedDocument[] = []
  for (const id of ids.value) united.push(await uniteDocument(options, documents, id))
  const names = await uniteNames(options, from)
  if (!names.ok) return names
  const waiting = await uniteWaiting(options, from)
  if (!waiting.ok) return waiting
  const places = await unitePlaces(options, from)
  return places.ok ? succeed({ documents: united, names: names.value }) : places
}

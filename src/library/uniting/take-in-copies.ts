import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { singleIn, singleKind, singleNames } from '#core/annotation/single-records.ts'
import type { DocumentDatabases } from '../document-databases.ts'
import { notesFormat, versionsFormat } from '../library-files.ts'
import type { Notes } from '../library-files.ts'
import { systemCode } from '../store/disk-failure.ts'
import type { FoundCopy } from './copies-in-folder.ts'
import { readFileCopy, readJournalCopy } from './read-copy.ts'
import type { ReadCopy } from './read-copy.ts'
import { takeInVersions } from './take-in-versions.ts'
import { changeBy, counted, countNew, takeInEach } from './taken-in.ts'
import type { TakenIn } from './taken-in.ts'
import type { UnitedRecords } from './united-records.ts'

export interface TakeInOptions {
  /** The library's folder. */
  readonly folder: string
  readonly databases: Pick<DocumentDatabases, 'notes' | 'mechanisms'>
  readonly united: UnitedRecords
  readonly now: () => string
}

const describeNotes = (before: Notes, after: Notes): string | null => {
  const annotations = counted(countNew(before.annotations, after.annotations), 'annotation', 'annotations')
  const singles = singleNames
    .filter(name => singleIn(before, name) !== singleIn(after, name))
    .map(name => singleKind(name).title)
  return [annotations, ...singles].filter(part => part !== null).join(' and ') || null
}

const takeInNotes = async (
  options: TakeInOptions,
  id: string,
  path: string,
  copy: Pick<FoundCopy, 'isJournal'>,
): Promise<TakenIn> => {
  const opened = await options.databases.notes(id)
  if (!opened.ok) return { why: opened.error.message }
  const database = opened.value
  if (database.readOnlyReason !== null) return { why: database.readOnlyReason }
  const read: ReadCopy<Notes> = copy.isJournal
    ? await readJournalCopy(path, notesFormat, database.data)
    : await readFileCopy(path, notesFormat)
  if ('why' in read) return read
  const theirs = read.value
  if (theirs.document !== id) return { why: `it belongs to another article (${theirs.document})` }
  return changeBy(database, notes => options.united.notes.takeIn(id, notes, theirs), describeNotes)
}

const takeInMechanisms = async (
  options: TakeInOptions,
  id: string,
  path: string,
  copy: Pick<FoundCopy, 'isJournal'>,
): Promise<TakenIn> => {
  const opened = await options.databases.mechanisms(id)
  if (!opened.ok) return { why: opened.error.message }
  const database = opened.value
  if (database.readOnlyReason !== null) return { why: database.readOnlyReason }
  const { mechanismsFormat } = await import('../mechanism-files.ts')
  const read = copy.isJournal
    ? await readJournalCopy(path, mechanismsFormat, database.data)
    : await readFileCopy(path, mechanismsFormat)
  if ('why' in read) return read
  const united = await options.united.mechanisms()
  // What is found belongs to the article that is read here; only what the reader made of it is taken in.
  const take = (ours: typeof read.value) => united.takeIn(id, ours, { ...read.value, extractor: ours.extractor })
  return changeBy(database, take, (before, after) => {
    const ofReader = ({ cards, effectDecisions = [] }: typeof before): readonly object[] => [
      ...cards,
      ...effectDecisions,
    ]
    return counted(countNew(ofReader(before), ofReader(after)), 'card or decision', 'cards and decisions')
  })
}

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

const takeInOne = async (options: TakeInOptions, id: string, path: string, copy: FoundCopy): Promise<TakenIn> => {
  if (copy.of === 'notes.json') return takeInNotes(options, id, path, copy)
  if (copy.of === 'mechanisms.json') return takeInMechanisms(options, id, path, copy)
  const read = await readFileCopy(path, versionsFormat)
  return 'why' in read ? read : takeInVersions(dirname(path), read.value)
}

/** Takes in what another folder of the same document says of notes, cards and decisions. Files that are not there say nothing. */
export const takeInDocument = async (options: TakeInOptions, id: string, folder: string): Promise<TakenIn> => {
  const brought: string[] = []
  for (const [name, take] of [
    ['notes.json', takeInNotes],
    ['mechanisms.json', takeInMechanisms],
  ] as const) {
    const path = join(folder, name)
    if (!(await isFile(path))) continue
    const taken = await take(options, id, path, { isJournal: false })
    if ('why' in taken) return { why: `${name} there was not taken in: ${taken.why}` }
    if (taken.brought !== null) brought.push(taken.brought)
  }
  return { brought: brought.length === 0 ? null : brought.join(', ') }
}

/** Takes in what the copies of a document's files say, as `takeInEach` does. */
export const takeInCopies = (
  options: TakeInOptions,
  id: string,
  copies: readonly FoundCopy[],
): Promise<readonly string[]> =>
  takeInEach({ library: options.folder, path: `documents/${id}`, now: options.now }, copies, (path, copy) =>
    takeInOne(options, id, path, copy),
  )

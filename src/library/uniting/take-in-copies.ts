import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { DocumentDatabases } from '../document-databases.ts'
import { documentPaths, notesFormat, versionsFormat } from '../library-files.ts'
import type { Notes } from '../library-files.ts'
import { systemCode } from '../store/disk-failure.ts'
import type { GuardedDatabase } from '../store/guarded-database.ts'
import type { FoundCopy } from './copies-in-folder.ts'
import { moveToTrash } from './move-to-trash.ts'
import { readFileCopy, readJournalCopy } from './read-copy.ts'
import type { ReadCopy } from './read-copy.ts'
import { takeInVersions } from './take-in-versions.ts'
import type { UnitedRecords } from './united-records.ts'

export interface TakeInOptions {
  /** The library's folder. */
  readonly folder: string
  readonly databases: Pick<DocumentDatabases, 'notes' | 'mechanisms'>
  readonly united: UnitedRecords
  readonly now: () => string
}

/** What became of one copy: what came from it (null: nothing that was not there already), or why it stays where it is. */
export type TakenIn = { readonly brought: string | null } | { readonly why: string }

const counted = (count: number, one: string, many: string): string | null => {
  if (count === 0) return null
  return count === 1 ? `one ${one}` : `${count} ${many}`
}

/** How many of the records that are there now were not there before as they are now. */
const countNew = (before: readonly object[], after: readonly object[]): number => {
  const known = new Set(before)
  return after.filter(record => !known.has(record)).length
}

/** Changes a database by what a copy says, and says what came from it. A value that stays as it is costs no write. */
const changeBy = async <T extends object>(
  database: GuardedDatabase<T>,
  take: (value: T) => T,
  describe: (before: T, after: T) => string | null,
): Promise<TakenIn> => {
  let brought: string | null = null
  const saved = await database.update(before => {
    const after = take(before)
    brought = after === before ? null : describe(before, after)
    return after
  })
  return saved.ok ? { brought } : { why: saved.error.message }
}

const describeNotes = (before: Notes, after: Notes): string | null => {
  const annotations = counted(countNew(before.annotations, after.annotations), 'annotation', 'annotations')
  const pageNote = before.pageNote === after.pageNote ? null : 'the page note'
  return [annotations, pageNote].filter(part => part !== null).join(' and ') || null
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

const takeInOne = async (options: TakeInOptions, id: string, copy: FoundCopy): Promise<TakenIn> => {
  const paths = documentPaths(join(options.folder, 'documents', id))
  const path = join(paths.folder, copy.name)
  if (copy.of === 'notes.json') return takeInNotes(options, id, path, copy)
  if (copy.of === 'mechanisms.json') return takeInMechanisms(options, id, path, copy)
  const read = await readFileCopy(path, versionsFormat)
  return 'why' in read ? read : takeInVersions(paths.folder, read.value)
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

/** Says of one copy what became of it. */
export const describeTakenIn = (name: string, of: string, taken: TakenIn, trash: Result<string> | null): string => {
  if ('why' in taken)
    return (
      `“${name}” looks like a copy of ${of} that a sync program made, but ${taken.why}. ` +
      'It stays where it is; move it out of the library when you do not need it.'
    )
  const brought =
    taken.brought === null
      ? 'Nothing was in it that is not here already.'
      : `${taken.brought.charAt(0).toUpperCase()}${taken.brought.slice(1)} came from it.`
  const kept = trash?.ok === true ? `It is kept in ${trash.value}.` : 'It could not be moved into trash/ and stays.'
  return `A sync program left “${name}”, a copy of ${of}, and it was united with what is here. ${brought} ${kept}`
}

/**
 * Takes in what the copies of a document's files say, each of which is moved to the trash when all of it is on the
 * disk. What cannot be used stays. Gives a line for each.
 */
export const takeInCopies = async (
  options: TakeInOptions,
  id: string,
  copies: readonly FoundCopy[],
): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const copy of copies) {
    const taken = await takeInOne(options, id, copy)
    const trash =
      'why' in taken ? succeed('') : await moveToTrash(options.folder, `documents/${id}/${copy.name}`, options.now())
    lines.push(describeTakenIn(copy.name, copy.of, taken, trash))
  }
  return lines
}

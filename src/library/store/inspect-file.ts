import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Failure } from '#core/result/result.ts'
import { previousPath } from './durable-file.ts'
import { readFailure, systemCode } from './disk-failure.ts'
import { migrate } from './file-format.ts'
import type { FileFormat, ReadFields } from './file-format.ts'
import { NO_JOURNALS, readJournals } from './journal-file.ts'
import type { ReadJournals } from './journal-file.ts'
import { readJson } from './read-json.ts'

/** What a file turned out to be. Only a good one, and a newer one that can still be read, has a value. */
export type FileState<T> =
  | {
      readonly state: 'good'
      readonly value: T
      /** Names of the steps that brought it from an older format to this program's; the file itself is as it was. */
      readonly migrated: readonly string[]
      /** Paths of journals beside it that hold lines which cannot be read; what they said is missing. */
      readonly garbled: readonly string[]
    }
  | { readonly state: 'missing' }
  | {
      readonly state: 'damaged'
      readonly problem: string
      /** True when all that is wrong is that its checksum is that of another content, as after a change by hand. */
      readonly changed: boolean
    }
  | { readonly state: 'too-new'; readonly version: number; readonly value: T | null }
  | { readonly state: 'unreadable'; readonly failure: Failure }

/** The state of a file that cannot be used; `problem` is one clause. */
export const damaged = (problem: string): FileState<never> => ({ state: 'damaged', problem, changed: false })

const CHANGED: FileState<never> = {
  state: 'damaged',
  problem: 'its checksum is not that of its content',
  changed: true,
}

/** What a reader can do who has changed a file by hand; the damaged one is kept under the name that the warning tells. */
export const CHANGED_BY_HAND =
  'If you changed it yourself, take the last field, “checksum”, out of the file that is kept, close Pathmark, and put that file in its place.'

/** The first thing wrong with the value, with the way to it: `documents.0.title: Expected string`. */
const firstProblem = (issues: readonly v.BaseIssue<unknown>[]): string => {
  const [issue] = issues
  if (!issue) return 'its content is not as it should be'
  const path = v.getDotPath(issue)
  return path === null ? issue.message : `${path}: ${issue.message}`
}

/** What is wrong with a value that is to be written, or was read, in one clause; null when nothing is. */
export const problemWith = <T>(value: unknown, schema: v.GenericSchema<T, T>): string | null =>
  v.is(schema, value) ? null : firstProblem(v.safeParse(schema, value, { abortEarly: true }).issues ?? [])

/** Judges fields that were read. They are given back as they are, so that those this version does not know are kept. */
const inspectFields = <T>(fields: ReadFields, format: FileFormat<T>): FileState<T> => {
  const { format: version } = fields
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return damaged('it does not say its format')
  if (version > format.version) {
    const asOurs = { ...fields, format: format.version }
    return { state: 'too-new', version, value: v.is(format.schema, asOurs) ? asOurs : null }
  }
  const migrated = migrate(fields, version, format)
  if (migrated === null) return damaged(`nothing can be made of format ${version}`)
  const value: unknown = migrated.fields
  if (v.is(format.schema, value)) return { state: 'good', value, migrated: migrated.steps, garbled: [] }
  return damaged(problemWith(value, format.schema) ?? 'its content is not as it should be')
}

/** Judges the bytes of a file. */
export const inspectBytes = <T>(bytes: Uint8Array, format: FileFormat<T>): FileState<T> => {
  const read = readJson(bytes)
  if ('problem' in read) return damaged(read.problem)
  const found = inspectFields(read.fields, format)
  // The rule of the checksum holds for newer formats as well.
  return read.checksum === 'wrong' && found.state !== 'damaged' ? CHANGED : found
}

const inspectAlone = async <T>(path: string, format: FileFormat<T>): Promise<FileState<T>> => {
  try {
    return inspectBytes(await readFile(path), format)
  } catch (error) {
    return systemCode(error) === 'ENOENT'
      ? { state: 'missing' }
      : { state: 'unreadable', failure: readFailure(error, path) }
  }
}

/** What the file says with what the lines of its journals add. */
const withJournals = <T>(file: FileState<T>, { journal }: FileFormat<T>, read: ReadJournals): FileState<T> => {
  if (!journal || read.lines.length + read.garbled.length === 0) return file
  if (file.state === 'good') return { ...file, value: journal.replay(file.value, read.lines), garbled: read.garbled }
  if (file.state !== 'too-new' || file.value === null) return file
  return { ...file, value: journal.replay(file.value, read.lines) }
}

/** As `inspectFile`, with what was found of its journals. */
export const inspectWithJournals = async <T>(
  path: string,
  format: FileFormat<T>,
  file = path,
): Promise<{ readonly file: FileState<T>; readonly journals: ReadJournals }> => {
  const journals = await readJournals(path, format.journal)
  if (!journals.ok) return { file: { state: 'unreadable', failure: journals.error }, journals: NO_JOURNALS }
  const found = await inspectAlone(file, format)
  return { file: withJournals(found, format, journals.value), journals: journals.value }
}

/** Reads one file with the journals beside it and says what it is. Changes nothing. */
export const inspectFile = async <T>(path: string, format: FileFormat<T>): Promise<FileState<T>> =>
  (await inspectWithJournals(path, format)).file

/** The version before the file was last written as a whole, with the same journals, judged in the same way. */
export const inspectPrevious = async <T>(path: string, format: FileFormat<T>): Promise<FileState<T>> =>
  (await inspectWithJournals(path, format, previousPath(path))).file

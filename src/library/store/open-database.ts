import { basename } from 'node:path'
import { Low } from 'lowdb'
import { fail, succeed } from '#core/result/result.ts'
import type { FailureCode, Result } from '#core/result/result.ts'
import type { Disk } from './disk.ts'
import { DurableAdapter } from './durable-adapter.ts'
import { findReplacement, putInPlace } from './find-replacement.ts'
import type { MissingChanges, Replacement, ReplacementRules } from './find-replacement.ts'
import { GuardedDatabase } from './guarded-database.ts'
import { CHANGED_BY_HAND, inspectPrevious } from './inspect-file.ts'
import type { FileState } from './inspect-file.ts'
import { journalPath, readJournals } from './journal-file.ts'
import { replaceJournals } from './remove-journals.ts'
import { setAllAside } from './set-aside.ts'

export interface OpenDatabaseOptions<T extends object> extends ReplacementRules<T> {
  /** What a file holds that was never written; null when the file has to be there. */
  readonly initial: T | null
  /** Why nothing may be written; null when it may. */
  readonly readOnlyReason: string | null
  /** The code of the failure when the file is damaged and no earlier version is left. */
  readonly damagedCode: Extract<FailureCode, 'library-damaged' | 'document-damaged'>
  readonly merge: (ours: T, theirs: T) => T
  readonly now: () => string
  /** Takes a line about what is found amiss later on. */
  readonly warn?: (line: string) => void
  readonly disk?: Disk
}

interface Opened<T> {
  readonly value: T
  readonly warnings: readonly string[]
  readonly readOnlyReason: string | null
}

const REPAIR = 'Run “pathmark check --repair”, or bring the file back from a backup.'

/** Sets the damaged files aside and puts `value` in place; the sentence says under what names they are kept. */
const restore = async (
  { path, now }: Pick<OpenDatabaseOptions<object>, 'path' | 'now'>,
  value: object,
  damaged: readonly string[],
): Promise<Result<string>> => {
  const kept = await setAllAside(damaged, now())
  if (!kept.ok) return kept
  const back = await putInPlace(path, value, damaged)
  if (!back.ok) return back
  return succeed(kept.value.length === 0 ? '' : ` What was damaged is kept as ${kept.value.join(' and ')}.`)
}

const INSTEAD: Readonly<Record<MissingChanges, string>> = {
  none: 'The version before it, and the journal of all changes since then, take its place; none is missing.',
  some: 'The version before it takes its place, and what can be read of the journal; some of the changes since then are missing.',
  last: 'The version before its last change is used; that change may be lost.',
  later: 'The version before its last change is used; later changes are missing.',
}

/** What was wrong with the file (`problem` says how it is damaged, null that it is missing), and what takes its place. */
const toldOf = (path: string, problem: string | null, { source }: Replacement<object>): string => {
  const was = `${basename(path)} was ${problem === null ? 'missing' : `damaged (${problem})`}`
  return source.from === 'remade' ? `${was}; ${source.how}.` : `${was}. ${INSTEAD[source.missing]}`
}

/**
 * Uses another value in place of a file that is damaged or gone. When that cannot be put in place, on a full disk for
 * example, it is used for reading only, and the damaged file stays as it is.
 */
const replace = async <T extends object>(
  options: OpenDatabaseOptions<T>,
  problem: string | null,
  replacement: Replacement<T>,
): Promise<Opened<T>> => {
  const { readOnlyReason, path } = options
  const { value, damaged } = replacement
  const told = toldOf(path, problem, replacement)
  if (readOnlyReason !== null) return { value, warnings: [told], readOnlyReason }
  const restored = await restore(options, value, damaged)
  return restored.ok
    ? { value, warnings: [`${told}${restored.value}`], readOnlyReason }
    : { value, warnings: [told], readOnlyReason: restored.error.message }
}

const tooNew = (path: string, found: number, known: number): string =>
  `${basename(path)} was written by a newer version of Pathmark (format ${found}, this one knows ${known}). ` +
  'Update Pathmark to change it.'

/** What is missing when journals beside a sound file are damaged: nothing of the one before, which the file has taken in. */
const toldOfJournals = (path: string, garbled: readonly string[]): string => {
  const current = journalPath(path)
  if (garbled.includes(current)) return `Some changes in ${basename(current)} cannot be read and are missing.`
  return `${garbled.map(journal => basename(journal)).join(' and ')} was damaged; nothing is missing.`
}

/** Uses a file that is sound. Lines of its journals that are not are told, and kept in a file of their own. */
const useSound = async <T extends object>(
  { path, now, readOnlyReason }: OpenDatabaseOptions<T>,
  value: T,
  garbled: readonly string[],
): Promise<Opened<T>> => {
  if (garbled.length === 0) return { value, warnings: [], readOnlyReason }
  const told = toldOfJournals(path, garbled)
  if (readOnlyReason !== null) return { value, warnings: [told], readOnlyReason }
  const replaced = await replaceJournals(path, value, garbled, now())
  return replaced.ok
    ? { value, warnings: [`${told} What was damaged is kept as ${replaced.value.join(' and ')}.`], readOnlyReason }
    : { value, warnings: [told], readOnlyReason: replaced.error.message }
}

const useFile = async <T extends object>(
  options: OpenDatabaseOptions<T>,
  file: FileState<T>,
): Promise<Result<Opened<T>>> => {
  const { path, format, readOnlyReason } = options
  if (file.state === 'good') return succeed(await useSound(options, file.value, file.garbled))
  if (file.state === 'unreadable') return { ok: false, error: file.failure }
  if (file.state === 'too-new') {
    const reason = tooNew(path, file.version, format.version)
    if (!file.value) return fail('format-version-too-new', reason)
    return succeed({ value: file.value, warnings: [], readOnlyReason: reason })
  }
  const problem = file.state === 'damaged' ? file.problem : null
  const previous = await inspectPrevious(path, format)
  const { initial } = options
  const read = await readJournals(path, format.journal)
  if (!read.ok) return read
  const journals = read.value
  const isUnwritten = problem === null && previous.state === 'missing' && !journals.present
  if (isUnwritten && initial && options.lacks?.(initial) !== true) {
    return succeed({ value: initial, warnings: [], readOnlyReason })
  }
  const replacement = await findReplacement(options, { isThere: problem !== null, previous, journals })
  if (replacement !== null) {
    const opened = await replace(options, problem, replacement)
    if (file.state !== 'damaged' || !file.changed || opened.readOnlyReason !== null) return succeed(opened)
    return succeed({ ...opened, warnings: opened.warnings.map(line => `${line} ${CHANGED_BY_HAND}`) })
  }
  const what = problem === null ? `${path} is missing` : `${path} is damaged (${problem})`
  return fail(options.damagedCode, `${what}, and no earlier version of it is left. Nothing was changed. ${REPAIR}`)
}

/**
 * Opens the database of one file. A damaged file is never overwritten: the version before the last write, or one that is
 * made anew, takes its place after the damaged one has been set aside; when there is none, this fails. A file of a newer format is opened
 * for reading when it can be understood.
 */
export const openDatabase = async <T extends object>(
  options: OpenDatabaseOptions<T>,
): Promise<Result<GuardedDatabase<T>>> => {
  const { path, format, merge, now, warn, disk } = options
  const adapter = new DurableAdapter<T>(path, format, disk)
  const opened = await useFile(options, await adapter.inspect())
  if (!opened.ok) return opened
  const { value, warnings, readOnlyReason } = opened.value
  const low = new Low(adapter, value)
  return succeed(new GuardedDatabase({ low, adapter, format, readOnlyReason, warnings, merge, now, warn }))
}

import { basename } from 'node:path'
import { Low } from 'lowdb'
import { fail, succeed } from '#core/result/result.ts'
import type { FailureCode, Result } from '#core/result/result.ts'
import type { Disk } from './disk.ts'
import { DurableAdapter } from './durable-adapter.ts'
import { GuardedDatabase } from './guarded-database.ts'
import { inspectPrevious } from './inspect-file.ts'
import type { FileFormat, FileState } from './inspect-file.ts'
import { putBack, setAside } from './set-aside.ts'

export interface OpenDatabaseOptions<T extends object> {
  readonly path: string
  readonly format: FileFormat<T>
  /** What a file holds that was never written; null when the file has to be there. */
  readonly initial: T | null
  /** Why nothing may be written; null when it may. */
  readonly readOnlyReason: string | null
  /** The code of the failure when the file is damaged and no earlier version is left. */
  readonly damagedCode: Extract<FailureCode, 'library-damaged' | 'document-damaged'>
  readonly merge: (ours: T, theirs: T) => T
  readonly now: () => string
  readonly disk?: Disk
}

interface Opened<T> {
  readonly value: T
  readonly warnings: readonly string[]
  readonly readOnlyReason: string | null
}

const REPAIR = 'Run “pathmark check --repair”, or bring the file back from a backup.'

/** Sets a damaged file aside and puts `value` in its place; the line says what was done. */
const restore = async (path: string, value: unknown, damaged: boolean, now: string): Promise<Result<string>> => {
  const aside = damaged ? await setAside(path, now) : null
  if (aside?.ok === false) return aside
  const back = await putBack(path, value)
  if (!back.ok) return back
  return succeed(aside ? ` The damaged file is kept as ${basename(aside.value)}.` : '')
}

/**
 * Uses the version before the last write in place of a file that is damaged or gone. When that cannot be put in place,
 * on a full disk for example, it is used for reading only, and the damaged file stays as it is.
 */
const usePrevious = async <T extends object>(
  options: OpenDatabaseOptions<T>,
  value: T,
  problem: string | null,
): Promise<Opened<T>> => {
  const { path, readOnlyReason, now } = options
  const was = `${basename(path)} was ${problem === null ? 'missing' : `damaged (${problem})`}`
  const used = `${was}. The version before its last change is used; that change may be lost.`
  if (readOnlyReason !== null) return { value, warnings: [used], readOnlyReason }
  const restored = await restore(path, value, problem !== null, now())
  return restored.ok
    ? { value, warnings: [`${used}${restored.value}`], readOnlyReason }
    : { value, warnings: [used], readOnlyReason: restored.error.message }
}

const tooNew = (path: string, found: number, known: number): string =>
  `${basename(path)} was written by a newer version of Pathmark (format ${found}, this one knows ${known}). ` +
  'Update Pathmark to change it.'

const useFile = async <T extends object>(
  options: OpenDatabaseOptions<T>,
  file: FileState<T>,
): Promise<Result<Opened<T>>> => {
  const { path, format, readOnlyReason } = options
  if (file.state === 'good') return succeed({ value: file.value, warnings: [], readOnlyReason })
  if (file.state === 'unreadable') return { ok: false, error: file.failure }
  if (file.state === 'too-new') {
    const reason = tooNew(path, file.version, format.version)
    if (!file.value) return fail('format-version-too-new', reason)
    return succeed({ value: file.value, warnings: [], readOnlyReason: reason })
  }
  const problem = file.state === 'damaged' ? file.problem : null
  const previous = await inspectPrevious(path, format)
  if (previous.state === 'good') return succeed(await usePrevious(options, previous.value, problem))
  if (problem === null && previous.state === 'missing' && options.initial) {
    return succeed({ value: options.initial, warnings: [], readOnlyReason })
  }
  const what = problem === null ? `${path} is missing` : `${path} is damaged (${problem})`
  return fail(options.damagedCode, `${what}, and no earlier version of it is left. Nothing was changed. ${REPAIR}`)
}

/**
 * Opens the database of one file. A damaged file is never overwritten: the version before the last write takes its
 * place after the damaged one has been set aside; when there is none, this fails. A file of a newer format is opened
 * for reading when it can be understood.
 */
export const openDatabase = async <T extends object>(
  options: OpenDatabaseOptions<T>,
): Promise<Result<GuardedDatabase<T>>> => {
  const { path, format, merge, now, disk } = options
  const adapter = new DurableAdapter<T>(path, format, disk)
  const opened = await useFile(options, await adapter.inspect())
  if (!opened.ok) return opened
  const { value, warnings, readOnlyReason } = opened.value
  const low = new Low(adapter, value)
  return succeed(new GuardedDatabase({ low, adapter, format, readOnlyReason, warnings, merge, now }))
}

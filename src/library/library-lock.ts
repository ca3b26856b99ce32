import { randomUUID } from 'node:crypto'
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Failure } from '#core/result/result.ts'
import { parseJson } from '#core/text/parse-json.ts'
import { contentHash } from './importing/content-hash.ts'
import { isRunning, processStart } from './process-identity.ts'
import { systemCode, writeFailure } from './store/disk-failure.ts'
import { temporaryPath } from './store/durable-file.ts'
import { indented } from './store/serialise.ts'

const holderSchema = v.object({
  /** Unlike a process id, never given twice. */
  token: v.string(),
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Boot and start time of the process, where the system tells them; tells it from a later one of the same number. */
  started: v.nullable(v.string()),
  host: v.string(),
  program: v.string(),
  since: v.string(),
})
type LockHolder = v.InferOutput<typeof holderSchema>

export interface LibraryLock {
  release(): Promise<void>
}

/** What trying to lock came to: held, held by somebody else (`reason` says by whom), or refused by the disk. */
export type LockOutcome =
  | { readonly state: 'held'; readonly lock: LibraryLock }
  | { readonly state: 'busy'; readonly reason: string }
  | { readonly state: 'refused'; readonly failure: Failure }

export interface LockOptions {
  readonly path: string
  readonly program: string
  readonly now: () => string
  /** How long to wait for another holder, in milliseconds. */
  readonly patience?: number
}

/** A command of the command line is over within this time; a window stays. */
const DEFAULT_PATIENCE = 2_000
const PAUSE_BETWEEN_TRIES = 50

interface FoundLock {
  readonly content: string
  /** Null when the content does not say who holds it. */
  readonly holder: LockHolder | null
}

const readLock = async (path: string): Promise<FoundLock | null> => {
  let content = ''
  try {
    content = await readFile(path, 'utf8')
    const parsed = v.safeParse(holderSchema, parseJson(content))
    return { content, holder: parsed.success ? parsed.output : null }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    if (error instanceof SyntaxError) return { content, holder: null }
    throw error
  }
}

/** Another computer's processes cannot be asked after, so its lock counts as held. */
const isAlive = (holder: LockHolder): boolean => holder.host !== hostname() || isRunning(holder.pid, holder.started)

const describeHolder = (holder: LockHolder, path: string): string =>
  holder.host === hostname()
    ? `The library is in use by ${holder.program} (process ${holder.pid}, since ${holder.since}). Close it there, then open the library again to make changes.`
    : `The library is in use by ${holder.program} on the computer “${holder.host}”, since ${holder.since}. ` +
      `Close it there, or delete ${path} if it is not running any more.`

/** Puts the lock in place with its content complete, or answers false when there is one. */
const place = async (path: string, holder: LockHolder): Promise<boolean> => {
  const whole = temporaryPath(path)
  try {
    // Flushed: an empty lock, which a power cut may leave otherwise, names nobody and would be waited for.
    await writeFile(whole, indented(holder), { flag: 'wx', mode: 0o600, flush: true })
    try {
      await link(whole, path)
    } catch (error) {
      // Who has just been given the lock sweeps what writes left behind, ours included: it is tried again.
      if (['EEXIST', 'ENOENT'].includes(systemCode(error) ?? '')) return false
      if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(systemCode(error) ?? '')) throw error
      await writeFile(path, indented(holder), { flag: 'wx', mode: 0o600 })
    }
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(whole, { force: true })
  }
}

/** Taking a lock away is over in far less, unless the process that does it is killed half-way. */
const TAKEOVER_TIME = 10_000

const isOlderThan = async (path: string, age: number): Promise<boolean> => {
  try {
    return Date.now() - (await stat(path)).mtimeMs > age
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

/**
 * Takes a lock away whose holder is gone. Many may find it at once, and one of them may have put its own in place by
 * the time another acts; so whoever removes a lock first takes the right to remove that very one, by its content.
 */
const removeStale = async (path: string, stale: FoundLock): Promise<void> => {
  const right = `${path}.takeover-${contentHash(stale.content).slice(0, 16)}`
  try {
    await writeFile(right, '', { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
    if (await isOlderThan(right, TAKEOVER_TIME)) await rm(right, { force: true })
    else await pause(PAUSE_BETWEEN_TRIES)
    return
  }
  try {
    const found = await readLock(path)
    if (found?.content === stale.content) await rm(path, { force: true })
  } finally {
    await rm(right, { force: true })
  }
}

/** Gives our own lock back. One that cannot be removed is recognised as stale once this process is gone. */
const release = async (path: string, token: string): Promise<void> => {
  try {
    const found = await readLock(path)
    if (found?.holder?.token === token) await rm(path, { force: true })
  } catch (error) {
    if (systemCode(error) === null) throw error
  }
}

const tryToLock = async (options: LockOptions, deadline: number): Promise<LockOutcome> => {
  const { path, program, now } = options
  const ours: LockHolder = {
    token: randomUUID(),
    pid: process.pid,
    started: processStart(process.pid),
    host: hostname(),
    program,
    since: now(),
  }
  for (;;) {
    if (await place(path, ours)) return { state: 'held', lock: { release: () => release(path, ours.token) } }
    const found = await readLock(path)
    if (found === null) continue
    const { holder } = found
    const inTime = performance.now() < deadline
    // One that names nobody may be half written: where there are no hard links a lock cannot appear as a whole.
    if (holder === null ? !inTime : !isAlive(holder)) await removeStale(path, found)
    else if (inTime || holder === null) await pause(PAUSE_BETWEEN_TRIES)
    else return { state: 'busy', reason: describeHolder(holder, path) }
  }
}

/**
 * Takes the lock that keeps two programs from writing into one library. Waits a little for a holder that is about to
 * finish; the lock of a process that is gone is taken over.
 */
export const lockLibrary = async (options: LockOptions): Promise<LockOutcome> => {
  try {
    return await tryToLock(options, performance.now() + (options.patience ?? DEFAULT_PATIENCE))
  } catch (error) {
    const refused = systemCode(error) === 'EISDIR' ? options.path : dirname(options.path)
    return { state: 'refused', failure: writeFailure(error, refused) }
  }
}

import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Failure } from '#core/result/result.ts'
import { isRunning, processStart } from './process-identity.ts'
import { systemCode, writeFailure } from './store/disk-failure.ts'
import { temporaryPath } from './store/durable-file.ts'
import { serialise } from './store/serialise.ts'

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

const readHolder = async (path: string): Promise<LockHolder | 'unclear' | null> => {
  try {
    const parsed = v.safeParse(holderSchema, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output : 'unclear'
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    if (error instanceof SyntaxError) return 'unclear'
    throw error
  }
}

/** Another computer's processes cannot be asked after, so its lock counts as held. */
const isAlive = (holder: LockHolder): boolean => holder.host !== hostname() || isRunning(holder.pid, holder.started)

const describeHolder = (holder: LockHolder, path: string): string =>
  holder.host === hostname()
    ? `The library is in use by ${holder.program} (process ${holder.pid}, since ${holder.since}). Close it to make changes here.`
    : `The library is in use by ${holder.program} on the computer “${holder.host}”, since ${holder.since}. ` +
      `Close it there, or delete ${path} if it is not running any more.`

/** Puts the lock in place with its content complete, or answers false when there is one. */
const place = async (path: string, holder: LockHolder): Promise<boolean> => {
  const whole = temporaryPath(path)
  try {
    await writeFile(whole, serialise(holder), { flag: 'wx', mode: 0o600 })
    try {
      await link(whole, path)
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false
      if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(systemCode(error) ?? '')) throw error
      await writeFile(path, serialise(holder), { flag: 'wx', mode: 0o600 })
    }
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(whole, { force: true })
  }
}

/**
 * Takes a lock away whose holder is gone. It is moved first and looked at again, because another process may have put
 * its own in place meanwhile; that one is put back.
 */
const removeStale = async (path: string, stale: LockHolder | 'unclear'): Promise<void> => {
  const moved = temporaryPath(path)
  try {
    await rename(path, moved)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw error
  }
  try {
    const found = await readHolder(moved)
    const other = found !== null && found !== 'unclear' && (stale === 'unclear' || found.token !== stale.token)
    if (other && isAlive(found)) await link(moved, path)
  } finally {
    await rm(moved, { force: true })
  }
}

/** Gives our own lock back. One that cannot be removed is recognised as stale once this process is gone. */
const release = async (path: string, token: string): Promise<void> => {
  try {
    const holder = await readHolder(path)
    if (holder !== null && holder !== 'unclear' && holder.token === token) await rm(path, { force: true })
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
    const holder = await readHolder(path)
    if (holder === null) continue
    if (holder === 'unclear' || !isAlive(holder)) await removeStale(path, holder)
    else if (performance.now() >= deadline) return { state: 'busy', reason: describeHolder(holder, path) }
    else await pause(PAUSE_BETWEEN_TRIES)
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

import { dirname } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { realDisk } from './disk.ts'
import type { Disk } from './disk.ts'
import { writeFailure } from './disk-failure.ts'
import { flushFolder } from './durable-file.ts'
import { journalPaths } from './journal-file.ts'
import { putBack, setAllAside } from './set-aside.ts'

/** Removes the journals beside a file that says all they say, or is about to be replaced by one that has nothing to do with them. */
export const removeJournals = async (path: string, disk: Disk = realDisk): Promise<Result<null>> => {
  try {
    for (const journal of journalPaths(path)) await disk.rm(journal, { force: true })
    await flushFolder(dirname(path), disk)
    return succeed(null)
  } catch (error) {
    return { ok: false, error: writeFailure(error, path) }
  }
}

/** Takes away a version before that is damaged and has been set aside. */
export const removePrevious = async (path: string): Promise<Result<null>> => {
  try {
    await realDisk.rm(path, { force: true })
    await flushFolder(dirname(path))
    return succeed(null)
  } catch (error) {
    return { ok: false, error: writeFailure(error, path) }
  }
}

/**
 * Puts `value`, which is what the file `path` and the sound lines of its journals say, in place of them, after the journals
 * that are damaged were set aside. Gives the names under which those are kept.
 */
export const replaceJournals = async (
  path: string,
  value: object,
  garbled: readonly string[],
  now: string,
): Promise<Result<readonly string[]>> => {
  const kept = await setAllAside(garbled, now)
  if (!kept.ok) return kept
  const back = await putBack(path, value)
  if (!back.ok) return back
  const removed = await removeJournals(path)
  return removed.ok ? kept : removed
}

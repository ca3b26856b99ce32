import { basename, dirname } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { systemCode, writeFailure } from './disk-failure.ts'
import { flushFolder, keepCopy, writeDurably } from './durable-file.ts'
import { serialise } from './serialise.ts'

/** `<name>.damaged-2026-11-22T19-34-44Z`: a colon is not allowed in file names everywhere. */
const damagedPath = (path: string, now: string, attempt: number): string =>
  `${path}.damaged-${now.replace(/\.\d+/u, '').replaceAll(':', '-')}${attempt === 1 ? '' : `-${attempt}`}`

/**
 * Keeps what the damaged file holds under a second name, which is returned; the file itself stays.
 * `now` is ISO 8601. Nothing that was set aside before is overwritten.
 */
export const setAside = async (path: string, now: string): Promise<Result<string>> => {
  for (let attempt = 1; ; attempt += 1) {
    const aside = damagedPath(path, now, attempt)
    try {
      await keepCopy(path, aside)
      await flushFolder(dirname(path))
      return succeed(aside)
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') return { ok: false, error: writeFailure(error, aside) }
    }
  }
}

/** Sets all the files aside, and gives the names under which they are kept, without their folders. */
export const setAllAside = async (paths: readonly string[], now: string): Promise<Result<readonly string[]>> => {
  const names: string[] = []
  for (const path of paths) {
    const aside = await setAside(path, now)
    if (!aside.ok) return aside
    names.push(basename(aside.value))
  }
  return succeed(names)
}

/** Writes a good value over a damaged file that has been set aside, without taking the damaged one for a previous version. */
export const putBack = (path: string, value: object): Promise<Result<null>> =>
  writeDurably(path, serialise(value), { keepPrevious: false })

import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { writeFailure } from '../store/disk-failure.ts'
import { flushFolder } from '../store/durable-file.ts'
import { isThere } from '../store/is-there.ts'

/** A name in the folder that nothing has yet: the file's own, or that with a number before it. */
const freePath = async (folder: string, path: string): Promise<string> => {
  for (let attempt = 1; ; attempt += 1) {
    const candidate = join(folder, attempt === 1 ? '' : String(attempt), path)
    if (!(await isThere(candidate))) return candidate
  }
}

/**
 * Moves a file or folder into the library's `trash/`, where it is kept under its path in a folder named by the time; answers when the
 * disk has it, with where it is now, relative to the library. `path` is relative to the library's folder, `now` is ISO 8601.
 */
export const moveToTrash = async (library: string, path: string, now: string): Promise<Result<string>> => {
  const trash = `trash/${now.replace(/\.\d+/u, '').replaceAll(':', '-')}`
  const from = join(library, path)
  try {
    const to = await freePath(join(library, trash), path)
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await rename(from, to)
    await flushFolder(dirname(to))
    await flushFolder(dirname(from))
    return succeed(trash)
  } catch (error) {
    return { ok: false, error: writeFailure(error, from) }
  }
}

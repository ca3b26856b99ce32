import { readFile, stat } from 'node:fs/promises'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { readFailure } from './store/disk-failure.ts'

/** A page of text is far smaller; what is larger is no article, or one that would not fit into memory several times. */
const LARGEST_FILE = 64 * 1024 * 1024

/** The bytes of a file that is to be imported. Fails with `not-found` or `not-readable`. */
export const readSourceFile = async (path: string): Promise<Result<Uint8Array>> => {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE)
      return fail('not-readable', `${path} is larger than 64 MiB. Pathmark imports articles up to that size.`)
    return succeed(await readFile(path))
  } catch (error) {
    return { ok: false, error: readFailure(error, path) }
  }
}

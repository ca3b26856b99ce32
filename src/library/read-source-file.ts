import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { constants, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { SourceFile } from './importing-apart/import-runner.ts'
import { readFailure } from './store/disk-failure.ts'

const MEBIBYTE = 1024 * 1024

/** Bytes. A page of text is far smaller; what is larger is no article, or one that would not fit into memory several times. */
export const LARGEST_FILE = 64 * MEBIBYTE

const tooLarge = (path: string): Result<never> =>
  fail('not-readable', `${path} is larger than 64 MiB. Pathmark imports articles up to that size.`)

/** What stands at a path that is no file; null when it is one. */
const notAFile = (path: string, stats: Stats): Result<never> | null => {
  if (stats.isFile()) return null
  const what = stats.isDirectory() ? 'a folder' : 'no file but a device, a pipe or the like'
  return fail('not-readable', `${path} is ${what}; a file was expected.`)
}

/** Reads to the end; null when the file turns out to be larger than may be. */
const readWhole = async (handle: FileHandle, size: number): Promise<SourceFile | null> => {
  const hash = createHash('sha256')
  let bytes: Uint8Array = new Uint8Array(Math.min(size, LARGEST_FILE) + 1)
  let filled = 0
  for (;;) {
    if (filled === bytes.length) {
      const larger = new Uint8Array(Math.min(2 * bytes.length, LARGEST_FILE + 1))
      larger.set(bytes)
      bytes = larger
    }
    const { bytesRead } = await handle.read(bytes, filled, Math.min(MEBIBYTE, bytes.length - filled))
    if (bytesRead === 0) return { bytes: bytes.subarray(0, filled), hash: hash.digest('hex') }
    hash.update(bytes.subarray(filled, filled + bytesRead))
    filled += bytesRead
    if (filled > LARGEST_FILE) return null
  }
}

/**
 * The bytes of a file that is to be imported, as they were at one time. Fails with `not-found` or `not-readable`: for folders, pipes and
 * devices, for what is too large, and for a file that another program is writing.
 */
export const readSourceFile = async (path: string): Promise<Result<SourceFile>> => {
  let handle: FileHandle | null = null
  try {
    // Opened without waiting: a pipe that nobody writes to would wait for ever.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const before = await handle.stat()
    const refused = notAFile(path, before)
    if (refused !== null) return refused
    if (before.size > LARGEST_FILE) return tooLarge(path)
    const source = await readWhole(handle, before.size)
    if (source === null) return tooLarge(path)
    const after = await handle.stat()
    if (source.bytes.length !== after.size || before.mtimeMs !== after.mtimeMs)
      return fail('not-readable', `${path} changed while it was read. Import it again when it is finished.`)
    return succeed(source)
  } catch (error) {
    return { ok: false, error: readFailure(error, path) }
  } finally {
    await handle?.close()
  }
}

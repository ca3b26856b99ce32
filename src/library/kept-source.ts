import { createHash } from 'node:crypto'
import { constants, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Provenance } from '#core/article/article.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { readFailure, systemCode } from './store/disk-failure.ts'

/** Bytes that are looked at at once, to know whether the file is the one that came in. */
const STEP = 1024 * 1024

/** The kept original of an article, held open: what is read of it is of the file that was looked at. */
export interface KeptSource {
  /** Length in bytes. */
  readonly length: number
  /** A part of it; shorter than asked for at its end. */
  read(from: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

const hashOf = async (handle: FileHandle): Promise<{ readonly hash: string; readonly length: number }> => {
  const hash = createHash('sha256')
  const bytes = new Uint8Array(STEP)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(bytes, 0, STEP, length)
    if (bytesRead === 0) return { hash: hash.digest('hex'), length }
    hash.update(bytes.subarray(0, bytesRead))
    length += bytesRead
  }
}

const readPart = async (handle: FileHandle, from: number, wanted: number): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(wanted)
  let filled = 0
  while (filled < wanted) {
    const { bytesRead } = await handle.read(bytes, filled, wanted - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

/**
 * Opens the original that is kept beside an article, if it is the file that came in: the article's text was read from that one, and no
 * mark may be shown on the pages of another. `path` is that of the file. Fails with `not-found` or `not-readable`.
 */
export const openKeptSource = async (
  path: string,
  { sourceHash }: Pick<Provenance, 'sourceHash'>,
): Promise<Result<KeptSource>> => {
  let handle: FileHandle | null = null
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const opened = handle
    const { hash, length } = (await opened.stat()).isFile() ? await hashOf(opened) : { hash: '', length: 0 }
    if (hash !== sourceHash) {
      await opened.close()
      return fail('not-readable', `${path} is not the file that came in; it was changed or damaged.`)
    }
    return succeed({
      length,
      read: (from, wanted) => readPart(opened, from, Math.max(0, Math.min(wanted, length - from))),
      close: () => opened.close(),
    })
  } catch (error) {
    await handle?.close()
    if (systemCode(error) === 'ENOENT') return fail('not-found', `${path} is missing.`)
    return { ok: false, error: readFailure(error, path) }
  }
}

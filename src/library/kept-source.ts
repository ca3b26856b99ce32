import { createHash } from 'node:crypto'
import { constants, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article, Provenance } from '#core/article/article.ts'
import { isSourceFileName } from '#core/article/source-file-name.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { GivenFile } from './import-source.ts'
import { keptCompanions } from './kept-companions.ts'
import { LARGEST_FILE } from './read-source-file.ts'
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

/** The hash and the length of a file; null for what is no file, and for one that is larger than any that came in. */
const measure = async (handle: FileHandle): Promise<{ readonly hash: string; readonly length: number } | null> => {
  const stats = await handle.stat()
  if (!stats.isFile() || stats.size > LARGEST_FILE) return null
  const hash = createHash('sha256')
  const bytes = new Uint8Array(STEP)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(bytes, 0, STEP, length)
    if (bytesRead === 0) return { hash: hash.digest('hex'), length }
    hash.update(bytes.subarray(0, bytesRead))
    length += bytesRead
    if (length > LARGEST_FILE) return null
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
 * mark may be shown on the pages of another. `folder` is the document's; the article may have been written by a stranger, so the name that it
 * gives may not lead out of that folder. Fails with `not-found` or `not-readable`.
 */
export const openKeptSource = async (
  folder: string,
  { sourceFile, sourceHash }: Pick<Provenance, 'sourceFile' | 'sourceHash'>,
): Promise<Result<KeptSource>> => {
  if (!isSourceFileName(sourceFile))
    return fail('not-readable', 'the file that its article names is not one that is kept beside it.')
  const path = join(folder, sourceFile)
  let handle: FileHandle | null = null
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const opened = handle
    const found = await measure(opened)
    if (found === null || found.hash !== sourceHash) {
      await opened.close()
      return fail('not-readable', `${path} is not the file that came in; it was changed or damaged.`)
    }
    const { length } = found
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

/** The original that is kept beside an article, with what was taken in beside it, as it was when it came in. Fails as `openKeptSource` does. */
export const keptSource = async (
  folder: string,
  { provenance, assets = [] }: Pick<Article, 'provenance' | 'assets'>,
): Promise<Result<GivenFile>> => {
  const opened = await openKeptSource(folder, provenance)
  if (!opened.ok) return opened
  const { sourceHash: hash, fileName, origin } = provenance
  try {
    const bytes = await opened.value.read(0, opened.value.length)
    return succeed({
      bytes,
      hash,
      fileName,
      companions: keptCompanions(folder, assets),
      ...(origin !== undefined && { origin }),
    })
  } catch (error) {
    return { ok: false, error: readFailure(error, join(folder, provenance.sourceFile)) }
  } finally {
    await opened.value.close()
  }
}

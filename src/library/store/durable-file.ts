import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { realDisk } from './disk.ts'
import type { Disk } from './disk.ts'
import { systemCode, writeFailure } from './disk-failure.ts'

/** Owner reads and writes, nobody else: notes are private. */
export const PRIVATE_FILE = 0o600

const TEMPORARY_NAME = /\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/u

/** What the temporary names of this program begin with while it runs, so that it knows them from those of programs that were ended. */
const OWN = randomUUID().slice(0, 8)

/** A name beside `path` that nothing else uses. */
export const temporaryPath = (path: string): string => `${path}.${OWN}${randomUUID().slice(OWN.length)}.tmp`

/** True for the name of a file or folder that an interrupted write left behind. */
export const isTemporaryName = (name: string): boolean => TEMPORARY_NAME.test(name)

/** True for such a name that this program may be writing under now. */
export const isOwnTemporaryName = (name: string): boolean => isTemporaryName(name) && name.includes(`.${OWN}-`)

/** Where the version before the last write is kept. */
export const previousPath = (path: string): string => `${path}.previous`

export interface DurableWriteOptions {
  /** Keep what the file holds now as its previous version. Not wanted when it is known to be damaged. */
  readonly keepPrevious?: boolean
  readonly disk?: Disk
}

/** Writes until all is written: one call may take only a part, on a nearly full disk for example. */
export const writeAll = async (file: FileHandle, bytes: Uint8Array): Promise<void> => {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, null)
    if (bytesWritten === 0) throw new Error('the disk took nothing of what was written')
    written += bytesWritten
  }
}

/** Bytes as a whole, or in pieces between which others get their turn. */
type Content = string | Uint8Array | Iterable<Uint8Array>

const piecesOf = (content: Content): Iterable<Uint8Array> => {
  if (typeof content === 'string') return [Buffer.from(content, 'utf8')]
  return content instanceof Uint8Array ? [content] : content
}

/**
 * Writes and flushes a file at a path at which nothing is yet, were it a link that leads nowhere. What could not be written whole is
 * taken away. Throws what the disk refuses.
 */
export const writeNew = async (disk: Disk, path: string, content: Content, mode = PRIVATE_FILE): Promise<void> => {
  const file = await disk.open(path, 'wx', mode)
  let whole = false
  try {
    for (const bytes of piecesOf(content)) await writeAll(file, bytes)
    await file.sync()
    whole = true
  } finally {
    await file.close()
    // What cannot be removed has a name that says what it is.
    if (!whole) await Promise.allSettled([disk.rm(path, { force: true })])
  }
}

/** Systems that cannot flush a folder say so in one of these ways; their renames are as durable as they can be. */
const CANNOT_FLUSH_FOLDER = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EBADF'])

/** Flushes a folder, so that the names in it outlast a power cut. */
export const flushFolder = async (folder: string, disk: Disk = realDisk): Promise<void> => {
  try {
    const handle = await disk.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!CANNOT_FLUSH_FOLDER.has(systemCode(error) ?? '')) throw error
  }
}

/** File systems without hard links (FAT, some network shares) answer in one of these ways. */
const NO_LINKS_CODES = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'])

/** True of what a file system without hard links says to one. */
export const hasNoLinks = (error: unknown): boolean => NO_LINKS_CODES.has(systemCode(error) ?? '')

/** A second name for the file, or a flushed copy of it; never over something that is there. */
export const keepCopy = async (from: string, to: string, disk: Disk = realDisk): Promise<void> => {
  try {
    await disk.link(from, to)
  } catch (error) {
    if (!hasNoLinks(error)) throw error
    const file = await disk.open(from, 'r')
    try {
      await writeNew(disk, to, await file.readFile())
    } finally {
      await file.close()
    }
  }
}

const keepPreviousVersion = async (disk: Disk, path: string, remove: Set<string>): Promise<void> => {
  const copy = temporaryPath(path)
  remove.add(copy)
  try {
    await keepCopy(path, copy, disk)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw error
  }
  // When both names already are one file, rename does nothing and leaves the copy: it is removed with the rest.
  await disk.rename(copy, previousPath(path))
}

/**
 * Puts `content` in the place of the file, whole or not at all, and answers when it would outlast a power cut:
 * a new file of a unique name is written and flushed, the version that was there is kept as `<name>.previous`, the new
 * one takes its name, and the folder is flushed. At no moment is there no good file under one of the two names.
 */
export const writeDurably = async (
  path: string,
  content: Content,
  { keepPrevious = true, disk = realDisk }: DurableWriteOptions = {},
): Promise<Result<null>> => {
  const temporary = temporaryPath(path)
  const remove = new Set([temporary])
  try {
    await writeNew(disk, temporary, content)
    if (keepPrevious) await keepPreviousVersion(disk, path, remove)
    await disk.rename(temporary, path)
    remove.delete(temporary)
    await flushFolder(dirname(path), disk)
    return succeed(null)
  } catch (error) {
    return { ok: false, error: writeFailure(error, path) }
  } finally {
    // What cannot be removed has a name that says what it is, and `pathmark check` lists it.
    await Promise.allSettled([...remove].map(leftOver => disk.rm(leftOver, { force: true })))
  }
}

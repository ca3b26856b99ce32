import { randomUUID } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { Disk } from '../store/disk.ts'
import { realDisk } from '../store/disk.ts'
import { systemCode, writeFailure } from '../store/disk-failure.ts'
import { flushFolder, hasNoLinks, writeNew } from '../store/durable-file.ts'

/** What the reader's other programs may read; the system takes away what the reader's own settings forbid. */
const USUAL_MODE = 0o644

/** A hidden name of its own in the same folder: the name of an export may be as long as a name can be. */
const temporaryBeside = (path: string): string => join(dirname(path), `.pathmark-${randomUUID()}.tmp`)

/** True when it was written; false when the name was taken, by a link that leads nowhere for example. */
const takeName = async (disk: Disk, path: string, take: () => Promise<void>): Promise<boolean> => {
  try {
    await take()
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
  await flushFolder(dirname(path), disk)
  return true
}

/**
 * Writes a file to a path at which nothing is yet: neither a file nor a link. It has its name only when it is whole. False when something
 * is there, which is left alone; throws what the disk refuses.
 */
export const writeFreshFile = async (path: string, content: string, disk: Disk = realDisk): Promise<boolean> => {
  const temporary = temporaryBeside(path)
  try {
    await writeNew(disk, temporary, content, USUAL_MODE)
    return await takeName(disk, path, () => disk.link(temporary, path))
  } catch (error) {
    if (!hasNoLinks(error)) throw error
    return await takeName(disk, path, () => writeNew(disk, path, content, USUAL_MODE))
  } finally {
    await disk.rm(temporary, { force: true })
  }
}

/** Puts a file in the place of another one, whole or not at all, with that one's permissions. Throws what the disk refuses. */
const replaceFile = async (path: string, content: string, mode: number, disk: Disk): Promise<void> => {
  const temporary = temporaryBeside(path)
  try {
    await writeNew(disk, temporary, content, mode)
    await disk.rename(temporary, path)
    await flushFolder(dirname(path), disk)
  } finally {
    await disk.rm(temporary, { force: true })
  }
}

/** What stands at a path: null for nothing. A link counts as itself, not as what it leads to. */
const standsAt = async (
  path: string,
): Promise<{ readonly kind: 'file' | 'link' | 'other'; readonly mode: number } | null> => {
  try {
    const about = await lstat(path)
    const kind = about.isFile() ? 'file' : about.isSymbolicLink() ? 'link' : 'other'
    return { kind, mode: about.mode & 0o777 }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** True when something has this name, were it a link that leads nowhere. What cannot be looked at counts as nothing. */
export const isTaken = async (path: string): Promise<boolean> => {
  try {
    return (await standsAt(path)) !== null
  } catch {
    // Writing there will say what is wrong.
    return false
  }
}

/**
 * Writes an export to the place that the reader chose. `written` is false when a file is there and `replace` does not allow to write over
 * it. A link, a folder or a device is never written over nor followed.
 */
export const writeExportTo = async (
  path: string,
  content: string,
  { replace, disk = realDisk }: { readonly replace: boolean; readonly disk?: Disk },
): Promise<Result<{ readonly written: boolean }>> => {
  try {
    const there = await standsAt(path)
    if (there === null) return succeed({ written: await writeFreshFile(path, content, disk) })
    if (there.kind === 'link')
      return fail(
        'not-writable',
        `“${basename(path)}” is a link to another place, which an export does not follow. Choose another name.`,
      )
    if (there.kind === 'other')
      return fail('not-writable', `“${basename(path)}” is not a file. Nothing was written; choose another name.`)
    if (!replace) return succeed({ written: false })
    await replaceFile(path, content, there.mode, disk)
    return succeed({ written: true })
  } catch (error) {
    return { ok: false, error: writeFailure(error, path) }
  }
}

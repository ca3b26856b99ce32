import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { documentPaths, versionPaths } from '../library-files.ts'
import { realDisk } from '../store/disk.ts'
import type { Disk } from '../store/disk.ts'
import { writeFailure } from '../store/disk-failure.ts'
import { flushFolder, keepCopy, previousPath, temporaryPath, writeDurably } from '../store/durable-file.ts'
import { removeJournals } from '../store/remove-journals.ts'

const PRIVATE_FOLDER = 0o700

/** The file as it came in, the only one of this name whatever its format, and where its text stands on its pages if it has pages. */
const isOwnName = (name: string): boolean => /^(?:source\.[a-z0-9]+|layout\.json)$/i.test(name)

const ownNames = async (folder: string): Promise<string[]> => (await readdir(folder)).filter(isOwnName)

/** Gives a file a second name, in place of what had that name before; takes no room on most disks. */
const putInPlace = async (from: string, to: string, disk: Disk): Promise<void> => {
  const copy = temporaryPath(to)
  try {
    await keepCopy(from, copy, disk)
    // When both names already are one file, rename does nothing and leaves the copy, which goes then.
    await disk.rename(copy, to)
  } finally {
    await Promise.allSettled([disk.rm(copy, { force: true })])
  }
}

/** The content of a new version's folder: bytes by name, and files that get a second name there. */
export interface VersionContent {
  readonly written: Readonly<Record<string, string | Uint8Array>>
  /** Absolute paths. */
  readonly linked: readonly string[]
}

/**
 * Makes the folder of a version as one whole or not at all, under a temporary name first. What an update that was broken
 * off left under the final name was never part of the library and goes.
 */
export const makeVersionFolder = async (
  folder: string,
  { written, linked }: VersionContent,
  disk: Disk = realDisk,
): Promise<Result<null>> => {
  const versions = join(folder, '..')
  const unfinished = temporaryPath(folder)
  try {
    await disk.mkdir(versions, { recursive: true, mode: PRIVATE_FOLDER })
    await disk.mkdir(unfinished, { mode: PRIVATE_FOLDER })
    for (const [name, content] of Object.entries(written)) {
      const down = await writeDurably(join(unfinished, name), content, { disk })
      if (!down.ok) return down
    }
    for (const path of linked) await keepCopy(path, join(unfinished, basename(path)), disk)
    await flushFolder(unfinished, disk)
    await disk.rm(folder, { recursive: true, force: true })
    await disk.rename(unfinished, folder)
    await flushFolder(versions, disk)
    await flushFolder(join(versions, '..'), disk)
    return succeed(null)
  } catch (error) {
    return { ok: false, error: writeFailure(error, folder) }
  } finally {
    await Promise.allSettled([disk.rm(unfinished, { recursive: true, force: true })])
  }
}

/** The article's own files in a document's folder, which never change once they are there; absolute paths. */
export const articleFiles = async (folder: string): Promise<string[]> => {
  const { article, html } = documentPaths(folder)
  return [article, html, ...(await ownNames(folder)).map(name => join(folder, name))]
}

/**
 * Puts a version's files into the document's folder, with the notes and mechanisms that were made ready for it. May be
 * done again as often as it takes: nothing else changes those files meanwhile.
 */
export const placeVersion = async (folder: string, number: number, disk: Disk = realDisk): Promise<Result<null>> => {
  const [from, to] = [versionPaths(folder, number), documentPaths(folder)]
  try {
    const names = await ownNames(from.folder)
    await putInPlace(from.html, to.html, disk)
    await putInPlace(from.article, to.article, disk)
    for (const name of names) await putInPlace(join(from.folder, name), join(folder, name), disk)
    for (const [begun, living] of [
      [from.mechanismsBegun, to.mechanisms],
      [from.notesBegun, to.notes],
    ] as const) {
      // What the journals say is in the folder of the version that is left, and they speak of its text.
      const removed = await removeJournals(living, disk)
      if (!removed.ok) return removed
      // What stands in for a damaged file must not speak of another text, either.
      await putInPlace(begun, previousPath(living), disk)
      await putInPlace(begun, living, disk)
    }
    const others = (await ownNames(folder)).filter(name => !names.includes(name))
    for (const name of others) await disk.rm(join(folder, name), { force: true })
    await flushFolder(folder, disk)
    return succeed(null)
  } catch (error) {
    return { ok: false, error: writeFailure(error, folder) }
  }
}

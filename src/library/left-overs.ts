import type { Dirent } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryPaths } from './library-files.ts'
import { TRASH } from './trash/trash-files.ts'
import { systemCode } from './store/disk-failure.ts'
import { isTemporaryName } from './store/durable-file.ts'

/** Folders that are looked into at a time. */
const AT_ONCE = 10

/** What is in a folder; nothing when it cannot be read, which whoever needs it will tell. */
const entriesOf = async (folder: string): Promise<Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (systemCode(error) === null) throw error
    return []
  }
}

/** Of the time of the last change of a file or folder, in milliseconds, whether what has it is left over. */
type IsOld = (changed: number) => boolean

/** Time of the last change; null for what is not there any more, or cannot be looked at. */
const changeOf = async (path: string): Promise<number | null> => {
  try {
    return (await lstat(path)).mtimeMs
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}

/** Removes what interrupted writes left in a folder, and gives the names of the folders in it; links are none. */
const tidy = async (folder: string, isOld: IsOld): Promise<string[]> => {
  const entries = await entriesOf(folder)
  const leftOver = entries.filter(({ name }) => isTemporaryName(name)).map(({ name }) => join(folder, name))
  await Promise.allSettled(
    leftOver.map(async path => {
      const changed = await changeOf(path)
      if (changed !== null && isOld(changed)) await rm(path, { recursive: true, force: true })
    }),
  )
  return entries.filter(entry => entry.isDirectory() && !isTemporaryName(entry.name)).map(({ name }) => name)
}

const tidyDocument = async (folder: string, isOld: IsOld): Promise<void> => {
  if (!(await tidy(folder, isOld)).includes('versions')) return
  const versions = await tidy(join(folder, 'versions'), isOld)
  for (const version of versions) await tidy(join(folder, 'versions', version), isOld)
}

const always: IsOld = () => true

/**
 * Removes the temporary files and folders of writes and imports that were interrupted: none of them was ever acknowledged. Only
 * for whoever has just been given the right to write, and before anything is written. What cannot be removed stays: it
 * is in nobody's way, and `pathmark check` lists it. Gives the names of the documents' folders, in which the same is to be done by
 * `removeLeftOversOfDocuments`.
 */
export const removeLeftOvers = async (folder: string): Promise<readonly string[]> => {
  await tidy(join(folder, TRASH), always)
  await tidy(folder, always)
  return tidy(libraryPaths(folder).documents, always)
}

/**
 * Does the same in the folders of documents, while there may be writing already: what is younger than the lock is of this program. Ten
 * thousand folders take a while, and nobody has to wait for it.
 */
export const removeLeftOversOfDocuments = async (folder: string, ids: readonly string[]): Promise<void> => {
  const { documents, lock } = libraryPaths(folder)
  const locked = await changeOf(lock)
  // Without its lock the library is not ours, or its disk is gone.
  if (locked === null) return
  for (let first = 0; first < ids.length; first += AT_ONCE)
    await Promise.all(
      ids.slice(first, first + AT_ONCE).map(id => tidyDocument(join(documents, id), changed => changed <= locked)),
    )
}

import type { Dirent } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryPaths } from './library-files.ts'
import { TRASH } from './trash/trash-files.ts'
import { systemCode } from './store/disk-failure.ts'
import { isOwnTemporaryName, isTemporaryName } from './store/durable-file.ts'

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

/** Removes what interrupted writes left in a folder, and gives the names of the folders in it; links are none. */
const tidy = async (folder: string): Promise<string[]> => {
  const entries = await entriesOf(folder)
  const leftOver = entries.filter(({ name }) => isTemporaryName(name) && !isOwnTemporaryName(name))
  await Promise.allSettled(leftOver.map(({ name }) => rm(join(folder, name), { recursive: true, force: true })))
  return entries.filter(entry => entry.isDirectory() && !isTemporaryName(entry.name)).map(({ name }) => name)
}

const tidyDocument = async (folder: string): Promise<void> => {
  if (!(await tidy(folder)).includes('versions')) return
  const versions = await tidy(join(folder, 'versions'))
  for (const version of versions) await tidy(join(folder, 'versions', version))
}

/**
 * Removes the temporary files and folders of writes and imports that were interrupted: none of them was ever acknowledged. Only
 * for whoever has just been given the right to write: what has such a name and is not of this program is of one that has ended. What
 * cannot be removed stays: it is in nobody's way, and `pathmark check` lists it. Gives the names of the documents' folders, in which
 * the same is to be done by `removeLeftOversOfDocuments`.
 */
export const removeLeftOvers = async (folder: string): Promise<readonly string[]> => {
  await tidy(join(folder, TRASH))
  await tidy(folder)
  return tidy(libraryPaths(folder).documents)
}

/** Does the same in the folders of documents, which takes a while where there are ten thousand, and may be done while there is writing. */
export const removeLeftOversOfDocuments = async (folder: string, ids: readonly string[]): Promise<void> => {
  const { documents } = libraryPaths(folder)
  for (let first = 0; first < ids.length; first += AT_ONCE)
    await Promise.all(ids.slice(first, first + AT_ONCE).map(id => tidyDocument(join(documents, id))))
}

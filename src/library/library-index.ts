import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { isDocumentId } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { readFailure, systemCode } from './store/disk-failure.ts'
import { isTemporaryName } from './store/durable-file.ts'

/** Ids of the document folders that are there, in the order of their names; none when there is no such folder. */
export const documentFolders = async (documents: string): Promise<Result<string[]>> => {
  try {
    const found = await readdir(documents, { withFileTypes: true })
    return succeed(
      found
        .filter(entry => entry.isDirectory() && isDocumentId(entry.name))
        .map(({ name }) => name)
        .toSorted(),
    )
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? succeed([]) : { ok: false, error: readFailure(error, documents) }
  }
}

/**
 * Removes what imports that were interrupted left behind; the files they came from are where they were.
 * What cannot be removed stays: it is in nobody's way, and `pathmark check` lists it.
 */
export const removeUnfinishedImports = async (documents: string): Promise<void> => {
  try {
    const found = await readdir(documents, { withFileTypes: true })
    const unfinished = found.filter(entry => entry.isDirectory() && isTemporaryName(entry.name))
    await Promise.all(unfinished.map(({ name }) => rm(join(documents, name), { recursive: true, force: true })))
  } catch (error) {
    if (systemCode(error) === null) throw error
  }
}

/** Two states of an index: every document of either, ours where both have one. */
export const mergeIndexes = (ours: LibraryIndex, theirs: LibraryIndex): LibraryIndex => {
  const known = new Set(ours.documents.map(({ id }) => id))
  return { ...ours, documents: [...ours.documents, ...theirs.documents.filter(({ id }) => !known.has(id))] }
}

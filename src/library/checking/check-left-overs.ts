import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Check } from './check-report.ts'
import { libraryPaths } from '../library-files.ts'
import { systemCode, writeFailure } from '../store/disk-failure.ts'
import { isTemporaryName } from '../store/durable-file.ts'

/** A write takes far less than this; while a lock is there, a younger file may be one that is being written. */
const WRITE_IS_OVER_AFTER_MS = 10_000

const temporaryIn = async (library: string, folder: string): Promise<string[]> => {
  try {
    const names = await readdir(join(library, folder))
    return names.filter(isTemporaryName).map(name => (folder === '' ? name : `${folder}/${name}`))
  } catch (error) {
    // A folder that is not there, or is none, is told elsewhere.
    if (systemCode(error) !== null) return []
    throw error
  }
}

/** The folder of a document's versions and those in it, relative to the library; none when it was never updated. */
const versionFolders = async (library: string, id: string): Promise<string[]> => {
  const folder = `documents/${id}/versions`
  try {
    const names = await readdir(join(library, folder))
    return [folder, ...names.filter(name => !isTemporaryName(name)).map(name => `${folder}/${name}`)]
  } catch (error) {
    if (systemCode(error) !== null) return []
    throw error
  }
}

/** Time of the last change, in milliseconds since 1970; null when the file is gone by now. */
const changed = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (systemCode(error) !== null) return null
    throw error
  }
}

/**
 * Looks for temporary files that writes left behind when they were interrupted. Repairing moves them into `trash/`:
 * one may hold what was typed last.
 */
export const checkLeftOvers = async (check: Check, ids: readonly string[]): Promise<void> => {
  const versions = (await Promise.all(ids.map(id => versionFolders(check.folder, id)))).flat()
  const folders = ['', 'documents', ...ids.map(id => `documents/${id}`), ...versions]
  const found = (await Promise.all(folders.map(folder => temporaryIn(check.folder, folder)))).flat()
  const inUse = !check.repair && (await changed(libraryPaths(check.folder).lock)) !== null
  const trash = `trash/${check.now().replace(/\.\d+/u, '').replaceAll(':', '-')}`
  for (const path of found) {
    const time = await changed(join(check.folder, path))
    if (time === null || (inUse && Date.parse(check.now()) - time < WRITE_IS_OVER_AFTER_MS)) continue
    const problem = 'left over from a write that was interrupted'
    if (!check.repair) {
      check.report(path, problem, false)
      continue
    }
    const target = join(check.folder, trash, path)
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(join(check.folder, path), target)
      check.report(path, `${problem}; moved to ${trash}`, true)
    } catch (error) {
      check.report(path, `${problem}; ${writeFailure(error, target).message}`, false)
    }
  }
}

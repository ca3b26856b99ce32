import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedDocument } from './check-index.ts'
import type { Check } from './check-report.ts'
import { versionFolders } from './check-versions.ts'
import { libraryPaths } from '../library-files.ts'
import { systemCode } from '../store/disk-failure.ts'
import { isTemporaryName } from '../store/durable-file.ts'
import { moveToTrash } from '../uniting/move-to-trash.ts'

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

/** What is left over of one document, relative to the library: unfinished writes, and versions that never counted. */
const leftOversOf = async (check: Check, { id, versions }: CheckedDocument): Promise<string[]> => {
  const folder = `documents/${id}`
  const numbers = await versionFolders(join(check.folder, folder))
  const folders = [folder, `${folder}/versions`, ...numbers.map(number => `${folder}/versions/${number}`)]
  const temporary = (await Promise.all(folders.map(path => temporaryIn(check.folder, path)))).flat()
  // Without a list that can be read nobody can say which folders belong to it.
  if (versions === null && check.isTold(`${folder}/versions.json`)) return temporary
  const listed = new Set(versions?.versions.map(({ number }) => number))
  const unlisted = numbers.filter(number => !listed.has(number))
  return [...temporary, ...unlisted.map(number => `${folder}/versions/${number}`)]
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
 * Looks for what writes left behind when they were interrupted: temporary files, and folders of versions that no list
 * names. Repairing moves them into `trash/`: one may hold what was typed last.
 */
export const checkLeftOvers = async (check: Check, documents: readonly CheckedDocument[]): Promise<void> => {
  const around = await Promise.all(['', 'documents'].map(folder => temporaryIn(check.folder, folder)))
  const within = await Promise.all(documents.map(document => leftOversOf(check, document)))
  const found = [...around, ...within].flat()
  const inUse = !check.repair && (await changed(libraryPaths(check.folder).lock)) !== null
  for (const path of found) {
    const time = await changed(join(check.folder, path))
    if (time === null || (inUse && Date.parse(check.now()) - time < WRITE_IS_OVER_AFTER_MS)) continue
    const problem = 'left over from a write that was interrupted'
    if (!check.repair) {
      check.report(path, problem, false)
      continue
    }
    const moved = await moveToTrash(check.folder, path, check.now())
    if (moved.ok) check.report(path, `${problem}; moved to ${moved.value}`, true)
    else check.report(path, `${problem}; ${moved.error.message}`, false)
  }
}

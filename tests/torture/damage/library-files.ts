import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Paths of all files below a folder, relative to it, with forward slashes, in one order. */
export const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Whether some file below the folder holds exactly these bytes. */
export const isKeptSomewhere = async (folder: string, bytes: Uint8Array): Promise<boolean> => {
  const wanted = hashOf(bytes)
  for (const path of await filesBelow(folder)) if (hashOf(await readFile(join(folder, path))) === wanted) return true
  return false
}

/** Files that only repeat what others say: they may be thrown away and are made anew. */
export const isCopyOnly = (path: string): boolean => path === 'mechanism-index.jsonl'

/** Files from which nothing is read while all is well: the states before, and what updates keep. */
export const isReserve = (path: string): boolean =>
  path.endsWith('.previous') ||
  /\/versions[./]/u.test(path) ||
  path.startsWith('backups/') ||
  /source\.\w+$/u.test(path)

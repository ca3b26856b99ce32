import { readFile } from 'node:fs/promises'
import { FORMAT, libraryIndexFormat, libraryPaths } from '../library-files.ts'
import { systemCode } from '../store/disk-failure.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { readJson } from '../store/read-json.ts'

/** Which program made a library: one before this, one of this format, or a newer one, which may only be read. */
export type LibraryAge =
  | { readonly age: 'older' }
  | { readonly age: 'ours' }
  | { readonly age: 'newer'; readonly reason: string }

/** True when the index says that it is of this format: nearly always, and all that there is to know then. Opening judges the rest. */
const saysOurs = async (path: string): Promise<boolean> => {
  try {
    const read = readJson(await readFile(path))
    return 'fields' in read && read.fields['format'] === FORMAT
  } catch (error) {
    if (systemCode(error) === null) throw error
    return false
  }
}

/** Tells it by the index, and changes nothing. An index that cannot be read counts as ours: opening deals with it. */
export const ageOfLibrary = async (folder: string): Promise<LibraryAge> => {
  const path = libraryPaths(folder).index
  if (await saysOurs(path)) return { age: 'ours' }
  const index = await inspectFile(path, libraryIndexFormat)
  if (index.state === 'good' && index.migrated.length > 0) return { age: 'older' }
  if (index.state !== 'too-new') return { age: 'ours' }
  const reason =
    `A newer version of Pathmark made this library (format ${index.version}; this version knows ${FORMAT}). ` +
    'It can be read, and nothing in it is changed. Update Pathmark to make changes.'
  return { age: 'newer', reason }
}

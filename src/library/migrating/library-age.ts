import { FORMAT, libraryIndexFormat, libraryPaths } from '../library-files.ts'
import { inspectFile } from '../store/inspect-file.ts'

/** Which program made a library: one before this, one of this format, or a newer one, which may only be read. */
export type LibraryAge =
  | { readonly age: 'older' }
  | { readonly age: 'ours' }
  | { readonly age: 'newer'; readonly reason: string }

/** Tells it by the index, and changes nothing. An index that cannot be read counts as ours: opening deals with it. */
export const ageOfLibrary = async (folder: string): Promise<LibraryAge> => {
  const index = await inspectFile(libraryPaths(folder).index, libraryIndexFormat)
  if (index.state === 'good' && index.migrated.length > 0) return { age: 'older' }
  if (index.state !== 'too-new') return { age: 'ours' }
  const reason =
    `A newer version of Pathmark made this library (format ${index.version}; this version knows ${FORMAT}). ` +
    'It can be read, and nothing in it is changed. Update Pathmark to make changes.'
  return { age: 'newer', reason }
}

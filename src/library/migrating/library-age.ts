import { open } from 'node:fs/promises'
import { FORMAT, libraryIndexFormat, libraryPaths } from '../library-files.ts'
import { systemCode } from '../store/disk-failure.ts'
import { inspectFile } from '../store/inspect-file.ts'

/** Which program made a library: one before this, one of this format, or a newer one, which may only be read. */
export type LibraryAge =
  | { readonly age: 'older' }
  | { readonly age: 'ours' }
  | { readonly age: 'newer'; readonly reason: string }

/** Bytes that hold the first field of a file, which is its format wherever the program has written it. */
const HEAD = 64
const FORMAT_FIRST = /^\{\s*"format":\s*(\d+)\s*,/u

/**
 * True when the index begins with this program's format: nearly always, and all that there is to know then. Opening judges the rest, which may
 * be megabytes.
 */
const saysOurs = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
      const [, format] = FORMAT_FIRST.exec(buffer.toString('utf8', 0, bytesRead)) ?? []
      return format === String(FORMAT)
    } finally {
      await file.close()
    }
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

import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { readDirectory } from './read-directory.ts'
import type { ArchiveFault } from './read-directory.ts'
import { ZipArchive } from './zip-archive.ts'
import { MOST_ENTRIES } from './zip-limits.ts'

export interface OpenedZip {
  readonly archive: ZipArchive
  /** What is odd about it and did no harm, a sentence each. */
  readonly warnings: readonly string[]
}

const inWords: Readonly<Record<ArchiveFault, string>> = {
  damaged: 'is damaged or was not loaded to its end: the list of what is in it cannot be read. Get the file again.',
  'too-many-files': `holds more than ${MOST_ENTRIES.toLocaleString('en-GB')} files and was not opened.`,
  'overlapping-files': 'is made so that its files share their bytes, as no honest file is, and was not opened.',
  locked: 'is locked with a password and cannot be opened.',
}

/** Opens a ZIP archive; fails with `not-readable` and one line. */
export const openZip = async (bytes: Uint8Array, fileName: string): Promise<Result<OpenedZip>> => {
  const directory = await readDirectory(bytes)
  if (typeof directory === 'string') return fail('not-readable', `“${fileName}” ${inWords[directory]}`)
  const { outside, repeated } = directory
  return succeed({
    archive: new ZipArchive(bytes, directory),
    warnings: [
      ...(outside.length > 0 ? [`Names in the file that lead out of it were passed over (${outside.length}).`] : []),
      ...(repeated.length > 0
        ? [`Some names stand in the file more than once (${repeated.length}); the last of each counts.`]
        : []),
    ],
  })
}

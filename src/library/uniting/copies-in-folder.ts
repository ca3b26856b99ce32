import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../store/disk-failure.ts'
import { copiesAmong } from './copy-name.ts'

const withPrevious = (names: readonly string[]): readonly string[] => names.flatMap(name => [name, `${name}.previous`])

/** Files of a document that hold what the reader made. */
const DOCUMENT_FILES = withPrevious([
  'notes.json',
  'notes.journal.jsonl',
  'mechanisms.json',
  'mechanisms.journal.jsonl',
  'versions.json',
])

export interface FoundCopy {
  readonly name: string
  /** The file that it may be a copy of, without `.previous` and as the file that a journal stands beside. */
  readonly of: string
  readonly isJournal: boolean
  /** Name, size and time of change: tells it from what may stand under the name later. */
  readonly state: string
}

const copiesIn = async (folder: string, originals: readonly string[]): Promise<readonly FoundCopy[]> => {
  try {
    const found = await readdir(folder, { withFileTypes: true })
    const names = found.filter(entry => entry.isFile()).map(({ name }) => name)
    return await Promise.all(
      copiesAmong(names, originals).map(async ({ name, original }) => {
        const file = original.replace(/\.previous$/u, '')
        const isJournal = file.endsWith('.journal.jsonl')
        const { size, mtimeMs } = await stat(join(folder, name))
        return {
          name,
          of: isJournal ? file.replace(/\.journal\.jsonl$/u, '.json') : file,
          isJournal,
          state: `${name} ${size} ${mtimeMs}`,
        }
      }),
    )
  } catch (error) {
    // A folder that cannot be read is told by whoever needs what is in it; a file that is gone was no copy.
    if (systemCode(error) === null) throw error
    return []
  }
}

/** Files in a document's folder that may be copies which a sync program made of its files. */
export const copiesOfDocument = (folder: string): Promise<readonly FoundCopy[]> => copiesIn(folder, DOCUMENT_FILES)

/** Files in a library's folder that may be copies which a sync program made of one of the library's own files. */
export const copiesOfLibraryFile = (
  folder: string,
  file: 'library.json' | 'lexicon.json' | 'waiting-marks.json',
): Promise<readonly FoundCopy[]> =>
  copiesIn(folder, withPrevious(file === 'waiting-marks.json' ? [file, 'waiting-marks.journal.jsonl'] : [file]))

/** Names of folders of documents that may be copies which a sync program made of a document's folder, with its id. */
export const copiesOfFolders = async (
  documents: string,
  ids: readonly string[],
): Promise<readonly { readonly name: string; readonly id: string }[]> => {
  try {
    const found = await readdir(documents, { withFileTypes: true })
    const names = found.filter(entry => entry.isDirectory()).map(({ name }) => name)
    return copiesAmong(names, ids).map(({ name, original }) => ({ name, id: original }))
  } catch (error) {
    if (systemCode(error) === null) throw error
    return []
  }
}

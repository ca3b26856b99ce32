import { readdir } from 'node:fs/promises'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { libraryPaths } from './library-files.ts'
import { readFailure, systemCode } from './store/disk-failure.ts'

/** What a folder is to a library: one, a place where one can be made, or something else that is left alone. */
export type LibraryFolderState = 'library' | 'absent' | 'empty' | 'other-files'

/** Left by a library of which all else was lost: from its backups what the reader made comes back into a new one. */
const LEFT_OVER = new Set(['backups', 'trash'])

/** Names that alone do not make a library, nor keep one from being made: a start that was broken off leaves them. */
const isIncidental = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('library.lock') || name === 'documents' || LEFT_OVER.has(name)

/** Looks at a folder without changing anything. Fails with `library-missing` for a file, `not-readable` without permission. */
export const inspectLibraryFolder = async (folder: string): Promise<Result<LibraryFolderState>> => {
  try {
    const names = await readdir(folder)
    if (names.includes('library.json') || names.includes('library.json.previous')) return succeed('library')
    const documents = names.includes('documents') ? await readdir(libraryPaths(folder).documents) : []
    if (documents.length > 0) return succeed('library')
    return succeed(names.every(isIncidental) ? 'empty' : 'other-files')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return succeed('absent')
    if (systemCode(error) === 'ENOTDIR') {
      return fail(
        'library-missing',
        `${folder} is a file; a library is a folder. Choose the folder that holds library.json.`,
      )
    }
    return { ok: false, error: readFailure(error, folder) }
  }
}

import { basename } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { companionsInFolder } from './companions-in-folder.ts'
import type { Companions } from './importing/pictures/companions.ts'
import type { ImportOrder, SourceFile } from './importing-apart/import-runner.ts'
import { readSourceFile } from './read-source-file.ts'

/** What is to be imported, once it has been read: from the disk, from an address, or from the clipboard. */
export interface GivenFile extends SourceFile, Pick<ImportOrder, 'fileName' | 'origin'> {
  readonly companions: Companions
}

/** Reads what is to be imported, when it is its turn. `signal` ends the reading, which then fails with `cancelled`. */
export type ImportSource = (signal?: AbortSignal) => Promise<Result<GivenFile>>

/** A file on the disk, with the pictures that lie beside it. */
export const fileSource =
  (path: string): ImportSource =>
  async () => {
    const read = await readSourceFile(path)
    return read.ok ? succeed({ ...read.value, fileName: basename(path), companions: companionsInFolder(path) }) : read
  }

/** What an importer is told of the file. */
export const orderOf = ({ fileName, origin }: GivenFile): Pick<ImportOrder, 'fileName' | 'origin'> => ({
  fileName,
  ...(origin !== undefined && { origin }),
})

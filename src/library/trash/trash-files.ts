import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { documentEntrySchema } from '#core/article/document-entry.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { FORMAT, isDocumentId, migrationsOfEntries, withoutSketch } from '../library-files.ts'
import { readFailure, systemCode } from '../store/disk-failure.ts'
import type { FileFormat } from '../store/file-format.ts'
import { inspectFile } from '../store/inspect-file.ts'

/** The folder of documents that were moved to the trash, relative to the library. */
export const TRASH = 'trash/documents'

/** In the folder of a document that is in the trash. */
export const TRASHED_FILE = 'trashed.json'

/** `trashed.json` in the folder of a document that is in the trash: since when, and its line of the index. */
const trashedSchema = v.object({ format: v.literal(FORMAT), trashed: v.string(), entry: documentEntrySchema })
export type Trashed = v.InferOutput<typeof trashedSchema>
export const trashedFormat: FileFormat<Trashed> = {
  version: FORMAT,
  schema: trashedSchema,
  migrations: migrationsOfEntries(fields => ({ ...fields, entry: withoutSketch(fields['entry']) })),
}

/** A document in the trash: its folder there, since when, and its line of the index as it was. */
export interface TrashedDocument extends Omit<Trashed, 'format'> {
  readonly name: string
}

/** Names of the folders in the trash; none when there is no such folder. */
export const trashFolders = async (library: string): Promise<Result<readonly string[]>> => {
  const folder = join(library, TRASH)
  try {
    const found = await readdir(folder, { withFileTypes: true })
    return succeed(found.filter(entry => entry.isDirectory() && isDocumentId(entry.name)).map(({ name }) => name))
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? succeed([]) : { ok: false, error: readFailure(error, folder) }
  }
}

/** What is in the trash, the last that came first. A folder that does not say what it was is left out and stays. */
export const readTrash = async (library: string): Promise<Result<readonly TrashedDocument[]>> => {
  const folders = await trashFolders(library)
  if (!folders.ok) return folders
  const read = await Promise.all(
    folders.value.map(async name => {
      const file = await inspectFile(join(library, TRASH, name, TRASHED_FILE), trashedFormat)
      return file.state === 'good' ? [{ name, trashed: file.value.trashed, entry: file.value.entry }] : []
    }),
  )
  return succeed(read.flat().toSorted((a, b) => (a.trashed < b.trashed ? 1 : a.trashed > b.trashed ? -1 : 0)))
}

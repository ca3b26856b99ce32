import { join } from 'node:path'
import * as v from 'valibot'
import { spellingSchema, statedEffectSchema } from '#core/mechanism/across/stated-effect.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { writeDurably } from '../store/durable-file.ts'
import { inspectFile } from '../store/inspect-file.ts'
import type { FileFormat } from '../store/inspect-file.ts'

/** Raised whenever the same `mechanisms.json` would give other entries: what an older program made is made anew. */
const INDEX_FORMAT = 1

/** What the index holds of one document, and the state of the document's files that it was made from. */
const indexedDocumentSchema = v.object({
  id: v.string(),
  /** Size and time of the files; another one means that they have changed. */
  stamp: v.string(),
  effects: v.array(statedEffectSchema),
  spellings: v.array(spellingSchema),
})
export type StoredDocument = v.InferOutput<typeof indexedDocumentSchema>

const storedIndexSchema = v.object({ format: v.literal(INDEX_FORMAT), documents: v.array(indexedDocumentSchema) })
type StoredIndex = v.InferOutput<typeof storedIndexSchema>
const storedIndexFormat: FileFormat<StoredIndex> = { version: INDEX_FORMAT, schema: storedIndexSchema }

/** `mechanism-index.json`: a copy of what the documents' own files say. It may be deleted at any time. */
export const indexFile = (library: string): string => join(library, 'mechanism-index.json')

/** What was kept of the last time; nothing when there is no file, or one that cannot be used. */
export const readIndexFile = async (library: string): Promise<readonly StoredDocument[]> => {
  const file = await inspectFile(indexFile(library), storedIndexFormat)
  return file.state === 'good' ? file.value.documents : []
}

/** Keeps the index for the next time. On one line: nobody reads it but the program, and it is large. */
export const writeIndexFile = async (library: string, documents: readonly StoredDocument[]): Promise<Result<null>> => {
  const written = await writeDurably(indexFile(library), JSON.stringify({ format: INDEX_FORMAT, documents }), {
    keepPrevious: false,
  })
  return written.ok ? succeed(null) : written
}

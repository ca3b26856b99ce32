import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import * as v from 'valibot'
import { spellingSchema, statedEffectSchema } from '#core/mechanism/across/stated-effect.ts'
import type { Result } from '#core/result/result.ts'
import { parseJson } from '#core/text/parse-json.ts'
import { systemCode } from '../store/disk-failure.ts'
import { writeDurably } from '../store/durable-file.ts'

/** Raised whenever the same `mechanisms.json` would give other entries: what an older program made is made anew. */
const INDEX_FORMAT = 1

/** What the index holds of one document, and the state of the document's file that it was made from. */
const storedDocumentSchema = v.object({
  id: v.string(),
  /** Size and time of the file; another one means that it has changed. */
  stamp: v.string(),
  effects: v.array(statedEffectSchema),
  spellings: v.array(spellingSchema),
})
export type StoredDocument = v.InferOutput<typeof storedDocumentSchema>

const headSchema = v.object({ format: v.literal(INDEX_FORMAT) })

/** `mechanism-index.jsonl`: a copy of what the documents' own files say. It may be deleted at any time. */
export const indexFile = (library: string): string => join(library, 'mechanism-index.jsonl')

/** Documents that are read or written in one go; in between others get their turn. A document takes about a tenth of a millisecond. */
const AT_ONCE = 100

const parse = (line: string): unknown => {
  try {
    return parseJson(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === null) throw error
    return ''
  }
}

/** What was kept of the last time, without what cannot be used: that is made anew, as if it had not been kept. */
export const readIndexFile = async (library: string): Promise<readonly StoredDocument[]> => {
  const [head = '', ...lines] = (await textOf(indexFile(library))).split('\n')
  if (!v.is(headSchema, parse(head))) return []
  const documents: StoredDocument[] = []
  for (const [at, line] of lines.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    const document = parse(line)
    if (v.is(storedDocumentSchema, document)) documents.push(document)
  }
  return documents
}

/** Keeps the index for the next time, a document a line. */
export const writeIndexFile = async (library: string, documents: readonly StoredDocument[]): Promise<Result<null>> => {
  const lines = [JSON.stringify({ format: INDEX_FORMAT })]
  for (const [at, document] of documents.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    lines.push(JSON.stringify(document))
  }
  return writeDurably(indexFile(library), `${lines.join('\n')}\n`, { keepPrevious: false })
}

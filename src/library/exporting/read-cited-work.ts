import type { CitedWork } from '#core/export/csl-item.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '../open-library.ts'
import { correctedArticle } from './corrected-article.ts'
import { keyOfDocument } from './key-of-document.ts'

/**
 * What a citation tells of one document, with what the reader corrected. `keys` are those of all documents, for whoever reads many.
 * Fails as reading the document does.
 */
export const readCitedWork = async (
  library: OpenLibrary,
  id: string,
  keys?: ReadonlyMap<string, string>,
): Promise<Result<CitedWork>> => {
  const entry = library.documents().find(document => document.id === id)
  if (!entry) return fail('document-unknown', `There is no document “${id}” in this library. Choose one of its list.`)
  const read = await library.readArticle(id)
  if (!read.ok) return read
  const notes = await library.readNotes(id)
  if (!notes.ok) return notes
  const { metadata } = correctedArticle(read.value.article, notes.value.citation)
  const key = keys?.get(id) ?? keyOfDocument(library.documents(), id, metadata, notes.value.citation)
  return succeed({ metadata, key, added: entry.added })
}

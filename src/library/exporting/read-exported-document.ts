import { standsInPlace } from '#core/anchoring/stands-in-place.ts'
import type { ExportedDocument } from '#core/export/exported-document.ts'
import { nameOfWord } from '#core/mechanism/entities/name-of-word.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { correctedArticle } from './corrected-article.ts'
import { keyOfDocument } from './key-of-document.ts'
import type { OpenLibrary } from '../open-library.ts'

/**
 * Gathers all that an export tells of one document. `exportedAt` is ISO 8601. `readNames` gives the lexicon's names and is
 * asked only when a passage has to be looked for. Fails as reading the document or the names does.
 */
export const readExportedDocument = async (
  library: OpenLibrary,
  id: string,
  exportedAt: string,
  readNames: () => Promise<Result<readonly WrittenName[]>>,
): Promise<Result<ExportedDocument>> => {
  const entry = library.documents().find(document => document.id === id)
  if (!entry) return fail('document-unknown', `There is no document “${id}” in this library. Choose one of its list.`)
  const read = await library.readArticle(id)
  if (!read.ok) return read
  const notes = await library.readNotes(id)
  if (!notes.ok) return notes
  const mechanisms = await library.readMechanisms(id)
  if (!mechanisms.ok) return mechanisms
  const { found, cards, effectDecisions } = mechanisms.value
  const article = correctedArticle(read.value.article, notes.value.citation)
  const isInPlace = notes.value.annotations.every(
    ({ deleted, selectors }) => deleted !== undefined || standsInPlace(article.text, selectors) !== null,
  )
  const names = isInPlace ? succeed([]) : await readNames()
  if (!names.ok) return names
  return succeed({
    article,
    citationKey: keyOfDocument(library.documents(), id, article.metadata, notes.value.citation),
    added: entry.added,
    annotations: notes.value.annotations,
    pageNote: notes.value.pageNote,
    cards: showCards(found, cards, effectDecisions),
    study: found.study,
    nameOf: nameOfWord(names.value),
    exportedAt,
  })
}

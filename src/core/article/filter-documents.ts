import type { DocumentEntry } from './document-entry.ts'

/** What a list of documents is narrowed to. */
export interface DocumentFilter {
  /** Words, each of which has to stand in the title, an author's name, the publisher, a keyword, a tag, a collection or the year. */
  readonly text: string
  /** Name of the collection; null for the whole library. */
  readonly collection: string | null
  /** A document has to have all of them. */
  readonly tags: readonly string[]
}

export const everyDocument: DocumentFilter = { text: '', collection: null, tags: [] }

/** Without case and diacritics, so that `muller` finds `Müller`. */
export const foldWords = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Entries are never changed in place, so what was folded once stays right. */
const folded = new WeakMap<DocumentEntry, string>()

const foldedWords = (entry: DocumentEntry): string => {
  const known = folded.get(entry)
  if (known !== undefined) return known
  const { title, authors, publisher = '', keywords = [], tags = [], collections = [], published = '' } = entry
  const words = foldWords([title, ...authors, publisher, ...keywords, ...tags, ...collections, published].join('\n'))
  folded.set(entry, words)
  return words
}

/** The documents that the filter leaves, in their order. */
export const filterDocuments = (
  documents: readonly DocumentEntry[],
  { text, collection, tags }: DocumentFilter,
): readonly DocumentEntry[] => {
  const words = foldWords(text)
    .split(/\s+/u)
    .filter(word => word !== '')
  if (words.length === 0 && collection === null && tags.length === 0) return documents
  return documents.filter(
    entry =>
      (collection === null || entry.collections?.includes(collection) === true) &&
      tags.every(tag => entry.tags?.includes(tag) === true) &&
      words.every(word => foldedWords(entry).includes(word)),
  )
}

export interface CountedName {
  readonly name: string
  readonly count: number
}

/** The names that documents have in a field, in alphabetical order, with how many documents have each. */
export const countNames = (documents: readonly DocumentEntry[], field: 'collections' | 'tags'): CountedName[] => {
  const counts = new Map<string, number>()
  for (const entry of documents) for (const name of entry[field] ?? []) counts.set(name, (counts.get(name) ?? 0) + 1)
  const collator = new Intl.Collator('en', { numeric: true })
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => collator.compare(a.name, b.name))
}

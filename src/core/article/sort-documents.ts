import type { DocumentEntry } from './document-entry.ts'
import { foldWords } from './filter-documents.ts'

export const documentOrders = [
  'title',
  'authors',
  'publisher',
  'year',
  'added',
  'read',
  'progress',
  'marks',
  'mechanisms',
] as const
export type DocumentOrder = (typeof documentOrders)[number]

/** What documents are compared by: words, or a number; null when there is nothing to go by. */
type SortKey = string | number | null

const ofWords = (words: string | undefined): SortKey => (words === undefined || words === '' ? null : foldWords(words))

const keyOf: Readonly<Record<DocumentOrder, (entry: DocumentEntry) => SortKey>> = {
  title: ({ title }) => ofWords(title),
  authors: ({ authors }) => ofWords(authors.join(', ')),
  publisher: ({ publisher }) => ofWords(publisher),
  year: ({ published }) => published ?? null,
  added: ({ added }) => added,
  read: ({ lastRead }) => lastRead ?? null,
  progress: ({ position }) => position.progress,
  marks: ({ annotations }) => annotations,
  mechanisms: ({ mechanisms }) => mechanisms,
}

/** The direction in which a column is first sorted: words from A, times and numbers from the latest and the most. */
export const startsAscending = (order: DocumentOrder): boolean => ['title', 'authors', 'publisher'].includes(order)

/** The documents in an order; those that have nothing to go by come last either way, equal ones the newest first. */
export const sortDocuments = (
  documents: readonly DocumentEntry[],
  order: DocumentOrder,
  ascending: boolean,
): readonly DocumentEntry[] => {
  const direction = ascending ? 1 : -1
  return documents
    .map(entry => ({ entry, key: keyOf[order](entry) }))
    .toSorted((a, b) => {
      if (a.key === b.key) return a.entry.added < b.entry.added ? 1 : a.entry.added > b.entry.added ? -1 : 0
      if (a.key === null) return 1
      if (b.key === null) return -1
      return a.key < b.key ? -direction : direction
    })
    .map(({ entry }) => entry)
}

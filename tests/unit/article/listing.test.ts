import { describe, expect, it } from 'vitest'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { countNames, everyDocument, filterDocuments } from '#core/article/filter-documents.ts'
import { sortDocuments } from '#core/article/sort-documents.ts'

const entry = (id: string, changes: Partial<DocumentEntry> = {}): DocumentEntry => ({
  id,
  title: id,
  authors: [],
  format: 'html',
  added: '2026-11-20T10:00:00.000Z',
  words: 1,
  sourceHash: id,
  annotations: 0,
  mechanisms: 0,
  position: { offset: 0, progress: 0 },
  ...changes,
})

const ids = (documents: readonly DocumentEntry[]): string[] => documents.map(({ id }) => id)

const documents = [
  entry('a', { title: 'Étude sur la douleur', authors: ['Jürgen Müller'], tags: ['pain'], published: '2004-05' }),
  entry('b', { title: 'Glia and pain', publisher: 'Brain', collections: ['Thesis'], tags: ['pain', 'glia'] }),
  entry('c', { title: 'Sleep', keywords: ['Naloxone'], collections: ['Thesis', 'To read'], published: '1999' }),
]

describe('narrowing a list of documents', () => {
  const find = (changes: Partial<typeof everyDocument>): string[] =>
    ids(filterDocuments(documents, { ...everyDocument, ...changes }))

  it('asks for each word anywhere, whatever its case and its diacritics', () => {
    expect(find({ text: 'MULLER etude' })).toEqual(['a'])
    expect(find({ text: 'müller' })).toEqual(['a'])
    expect(find({ text: 'pain' })).toEqual(['a', 'b'])
    expect(find({ text: 'naloxone thesis' })).toEqual(['c'])
    expect(find({ text: '2004' })).toEqual(['a'])
    expect(find({ text: 'pain sleep' })).toEqual([])
  })

  it('keeps to a collection and to all of the tags', () => {
    expect(find({ collection: 'Thesis' })).toEqual(['b', 'c'])
    expect(find({ tags: ['pain'] })).toEqual(['a', 'b'])
    expect(find({ tags: ['pain', 'glia'] })).toEqual(['b'])
    expect(find({ collection: 'To read', text: 'glia' })).toEqual([])
  })

  it('counts the names of a field in alphabetical order', () => {
    expect(countNames(documents, 'tags')).toEqual([
      { name: 'glia', count: 1 },
      { name: 'pain', count: 2 },
    ])
  })
})

describe('sorting a list of documents', () => {
  it('sorts words without heed to case and diacritics', () => {
    expect(ids(sortDocuments(documents, 'title', true))).toEqual(['a', 'b', 'c'])
    expect(ids(sortDocuments(documents, 'title', false))).toEqual(['c', 'b', 'a'])
  })

  it('puts what has nothing to go by last, either way', () => {
    expect(ids(sortDocuments(documents, 'year', true))).toEqual(['c', 'a', 'b'])
    expect(ids(sortDocuments(documents, 'year', false))).toEqual(['a', 'c', 'b'])
  })

  it('puts the newer of equal ones first', () => {
    const older = entry('x', { added: '2026-11-01T10:00:00.000Z' })
    expect(ids(sortDocuments([older, entry('y')], 'marks', false))).toEqual(['y', 'x'])
  })
})

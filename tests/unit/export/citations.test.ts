import { describe, expect, it } from 'vitest'
import type { ArticleMetadata } from '#core/article/article.ts'
import { citationKeys } from '#core/export/citation-key.ts'
import { citeInWords } from '#core/export/cite-in-words.ts'
import { cslItem } from '#core/export/csl-item.ts'

const metadata = (more: Partial<ArticleMetadata>): ArticleMetadata => ({
  title: 'Cells and pain',
  authors: [],
  language: 'en',
  keywords: [],
  sourceNotes: [],
  ...more,
})
const work = (more: Partial<ArticleMetadata>) => ({ metadata: metadata(more), key: 'k', added: '2026-11-23T10:00:00Z' })

describe('a citation in words', () => {
  it('stands as medical journals have it', () => {
    const all = { authors: ['Jane A. Doe', 'Nerve Group'], journal: 'Pain', publisher: 'Pain', volume: '3', issue: '4' }
    expect(citeInWords(work({ ...all, pages: '12-18', published: '2024-03-02', doi: '10.1000/182', pmid: '7' }))).toBe(
      'Doe JA, Nerve Group. Cells and pain. Pain. 2024 Mar 2;3(4):12-18. doi:10.1000/182. PMID: 7.',
    )
  })

  it('of a page says where and when it was read', () => {
    expect(citeInWords(work({ publisher: 'Site', address: 'https://example.org/a', updated: '2024' }))).toBe(
      'Cells and pain. Site. 2024 [cited 2026 Nov 23]. Available from: https://example.org/a',
    )
  })

  it('names six authors, and keeps a title’s own mark', () => {
    const authors = ['A B', 'C D', 'E F', 'G H', 'I J', 'K L', 'M N']
    expect(citeInWords(work({ title: 'Why?', authors, journal: 'J' }))).toBe(
      'B A, D C, F E, H G, J I, L K, et al. Why? J.',
    )
  })

  it('of a book and of a chapter names the publisher', () => {
    expect(citeInWords(work({ type: 'book', publisher: 'Press', published: '2020' }))).toBe(
      'Cells and pain. Press; 2020.',
    )
    expect(citeInWords(work({ type: 'book', publisher: 'Press', published: '2020', series: 'Nerves, 2' }))).toBe(
      'Cells and pain. Press; 2020. (Nerves; 2).',
    )
    expect(citeInWords(work({ type: 'chapter', journal: 'Book', publisher: 'Press', pages: '3-4' }))).toBe(
      'Cells and pain. In: Book. Press:3-4.',
    )
  })
})

describe('CSL JSON', () => {
  it.each([
    ['Nerves, 2', { 'collection-title': 'Nerves', 'collection-number': '2' }],
    ['Nerves, 2.5', { 'collection-title': 'Nerves', 'collection-number': '2.5' }],
    ['Pain, Loss and Care', { 'collection-title': 'Pain, Loss and Care' }],
    ['Care, IV', { 'collection-title': 'Care', 'collection-number': 'IV' }],
  ])('divides the series %s', (series, said) => {
    expect(cslItem(work({ type: 'book', series, isbn: '9780306406157', description: 'Of nerves.' }))).toEqual({
      id: 'k',
      'citation-key': 'k',
      type: 'book',
      title: 'Cells and pain',
      ISBN: '9780306406157',
      ...said,
      abstract: 'Of nerves.',
      language: 'en',
    })
  })

  it('has the names and dates that reference managers read, and nothing that is not known', () => {
    expect(
      cslItem(work({ authors: ['Doe, Jane', 'WHO'], journal: 'Pain', publisher: 'Pain', published: '2024-03' })),
    ).toEqual({
      id: 'k',
      'citation-key': 'k',
      type: 'article-journal',
      title: 'Cells and pain',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'WHO' }],
      'container-title': 'Pain',
      issued: { 'date-parts': [[2024, 3]] },
      language: 'en',
    })
  })
})

describe('citation keys', () => {
  const entry = (id: string, more: object = {}) => ({
    id,
    title: 'The cells',
    authors: ['Jane Doe'],
    published: '2024-03-02',
    ...more,
  })
  const keysOf = (...entries: Parameters<typeof citationKeys>[0]) => [...citationKeys(entries).values()]

  it('are made of author, year and the first word that says something', () => {
    expect(keysOf(entry('a'))).toEqual(['doe2024cells'])
    expect(keysOf(entry('a', { authors: ['Zoë Ångström-Løve'], title: '«Straße»' }))).toEqual([
      'angstromlove2024strasse',
    ])
    expect(keysOf(entry('a', { authors: [], published: undefined, title: '中文' }))).toEqual(['article'])
  })

  it('stay the same when others come, and are the reader’s own where there is one', () => {
    expect(keysOf(entry('a'), entry('b'), entry('c'))).toEqual(['doe2024cells', 'doe2024cells-2', 'doe2024cells-3'])
    const own = citationKeys([entry('a'), entry('b', { corrected: { key: 'Doe2024Cells' } })])
    expect([own.get('a'), own.get('b')]).toEqual(['doe2024cells-2', 'Doe2024Cells'])
  })
})

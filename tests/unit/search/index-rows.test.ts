import { describe, expect, it } from 'vitest'
import { indexRows } from '#core/search/index-rows.ts'
import type { SearchedDocument } from '#core/search/index-rows.ts'
import { annotationWith } from '../annotation/samples.ts'
import { articleFromLines } from '../mechanism/article-from-lines.ts'

const documentOf = (lines: readonly string[], changes: Partial<SearchedDocument> = {}): SearchedDocument => ({
  article: {
    ...articleFromLines(lines),
    metadata: { title: 'How IL-10 calms a nerve', authors: ['Jane Doe'], publisher: 'A Journal', keywords: ['pain'] },
  },
  annotations: [],
  pageNote: null,
  cards: [],
  ...changes,
})
const rowsOf = (document: SearchedDocument) => indexRows(document)
const long = 'A sentence of some words that goes on. '.repeat(20).trim()

describe('the rows of a document', () => {
  it('have the title once, with what is known of the article, at its heading', () => {
    const rows = rowsOf(documentOf(['# How IL-10 calms a nerve', 'Pain eases.']))
    expect(rows.map(({ place }) => place)).toEqual(['title', 'text'])
    expect(rows[0]).toMatchObject({
      passage: { start: 0, quote: 'How IL-10 calms a nerve' },
      words: { title: expect.stringContaining('How IL-10 calms a nerve'), author: expect.stringContaining('Jane Doe') },
    })
  })

  it('have passages that are exactly theirs', () => {
    const document = documentOf(['# Other', 'One.', 'Two.', '## Next', long, long, '- item', long])
    const { text } = document.article
    const rows = rowsOf(document).filter(({ place }) => place === 'text')
    for (const row of rows) expect(text.slice(row.passage?.start, row.passage?.end)).toBe(row.text)
    expect(rows.map(row => row.text)).toEqual(['Other', 'One.\nTwo.', 'Next', long, long, `item\n${long}`])
    expect(rowsOf(documentOf([])).map(({ place }) => place)).toEqual(['title'])
  })

  it('leave out nothing of a paragraph that is very long', () => {
    const words = Array.from({ length: 3_000 }, (_, at) => `word${at}`).join(' ')
    const rows = rowsOf(documentOf([words])).filter(({ place }) => place === 'text')
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.map(row => row.text).join('')).toBe(words)
  })

  it('have notes with their tags at the passage, and none at words that are not there any more', () => {
    const annotations = [
      annotationWith({ note: 'Compare', tags: ['cytokine'] }),
      annotationWith({
        note: 'Gone',
        selectors: { quote: { exact: 'other words', prefix: '', suffix: '' }, position: { start: 9, end: 20 } },
      }),
      annotationWith(),
    ]
    const pageNote = { value: 'On the whole', modified: '2026-11-22T10:00:00.000Z', version: 1 }
    const rows = rowsOf(documentOf(['In time, IL-10 rises again.'], { annotations, pageNote }))
    expect(rows.filter(({ place }) => place === 'note')).toMatchObject([
      {
        text: 'Compare\n#cytokine',
        passage: { start: 9, end: 20, quote: 'IL-10 rises' },
        words: { note: 'Compare', tag: 'cytokine' },
      },
      { text: 'Gone', passage: null },
      { text: 'On the whole', passage: null },
    ])
  })
})

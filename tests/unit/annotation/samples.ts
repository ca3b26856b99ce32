import type { ArticleText } from '#core/article/article.ts'
import type { Annotation } from '#core/annotation/annotation.ts'

/** An article of the given paragraphs, one block each, in one section. */
export const articleOf = (...paragraphs: string[]): ArticleText => {
  const text = paragraphs.join('\n')
  let start = 0
  const blocks = paragraphs.map((paragraph, index) => {
    const block = { id: `b${index}`, kind: 'paragraph' as const, section: 's0', start, end: start + paragraph.length }
    start = block.end + 1
    return block
  })
  return { text, blocks, sections: [{ id: 's0', level: 0, title: '', parent: null, start: 0, end: text.length }] }
}

export const FIRST_ID = '6f1d2a54-8f0c-4c6e-9a55-0f4f3a1b2c3d'
export const SECOND_ID = '0b7d9c1e-3a52-4d8a-8b61-5c2e7f9a0d14'

export const annotationWith = (changes: Partial<Annotation> = {}): Annotation => ({
  id: FIRST_ID,
  created: '2026-11-22T10:00:00.000Z',
  modified: '2026-11-22T10:00:00.000Z',
  version: 1,
  style: 'highlight',
  color: 'yellow',
  note: '',
  tags: [],
  selectors: {
    quote: { exact: 'IL-10 rises', prefix: 'In time, ', suffix: ' again.' },
    position: { start: 9, end: 20 },
    structure: { section: 's0', block: 'b0', offset: 9 },
  },
  ...changes,
})

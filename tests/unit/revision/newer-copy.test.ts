import { describe, expect, it } from 'vitest'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { likestCopy, mayBeCopy, normaliseAddress } from '#core/revision/newer-copy.ts'
import { likenessOf, sketchText } from '#core/revision/text-sketch.ts'

const sentence = (number: number): string =>
  `In group ${number} the nerve grew by ${number * 3} units after week ${number % 7}, as section ${number * 11} showed.`
const text = Array.from({ length: 120 }, (_, number) => sentence(number)).join(' ')
const edited = text
  .split(' ')
  .map((word, place) => (place % 20 === 7 ? 'edited' : word))
  .join(' ')
const other = Array.from(
  { length: 120 },
  (_, number) => `Patient ${number} slept ${number % 9} hours and felt rested.`,
).join(' ')

const entry = (changes: Partial<DocumentEntry> = {}): DocumentEntry => ({
  id: 'a',
  title: 'Repair of a nerve',
  authors: [],
  format: 'html',
  added: '2026-11-22T10:00:00.000Z',
  words: 1,
  sourceHash: '',
  annotations: 0,
  mechanisms: 0,
  position: { offset: 0, progress: 0 },
  ...changes,
})

describe('a newer copy', () => {
  const article = { title: 'Repair of a nerve', authors: [] }

  it('is told by title and likeness with one word in twenty changed', () => {
    expect(likenessOf(sketchText(text), sketchText(edited))).toBeGreaterThan(0.3)
    expect(mayBeCopy(article, entry())).toBe(true)
    expect(likestCopy(edited, [{ entry: entry(), text }])?.id).toBe('a')
  })

  it('is told by its address under another title', () => {
    const address = 'https://www.example.org/repair/?utm_source=mail#top'
    const renamed = { ...article, title: 'Nerves, repaired', address }
    expect(mayBeCopy(renamed, entry({ address: 'http://example.org/repair' }))).toBe(true)
    expect(mayBeCopy(renamed, entry())).toBe(false)
  })

  it('is not another article of the same title or address, nor one of another publisher', () => {
    expect(likenessOf(sketchText(text), sketchText(other))).toBe(0)
    expect(likestCopy(other, [{ entry: entry(), text }])).toBeNull()
    expect(mayBeCopy({ ...article, publisher: 'One' }, entry({ publisher: 'Other' }))).toBe(false)
  })

  it('is one of the likest of several', () => {
    const half = text.slice(0, text.length / 2)
    const candidates = [
      { entry: entry({ id: 'half' }), text: half },
      { entry: entry({ id: 'whole' }), text },
    ]
    expect(likestCopy(edited, candidates)?.id).toBe('whole')
  })
})

it('takes two ways to write an address for one, but not two pages', () => {
  expect(normaliseAddress('HTTPS://WWW.Example.org/a/?b=2&a=1#c')).toBe(
    normaliseAddress('http://example.org/a?a=1&b=2'),
  )
  expect(normaliseAddress('https://example.org/a?id=1')).not.toBe(normaliseAddress('https://example.org/a?id=2'))
})

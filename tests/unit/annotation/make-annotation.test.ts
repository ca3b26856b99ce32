import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationSchema } from '#core/annotation/annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import * as v from 'valibot'
import { articleOf, FIRST_ID } from './samples.ts'

const now = '2026-11-22T10:00:00.000Z'
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff

describe('makeSelectors', () => {
  const article = articleOf(
    'Stem cells release growth factors that keep neurons alive.',
    'IL-10 rises while IL-1 falls in the damaged nerve.',
  )

  it('keeps the words with 32 characters on either side, the position, and the block', () => {
    const start = article.text.indexOf('IL-1 falls')
    expect(makeSelectors(article, { start, end: start + 10 })).toEqual({
      quote: {
        exact: 'IL-1 falls',
        prefix: 'eurons alive.\nIL-10 rises while ',
        suffix: ' in the damaged nerve.',
      },
      position: { start, end: start + 10 },
      structure: { section: 's0', block: 'b1', offset: 18 },
    })
  })

  it('names the block in which a passage across paragraphs starts', () => {
    const start = article.text.indexOf('alive')
    const selectors = makeSelectors(article, { start, end: article.text.indexOf('rises') })
    expect(selectors.quote.exact).toBe('alive.\nIL-10 ')
    expect(selectors.structure).toEqual({ section: 's0', block: 'b0', offset: start })
  })

  it('has no context beyond the ends of the text', () => {
    const { quote } = makeSelectors(article, { start: 0, end: article.text.length })
    expect(quote).toEqual({ exact: article.text, prefix: '', suffix: '' })
  })

  it('takes a selection that was made backwards, or that reaches past the end', () => {
    expect(makeSelectors(article, { start: 10, end: 5 }).position).toEqual({ start: 5, end: 10 })
    expect(makeSelectors(article, { start: -3, end: 1e9 }).position).toEqual({ start: 0, end: article.text.length })
  })

  it('never cuts a character in two, in the quote or in its context', () => {
    const character = fc.constantFrom('a', ' ', '🧠', '𝛽', 'é')
    const text = fc.array(character, { minLength: 1, maxLength: 120 }).map(characters => characters.join(''))
    fc.assert(
      fc.property(text, fc.nat(240), fc.nat(240), (words, start, end) => {
        const { quote, position } = makeSelectors(articleOf(words), { start, end })
        for (const part of [quote.exact, quote.prefix, quote.suffix]) {
          expect(isLowSurrogate(part.charCodeAt(0))).toBe(false)
          expect(isHighSurrogate(part.charCodeAt(part.length - 1))).toBe(false)
        }
        expect(words.slice(position.start, position.end)).toBe(quote.exact)
        expect(quote.prefix.length).toBeLessThanOrEqual(32)
      }),
    )
  })
})

describe('makeAnnotation', () => {
  it('makes a first version that is valid, with tidy tags and the note as it was typed', () => {
    const made = makeAnnotation(
      articleOf('Pain eases.'),
      { start: 0, end: 4 },
      {
        id: FIRST_ID,
        now,
        style: 'underline',
        color: 'blue',
        note: '  as typed\n',
        tags: [' pain ', 'pain', '', '# to  read', 'C#', '#'],
      },
    )
    expect(v.is(annotationSchema, made)).toBe(true)
    expect(made).toMatchObject({
      version: 1,
      created: now,
      modified: now,
      note: '  as typed\n',
      tags: ['pain', 'to read', 'C#'],
    })
  })
})

import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { extract } from '#core/mechanism/extract.ts'
import { findEffects } from '#core/mechanism/find-effects.ts'
import { extractionSchema } from '#core/mechanism/mechanism.ts'
import { articleFromLines } from './article-from-lines.ts'
import { shippedLexicon } from './lexicon-data.ts'

/** Pieces of sentences, so that chance puts together what looks like one. */
const piece = fc.constantFrom(
  'IL-6',
  'stem cells',
  'reduces',
  'reduction',
  'of',
  'the',
  'and',
  ',',
  'by',
  'which',
  'that',
  'to',
  'not',
  '(',
  ')',
  'neither',
  'nor',
  'increase',
  'increased',
  'blocking',
  'pain',
  'is',
  'may',
  ';',
  ':',
  'such as',
  '-induced',
  'no',
  'in',
  '7 each with',
  '58 patients',
  'were given',
  '.',
  '"',
  '🧠',
  '\u0301',
)
const nearSentence = fc.array(piece, { maxLength: 24 }).map(pieces => pieces.join(' '))
const anyText = fc.oneof(
  nearSentence,
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
)

describe('any text', () => {
  it('gives effects whose words stand where they say', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const { agent, target, trigger, confidence } of findEffects(text, shippedLexicon)) {
          const parts = agent ? [agent, target, trigger] : [target, trigger]
          for (const part of parts) expect(text.slice(part.start, part.end)).toBe(part.quote)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('gives an extraction that keeps to its schema, the same each time', () => {
    const line = fc
      .tuple(fc.constantFrom('', '# ', '## ', '### ', '- ', '| '), anyText)
      .map(([mark, text]) => mark + text.replaceAll('\n', ' '))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), lines => {
        const article = articleFromLines(['## Mechanisms', ...lines])
        const result = extract(article, shippedLexicon)
        expect(v.safeParse(extractionSchema, result).success).toBe(true)
        expect(extract(article, shippedLexicon)).toEqual(result)
        const ids = new Set([...result.effects, ...result.entities].map(part => part.id))
        for (const card of result.mechanisms)
          for (const id of [...card.effects, ...card.entities]) expect(ids).toContain(id)
      }),
      { numRuns: 200 },
    )
  })

  it('may be one endless sentence, word or nest of brackets', () => {
    for (const text of [
      'IL-6 reduces '.repeat(20_000),
      'reduction of '.repeat(20_000),
      'x'.repeat(300_000),
      '('.repeat(50_000),
      'A'.repeat(100_000),
      'IL-6, '.repeat(30_000),
      '1 '.repeat(50_000),
    ]) {
      expect(() => extract(articleFromLines([text]), shippedLexicon)).not.toThrow()
    }
  }, 60_000)
})

it('reads a hundred thousand words in a few seconds', () => {
  const paragraph =
    'Transplanted stem cells suppress the over-activation of microglia and lower IL-1 and IL-17, whereas IL-10 is increased by regulatory T cells. ' +
    'The production of reactive oxygen species (ROS) in the dorsal horn is inhibited, which may ease neuropathic pain. '
  const article = articleFromLines([
    '# Title',
    ...Array.from({ length: 500 }, (_, i) => (i % 10 === 0 ? `## Part ${i}` : paragraph.repeat(6))),
  ])
  expect(article.text.split(/\s+/u).length).toBeGreaterThan(100_000)
  const before = process.cpuUsage()
  expect(extract(article, shippedLexicon).effects.length).toBeGreaterThan(1_000)
  // Time of this process, not of the clock: the machine may be busy with other tests.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(6_000)
}, 60_000)

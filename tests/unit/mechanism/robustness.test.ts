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

describe('text in another language', () => {
  it('is not looked through, and says so', () => {
    const german =
      'Insulin senkt die Konzentration von Glukose im Blut, und IL-10 hemmt die Freisetzung von TNF-α aus Makrophagen.'
    const result = extract(articleFromLines(['# Wirkung von Insulin', german]), shippedLexicon)
    expect(result).toEqual({ mechanisms: [], effects: [], entities: [], study: null, unread: 'not-english' })
    expect(v.safeParse(extractionSchema, result).success).toBe(true)
  })

  it('does not hide what an English article says beside it', () => {
    const result = extract(
      articleFromLines([
        '# Effects of insulin',
        'Insulin lowers the concentration of glucose in the blood.',
        'Insulin senkt die Glukose im Blut.',
      ]),
      shippedLexicon,
    )
    expect(result.unread).toBeUndefined()
    expect(result.effects.map(effect => effect.agent?.quote)).toContain('Insulin')
  })
})

describe('text that is no prose', () => {
  const nothing = { mechanisms: [], effects: [], study: null }

  it('one word states nothing', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('Pain', 'IL-6', 'reduces', '58'),
    )
    fc.assert(
      fc.property(word, text => {
        expect(extract(articleFromLines([text.replace(/\s/gu, '')]), shippedLexicon)).toMatchObject(nothing)
      }),
    )
  })

  it('tables state nothing', () => {
    const cell = fc.oneof(nearSentence, fc.constantFrom('IL-6', 'TNF-α increases IL-6', 'up', '12.5', '<0.001', ''))
    const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map(cells => `| ${cells.join(' | ')}`)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), rows => {
        expect(extract(articleFromLines(rows), shippedLexicon)).toMatchObject(nothing)
      }),
    )
  })

  it('code states nothing, whatever its names mean', () => {
    const name = fc.constantFrom('il6', 'tnf', 'increase', 'reduces', 'inhibit', 'IL_10', 'pain', 'stemCells')
    const line = fc
      .tuple(name, name, name, fc.constantFrom(0, 1, 2, 3))
      .map(
        ([a, b, c, kind]) =>
          [
            `const ${a} = ${b}(${c}); // ${a} increases ${b}`,
            `if (${a} > ${b}) { return ${c}[0]; } else { ${b} += 1; }`,
            `#include <${a}.h>\t/* ${b} reduces ${c} */`,
            `def ${a}(self, ${b}): return {'${c}': ${b} | 0x1F}`,
          ][kind] ?? '',
      )
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 12 }), lines => {
        expect(extract(articleFromLines([lines.join(' ')]), shippedLexicon)).toMatchObject(nothing)
      }),
    )
  })
})

/** Milliseconds of this process, not of the clock: the machine may be busy with other tests. */
const timeOf = (lines: readonly string[]): number => {
  const article = articleFromLines(lines)
  const before = process.cpuUsage()
  extract(article, shippedLexicon)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

describe('time', () => {
  const sentences = 'Stem cells calm microglia and lower IL-1, whereas IL-10 is increased by regulatory T cells. '
  it.each<readonly [string, (count: number) => readonly string[]]>([
    ['paragraphs', count => Array.from({ length: count / 5 }, () => sentences.repeat(5))],
    ['one paragraph', count => [sentences.repeat(count)]],
    ['headings', count => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? `## Part ${i}` : sentences))],
    [
      'lines that look like headings',
      count => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 'Growth factor release' : sentences)),
    ],
    ['labels without a line break', count => [`Growth factor release${sentences}`.repeat(count)]],
    [
      'a study without end',
      count => [
        '58 patients took part.',
        `${'12 with stroke, 7 each with pain and ataxia, '.repeat(count)}respectively.`,
      ],
    ],
    [
      'outcomes without end',
      count => ['58 patients were given IL-10.', 'pain fell, and sleep improved, '.repeat(count)],
    ],
    ['a list without end', count => [`IL-6 reduces ${'IL-10, TNF-α, '.repeat(count)}and pain.`]],
    ['one word', count => ['x'.repeat(count * 90)]],
    ['numbers', count => [`58 patients received ${'1, 2 and '.repeat(count * 9)}`]],
  ])(
    'grows with the length and no faster: %s',
    (_, linesOf) => {
      timeOf(linesOf(100))
      const short = timeOf(linesOf(300))
      // Four times as much may take four times as long, and as much again for what a busy machine adds.
      expect(timeOf(linesOf(1_200))).toBeLessThan(8 * short + 250)
    },
    60_000,
  )

  it('reads a hundred thousand words in a few seconds', () => {
    const paragraph =
      'Transplanted stem cells suppress the over-activation of microglia and lower IL-1 and IL-17, whereas IL-10 is increased by regulatory T cells. ' +
      'The production of reactive oxygen species (ROS) in the dorsal horn is inhibited, which may ease neuropathic pain. '
    const lines = [
      '# Title',
      ...Array.from({ length: 500 }, (_, i) => (i % 10 === 0 ? `## Part ${i}` : paragraph.repeat(6))),
    ]
    expect(lines.join(' ').split(/\s+/u).length).toBeGreaterThan(100_000)
    expect(timeOf(lines)).toBeLessThan(6_000)
  }, 60_000)

  it('reads a book of three million characters', () => {
    const chapter = Array.from({ length: 50 }, (_, i) => sentences.repeat(8) + `Part ${i} ends here. `)
    const lines = Array.from({ length: 80 }, (_, i) => [`## Chapter ${i}`, ...chapter]).flat()
    const article = articleFromLines(lines)
    expect(article.text.length).toBeGreaterThan(2_900_000)
    const { effects, mechanisms } = extract(article, shippedLexicon)
    expect(effects.length).toBeGreaterThan(10_000)
    expect(mechanisms.length).toBeGreaterThan(0)
  }, 180_000)
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceSpans } from '#core/text/sentences.ts'

const sentencesOf = (text: string): string[] => sentenceSpans(text).map(span => text.slice(span.start, span.end))

describe('sentences', () => {
  it.each([
    ['Pain eases. Sleep returns.', ['Pain eases.', 'Sleep returns.']],
    ['A dose of 2.5 mg was given. It worked.', ['A dose of 2.5 mg was given.', 'It worked.']],
    ['Some cytokines, e.g. IL-6, rise. Others fall.', ['Some cytokines, e.g. IL-6, rise.', 'Others fall.']],
    ['As J. Smith and S. cerevisiae show, it grows. Well.', ['As J. Smith and S. cerevisiae show, it grows.', 'Well.']],
    ['Smith et al. found it. See Fig. 3 for more.', ['Smith et al. found it.', 'See Fig. 3 for more.']],
    ['It rose to 5. Then it fell.', ['It rose to 5.', 'Then it fell.']],
    ['Does it help? Yes! It does.', ['Does it help?', 'Yes!', 'It does.']],
    ['He said “it hurts.” Then he left.', ['He said “it hurts.”', 'Then he left.']],
    ['It is rich in vitamin C. Oranges are too.', ['It is rich in vitamin C.', 'Oranges are too.']],
    ['Heading without a stop\nA sentence. Another', ['Heading without a stop', 'A sentence.', 'Another']],
    ['   ', []],
  ])('splits %j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  it('puts every visible character of any text into exactly one sentence, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        const spans = sentenceSpans(text)
        expect(
          spans
            .map(span => text.slice(span.start, span.end))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''))
        spans.forEach((span, i) => expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0))
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorAll, anchorOne } from '#core/anchoring/anchor-all.ts'
import type { AnchorSelectors } from '#core/anchoring/anchor-all.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import { isFound } from '#core/anchoring/verdict.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import { foldText } from '#core/text/fold-text.ts'
import { wholeGraphemes } from '#core/text/whole-graphemes.ts'
import { articleOf } from '../annotation/samples.ts'
import { anyText, brokenText } from '../text/any-text.ts'

const isHalved = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF]$/.test(text.charAt(at - 1)) && /^[\uDC00-\uDFFF]$/.test(text.charAt(at))

/** Every place that a verdict speaks of. */
const spansOf = (verdict: Verdict): readonly { readonly start: number; readonly end: number }[] => {
  if (isFound(verdict)) return [verdict]
  if (verdict.status === 'uncertain') return verdict.candidates
  return verdict.rejected === null ? [] : [verdict.rejected]
}

const selectorsFor = (text: string, a: number, b: number): AnchorSelectors =>
  makeSelectors(articleOf(text), { start: a % (text.length + 1), end: b % (text.length + 1) })

/** The same for a selection of whole characters, as a reader makes it. */
const readerSelectors = (text: string, a: number, b: number): AnchorSelectors => {
  const [start = 0, end = 0] = [a, b].map(n => n % (text.length + 1)).toSorted((x, y) => x - y)
  return makeSelectors(articleOf(text), wholeGraphemes(text, { start, end }))
}

/** Selectors as a broken file or another program may hold them. */
const wholeText = (maxLength?: number): fc.Arbitrary<string> =>
  brokenText(maxLength).filter(text => !/\p{Surrogate}/u.test(text))
const anySelectors: fc.Arbitrary<AnchorSelectors> = fc.record(
  {
    quote: fc.record({ exact: wholeText(), prefix: brokenText(8), suffix: brokenText(8) }),
    position: fc.record({ start: fc.nat(80), end: fc.nat(80) }),
  },
  { requiredKeys: ['quote'] },
)

/** White space and hyphens aside, which formats put in and leave out. */
const bare = (text: string): string => foldText(text).text.replaceAll(/[ -]/g, '')

describe('a text that nobody edited', () => {
  it('gives exact for whatever was selected in it, in every script and among repeats', () => {
    fc.assert(
      fc.property(anyText(30), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }), (text, pairs) => {
        const list = pairs.map(([a, b]) => selectorsFor(text, a, b)).filter(({ quote }) => quote.exact !== '')
        expect(anchorAll({ text }, list)).toEqual(
          list.map(({ position }) => ({ status: 'exact', ...position, score: 1 })),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('never gives other words when the position was lost', () => {
    fc.assert(
      fc.property(anyText(30), fc.nat(), fc.nat(), (text, a, b) => {
        const { quote } = readerSelectors(text, a, b)
        const verdict = anchorOne({ text }, { quote })
        const shown = isFound(verdict) ? bare(text.slice(verdict.start, verdict.end)) : bare(quote.exact)
        expect(shown).toBe(bare(quote.exact))
      }),
      { numRuns: 100 },
    )
  })
})

describe('any text with any selectors', () => {
  const anyCase = fc.tuple(brokenText(60), fc.array(anySelectors, { maxLength: 4 }))

  it('gives one verdict each, the same every time, and in every order of the list', () => {
    fc.assert(
      fc.property(anyCase, ([text, list]) => {
        const verdicts = anchorAll({ text }, list)
        expect(verdicts).toHaveLength(list.length)
        expect(anchorAll({ text }, list)).toEqual(verdicts)
        expect(anchorAll({ text }, list.toReversed())).toEqual(verdicts.toReversed())
      }),
      { numRuns: 100 },
    )
  })

  it('names places that lie in the text and part no surrogate pair', () => {
    fc.assert(
      fc.property(anyCase, ([text, list]) => {
        for (const { start, end } of anchorAll({ text }, list).flatMap(spansOf)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(isHalved(text, start) || isHalved(text, end)).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('calls exact and moved only what has the words of the quote', () => {
    fc.assert(
      fc.property(anyText(20), anyText(20), fc.nat(), fc.nat(), (before, after, a, b) => {
        const selectors = readerSelectors(before, a, b)
        const verdict = anchorOne({ text: `${after}\n${before}` }, selectors)
        const isSame = verdict.status === 'exact' || verdict.status === 'moved'
        fc.pre(isSame)
        const shown = isFound(verdict) ? `${after}\n${before}`.slice(verdict.start, verdict.end) : ''
        expect(bare(shown)).toBe(bare(selectors.quote.exact))
      }),
      { numRuns: 100 },
    )
  })
})

describe('what a file may hold', () => {
  const quote = { exact: 'pain', prefix: '', suffix: '' }
  it.each<[string, string, AnchorSelectors, Verdict['status']]>([
    ['an empty text', '', { quote }, 'orphaned'],
    ['a quote without words', 'pain', { quote: { ...quote, exact: '' } }, 'orphaned'],
    ['a quote of blanks', 'pain  and', { quote: { ...quote, exact: '  ' } }, 'orphaned'],
    ['a position beyond the end', 'pain', { quote, position: { start: 900, end: 904 } }, 'moved'],
    ['a position the wrong way round', 'pain', { quote, position: { start: 4, end: 0 } }, 'moved'],
    ['NULs', 'a\0pain\0b', { quote: { exact: 'pain', prefix: 'a\0', suffix: '\0b' } }, 'exact'],
    ['half a surrogate pair', '\uD83E pain a', { quote: { exact: 'pain', prefix: '\uD83E ', suffix: ' a' } }, 'exact'],
    ['a quote longer than the text', 'pain', { quote: { ...quote, exact: 'pain '.repeat(50) } }, 'orphaned'],
  ])('%s gives a verdict', (_what, text, selectors, status) => {
    expect(anchorOne({ text }, selectors).status).toBe(status)
  })

  it('a quote of 20,000 characters is found again with a word put in', () => {
    const sentences = Array.from({ length: 420 }, (_, at) => `Cell line ${at} was kept at rest on plate ${at * 3}.`)
    const exact = sentences.join(' ').slice(0, 20_000)
    const text = `Before it. ${exact.replace('kept at rest on plate 300', 'kept quietly at rest on plate 300')} After it.`
    const verdict = anchorOne({ text }, { quote: { exact, prefix: 'Before it. ', suffix: ' After it.' } })
    expect(verdict).toMatchObject({ status: 'changed', start: 11, end: 11 + exact.length + 'quietly '.length })
  })
})

describe('a short word that stands in several places', () => {
  const list = 'pain in the arm, pain in the leg, pain in the toe'
  const selectors = { quote: { exact: 'pain', prefix: 'pain in the arm, ', suffix: ' in the leg, pain in the toe' } }

  it.each([
    ['moved away', 'pain in the leg, pain in the arm, pain in the toe'],
    ['changed places with its neighbour', 'pain in the arm, pain in the toe, pain in the leg'],
  ])('is not found on a neighbour when it %s', (_what, changed) => {
    const [verdict] = anchorAll({ text: changed }, [{ ...selectors, position: { start: 17, end: 21 } }])
    const found = verdict !== undefined && 'start' in verdict
    expect(!found || changed.startsWith('pain in the leg', verdict.start)).toBe(true)
    expect(anchorAll({ text: list }, [{ ...selectors, position: { start: 17, end: 21 } }])[0]?.status).toBe('exact')
  })

  it('is found when the small word right beside it was left out', () => {
    const quote = {
      exact: 'the brain',
      prefix: 'A star-shaped glial cell of ',
      suffix: ' and spinal cord, in close contac',
    }
    const start = 'A star-shaped glial cell of '.length
    const changed = 'A star-shaped glial cell the brain and spinal cord, in close contact. A part of the brain is grey.'
    const verdict = anchorOne({ text: changed }, { quote, position: { start, end: start + quote.exact.length } })
    expect(verdict).toMatchObject({ status: 'moved', start: changed.indexOf('the brain') })
  })
})

describe('an edit at the edge of a passage', () => {
  const before = 'It grew. '
  const after = ' Blood pressure was treated in a third of them.'

  it('leaves it found as a whole when a reference was put in before its full stop', () => {
    const exact = 'Smoking was equally common in the two groups.'
    const found = 'Smoking was equally common in the two groups[61,94].'
    const selectors = { quote: { exact, prefix: before, suffix: after.slice(0, 32) } }
    const verdict = anchorOne({ text: before + found + after.replace('Blood', 'Bolod') }, selectors)
    expect(verdict).toMatchObject({ status: 'changed', start: before.length, end: before.length + found.length })
  })

  it('refuses a sentence that lacks the words with which the quote ends', () => {
    const exact = 'Several of the T cells took up thyroxine'
    const selectors = { quote: { exact, prefix: before, suffix: `.${after}`.slice(0, 32) } }
    expect(isFound(anchorOne({ text: `${before}Several of the T cells.${after}` }, selectors))).toBe(false)
  })
})

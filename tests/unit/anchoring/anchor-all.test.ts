import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anchorAll, anchorOne } from '#core/anchoring/anchor-all.ts'
import type { AnchorSelectors } from '#core/anchoring/anchor-all.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import { articleOf } from '../annotation/samples.ts'

/** As the lexicon names things: two interleukins, two kinds of cells, one hormone by two names. */
const names = new Map([
  ['il-10', 'IL-10'],
  ['adrenaline', 'adrenaline'],
  ['epinephrine', 'adrenaline'],
  ['il-4', 'IL-4'],
  ['microglia', 'microglia'],
  ['astrocytes', 'astrocyte'],
])
const nameOf = (words: string): string | null => names.get(words.toLowerCase()) ?? null

const original =
  'Transplanted cells calm the microglia around the nerve. IL-10 was increased after two weeks in the treated group. ' +
  'In the control group IL-10 was increased only later, and the pain went on for most of the time that was observed.'

const selectorsOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  expect(start).toBeGreaterThanOrEqual(0)
  return makeSelectors(articleOf(text), { start, end: start + words.length })
}

const noPlace = { start: 0, end: 0 }

const find = (text: string, selectors: AnchorSelectors): Verdict => anchorOne({ text }, selectors, { nameOf })

it('finds a passage where it was made', () => {
  const selectors = selectorsOf(original, 'calm the microglia')
  expect(find(original, selectors)).toEqual({ status: 'exact', ...selectors.position, score: 1 })
})

it('tells the second occurrence from the first by its place', () => {
  const second = selectorsOf(original, 'IL-10 was increased', original.indexOf('control'))
  expect(find(original, second)).toMatchObject({ status: 'exact', ...second.position })
})

it('follows a passage when text was put in before it', () => {
  const selectors = selectorsOf(original, 'calm the microglia')
  expect(find(`A new first sentence. ${original}`, selectors)).toMatchObject({
    status: 'moved',
    start: selectors.position.start + 22,
    end: selectors.position.end + 22,
  })
})

it('follows the right one of two equal passages by the text around it', () => {
  const second = selectorsOf(original, 'IL-10 was increased', original.indexOf('control'))
  expect(find(`Erratum. ${original}`, second)).toMatchObject({ status: 'moved', start: second.position.start + 9 })
})

it('finds a passage whose old place is not known by its words and what stands around them', () => {
  const { quote, position } = selectorsOf(original, 'IL-10 was increased', original.indexOf('control'))
  expect(find(original, { quote })).toMatchObject({ status: 'exact', ...position })
})

it.each([
  ['an increase became a decrease', 'IL-10 was increased after', 'increased', 'decreased', 'polarity'],
  ['other cells are named', 'calm the microglia', 'microglia', 'astrocytes', 'entity'],
  ['another substance is named', 'IL-10 was increased after two weeks', 'IL-10', 'IL-4', 'entity'],
  ['a number changed', 'after two weeks', 'two', 'ten', 'number'],
])('never takes a passage for the same when %s, and shows what it refused', (_what, words, from, to, reason) => {
  const selectors = selectorsOf(original, words)
  const changed = original.replace(from, to)
  const verdict = find(changed, selectors)
  expect(verdict).toMatchObject({ status: 'orphaned', reason, rejected: { refusal: reason } })
  const { start, end } = verdict.status === 'orphaned' && verdict.rejected !== null ? verdict.rejected : noPlace
  expect(changed.slice(start, end)).toBe(words.replace(from, to))
})

it('takes another spelling of one name for an edited word', () => {
  const made = original.replaceAll('IL-10', 'adrenaline')
  const selectors = selectorsOf(made, 'adrenaline was increased after two weeks')
  expect(find(made.replace('adrenaline', 'epinephrine'), selectors)).toMatchObject({ status: 'changed' })
})

it('leaves a passage in its place when only the text beside it was edited', () => {
  const selectors = selectorsOf(original, 'calm the microglia')
  const changed = original.replace('around the nerve', 'beside the nerve')
  expect(find(changed, selectors)).toMatchObject({ status: 'exact', ...selectors.position })
})

it.each([
  ['short words', 'pain', 'Every pain has a cause.', 6],
  ['a sentence', 'IL-10 was increased after two weeks', 'Results. IL-10 was increased after two weeks. End.', 9],
])('leaves it to the reader when %s now stand in wholly other surroundings', (_what, words, changed, start) => {
  expect(find(changed, selectorsOf(original, words))).toMatchObject({
    status: 'uncertain',
    reason: 'context-differs',
    candidates: [{ start, end: start + words.length, difference: [] }],
  })
})

it('does not choose between equal places, and names them', () => {
  const selectors = selectorsOf(`x ${'pain and '.repeat(3)}y`, 'pain', 9)
  const verdict = find('pain and '.repeat(30), { ...selectors, position: { start: 1, end: 5 } })
  expect(verdict).toMatchObject({ status: 'uncertain', reason: 'several-alike' })
  expect(verdict.status === 'uncertain' ? verdict.candidates.length : 0).toBeGreaterThan(1)
})

it('says of an annotation without words that there is nothing to look for', () => {
  const selectors = { quote: { exact: '', prefix: 'a', suffix: 'b' }, position: { start: 1, end: 1 } }
  expect(find('ab', selectors)).toEqual({ status: 'orphaned', reason: 'no-words', rejected: null })
})

it('answers for each of a list what it answers for that one alone when nothing around it moved', () => {
  const list = ['calm the microglia', 'in the treated group', 'observed'].map(words => selectorsOf(original, words))
  const changed = original.replace('treated group', 'control arm')
  expect(anchorAll({ text: changed }, list, { nameOf })).toEqual(list.map(selectors => find(changed, selectors)))
})

it('finds every passage of an unchanged text where it was made, and never shows other words for it as the same', () => {
  const text = fc.array(fc.constantFrom('pain ', 'IL-1 ', '🧠', 'falls', '\n'), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(text, text, fc.nat(200), fc.nat(200), (made, changed, a, b) => {
      const before = made.join('')
      const selectors = makeSelectors(articleOf(before), { start: a % before.length, end: b % before.length })
      fc.pre(selectors.quote.exact !== '')
      expect(find(before, selectors)).toMatchObject({ status: 'exact', ...selectors.position })
      const after = changed.join('')
      const verdict = find(after, selectors)
      const same = verdict.status === 'exact' || verdict.status === 'moved'
      const bare = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()
      const shown = same ? bare(after.slice(verdict.start, verdict.end)) : null
      expect([null, bare(selectors.quote.exact)]).toContain(shown)
    }),
  )
})

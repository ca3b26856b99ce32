import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchor } from '#core/anchoring/anchor.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import { articleOf } from '../annotation/samples.ts'

const original =
  'Transplanted cells calm the microglia around the nerve. IL-10 was increased after two weeks in the treated group. ' +
  'In the control group IL-10 was increased only later, and the pain went on for most of the time that was observed.'

const selectorsOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  expect(start).toBeGreaterThanOrEqual(0)
  return makeSelectors(articleOf(text), { start, end: start + words.length })
}

describe('anchor', () => {
  it('finds the passage where it was made', () => {
    const selectors = selectorsOf(original, 'calm the microglia')
    expect(anchor(original, selectors)).toEqual({ status: 'exact', ...selectors.position })
  })

  it('tells the second occurrence from the first by its place', () => {
    const second = selectorsOf(original, 'IL-10 was increased', original.indexOf('control'))
    expect(anchor(original, second)).toEqual({ status: 'exact', ...second.position })
  })

  it('follows the passage when text was put in before it', () => {
    const selectors = selectorsOf(original, 'calm the microglia')
    const changed = `A new first sentence. ${original}`
    expect(anchor(changed, selectors)).toEqual({
      status: 'moved',
      start: selectors.position.start + 22,
      end: selectors.position.end + 22,
    })
  })

  it('follows the right one of two equal passages by the text around it', () => {
    const second = selectorsOf(original, 'IL-10 was increased', original.indexOf('control'))
    const changed = `Erratum. ${original}`
    expect(anchor(changed, second)).toMatchObject({ status: 'moved', start: second.position.start + 9 })
  })

  it.each([
    ['moved away', 'pain in the leg, pain in the arm, pain in the toe'],
    ['changed places with its neighbour', 'pain in the arm, pain in the toe, pain in the leg'],
  ])('does not take a neighbour in the same words for a passage that %s', (_what, changed) => {
    const selectors = selectorsOf('pain in the arm, pain in the leg, pain in the toe', 'pain', 10)
    const verdict = anchor(changed, selectors)
    expect(verdict.status === 'orphaned' || changed.startsWith('pain in the leg', verdict.start)).toBe(true)
  })

  it.each([
    ['a sign changed', 'IL-10 was increased after', 'increased', 'decreased'],
    ['a word changed', 'calm the microglia', 'microglia', 'astrocytes'],
    ['a number changed', 'after two weeks', 'two', 'ten'],
  ])('never takes a passage for the same when %s', (_what, words, from, to) => {
    const selectors = selectorsOf(original, words)
    expect(anchor(original.replace(from, to), selectors).status).toBe('orphaned')
  })

  it('says that the surroundings changed when the words still stand in their place', () => {
    const selectors = selectorsOf(original, 'calm the microglia')
    const changed = original.replace('around the nerve', 'beside the nerve')
    expect(anchor(changed, selectors)).toEqual({
      status: 'exact',
      ...selectors.position,
      reason: 'The text around the passage has changed.',
    })
  })

  it('gives up on short words that now stand in wholly other surroundings', () => {
    const selectors = selectorsOf(original, 'pain')
    expect(anchor('Every pain has a cause.', selectors)).toEqual({
      status: 'orphaned',
      reason: 'The words are in the text, but nothing around them is as it was.',
    })
  })

  it('finds a long passage again that was moved into other surroundings', () => {
    const words = 'IL-10 was increased after two weeks in the treated group.'
    const selectors = selectorsOf(original, words)
    expect(anchor(`Results. ${words} End.`, selectors)).toMatchObject({ status: 'moved', start: 9 })
  })

  it('does not choose between equal places', () => {
    const selectors = selectorsOf(`x ${'pain and '.repeat(3)}y`, 'pain', 9)
    const verdict = anchor('pain and '.repeat(30), { ...selectors, position: { start: 1, end: 5 } })
    expect(verdict).toMatchObject({ status: 'orphaned' })
  })

  it('orphans an annotation without words', () => {
    const selectors = { quote: { exact: '', prefix: 'a', suffix: 'b' }, position: { start: 1, end: 1 } }
    expect(anchor('ab', selectors).status).toBe('orphaned')
  })

  it('finds every passage of an unchanged text where it was made, and never shows other words for it', () => {
    const text = fc.array(fc.constantFrom('pain ', 'IL-1 ', '🧠', 'falls', '\n'), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(text, text, fc.nat(200), fc.nat(200), (made, changed, a, b) => {
        const before = made.join('')
        const selectors = makeSelectors(articleOf(before), { start: a % before.length, end: b % before.length })
        fc.pre(selectors.quote.exact !== '')
        expect(anchor(before, selectors)).toEqual({ status: 'exact', ...selectors.position })
        const after = changed.join('')
        const verdict = anchor(after, selectors)
        const shown = verdict.status === 'orphaned' ? null : after.slice(verdict.start, verdict.end)
        expect([null, selectors.quote.exact]).toContain(shown)
      }),
    )
  })
})

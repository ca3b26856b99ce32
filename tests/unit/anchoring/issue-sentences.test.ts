import { describe, expect, it } from 'vitest'
import { anchorOne } from '#core/anchoring/anchor-all.ts'
import { isFound } from '#core/anchoring/verdict.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import { articleOf } from '../annotation/samples.ts'

const article = [
  'Cells were taken from the donors on the day of the operation and kept on ice until noon.',
  'IL-10 was increased and IL-1β was decreased in the fluid around the cord. The animals walked again after a week.',
  'Nobody who looked at the films knew which of the animals had been given the graft.',
] as const
const text = article.join('\n')
const SENTENCE = 'IL-10 was increased and IL-1β was decreased in the fluid around the cord.'

const marked = (words: string) => {
  const start = text.indexOf(words)
  return makeSelectors(articleOf(...article), { start, end: start + words.length })
}
const verdictIn = (changed: string, words: string = SENTENCE) => anchorOne({ text: changed }, marked(words))

describe('a marked sentence', () => {
  it('is not found on the same sentence with its two names swapped', () => {
    const swapped = 'IL-1β was increased and IL-10 was decreased'
    const verdict = verdictIn(text.replace('IL-10 was increased and IL-1β was decreased', swapped))
    expect(verdict).toMatchObject({ status: 'orphaned', reason: 'entity', rejected: { refusal: 'entity' } })
  })

  it('that was deleted is not found on its neighbour', () => {
    const verdict = verdictIn(text.replace(`${SENTENCE} `, ''))
    expect(verdict.status).toBe('orphaned')
  })

  it.each([
    ['increased and', 'decreased and', 'polarity'],
    ['was increased', 'was not increased', 'negation'],
    ['IL-10', 'IL-17', 'entity'],
    ['was decreased', 'was increased', 'polarity'],
  ])('is orphaned with its reason when "%s" became "%s"', (from, to, reason) => {
    const changed = text.replace(from, to)
    const verdict = verdictIn(changed)
    expect(verdict).toMatchObject({ status: 'orphaned', reason })
    const rejected = verdict.status === 'orphaned' ? verdict.rejected : null
    expect(changed.slice(rejected?.start, rejected?.end)).toContain('in the fluid around the cord')
    expect(rejected?.difference.some(({ kind }) => kind !== 'same')).toBe(true)
  })

  it('that stands in two places with nothing to tell them apart is shown with both', () => {
    const alone = 'The animals walked again after a week.'
    const changed = `A first part was put in here.\n${alone}\nAnother part was put in as well.\n${alone}\nAnd an end.`
    const verdict = anchorOne({ text: changed }, { quote: { exact: alone, prefix: 'the cord. ', suffix: '' } })
    expect(verdict).toMatchObject({ status: 'uncertain' })
    const candidates = verdict.status === 'uncertain' ? verdict.candidates : []
    expect(candidates.map(({ start, end }) => changed.slice(start, end))).toEqual([alone, alone])
  })

  it('tells edited words apart from those it was made on', () => {
    const verdict = verdictIn(text.replace('in the fluid', 'also in the liquid'))
    expect(verdict).toMatchObject({ status: 'changed' })
    const difference = verdict.status === 'changed' ? verdict.difference : []
    const of = (kind: string): string =>
      difference.flatMap(part => (part.kind === kind ? [part.text.trim()] : [])).join(' ')
    expect(of('removed')).toBe('fluid')
    expect(of('added')).toBe('also liquid')
  })

  it('says how it moved', () => {
    expect(verdictIn([article[1], article[0], article[2]].join('\n'))).toMatchObject({ status: 'moved', start: 0 })
    expect(verdictIn(text)).toMatchObject({ status: 'exact' })
  })
})

describe('the same article in another format', () => {
  it.each([
    [
      'lines of a PDF',
      text.replace('around the cord', 'around the\ncord').replace('increased and', 'in-\ncreased and'),
    ],
    ['soft hyphens', text.replaceAll('increased', 'in\u00ADcreased').replaceAll('animals', 'ani\u00ADmals')],
    ['typographic blanks and dashes', text.replaceAll('IL-', 'IL\u2011').replaceAll(' was ', '\u00A0was ')],
    ['ligatures', text.replaceAll('fl', 'ﬂ').replaceAll('fi', 'ﬁ')],
    ['letters with their marks apart', text.normalize('NFD')],
    ['runs of blanks', text.replaceAll(' ', '  ')],
    ['one paragraph', text.replaceAll('\n', ' ')],
  ])('(%s) keeps every mark', (_what, changed) => {
    for (const words of [SENTENCE, 'IL-1β was decreased', 'the films knew which of the animals']) {
      const verdict = verdictIn(changed, words)
      expect(['exact', 'moved']).toContain(verdict.status)
      const shown = isFound(verdict) ? changed.slice(verdict.start, verdict.end) : ''
      expect(shown.normalize('NFKC').replaceAll(/[\s\u00AD\u2010-]/g, '')).toBe(words.replaceAll(/[\s-]/g, ''))
    }
  })
})

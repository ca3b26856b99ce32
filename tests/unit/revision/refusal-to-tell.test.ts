import { expect, it } from 'vitest'
import type { DifferencePart, Refusal, Verdict } from '#core/anchoring/verdict.ts'
import { isLike, likenessOf, refusalToTell } from '#core/revision/refusal-to-tell.ts'

const same = (text: string): DifferencePart => ({ kind: 'same', text })
const removed = (text: string): DifferencePart => ({ kind: 'removed', text })
const added = (text: string): DifferencePart => ({ kind: 'added', text })
const orphaned = (reason: Refusal, difference: DifferencePart[] | null) =>
  ({
    status: 'orphaned',
    reason,
    rejected: difference && { start: 0, end: 9, score: 0.5, difference, refusal: reason },
  }) satisfies Verdict

const flipped = [
  same('The extract '),
  removed('increased'),
  added('decreased'),
  same(' the level of IL-10 in the blood.'),
]
const unrelated = [
  removed('Nineteen adults rated '),
  same('the taste'),
  removed(' as bitter.'),
  added(' of two teas differed.'),
]

it('a flipped word is told as what it is', () => {
  expect(likenessOf(flipped)).toBeGreaterThan(0.75)
  expect(refusalToTell(orphaned('polarity', flipped))).toBe('polarity')
})

it('of a deleted sentence it is told that nothing is like it, not how the nearest words differ', () => {
  expect(likenessOf(unrelated)).toBeLessThan(0.5)
  expect(isLike({ difference: unrelated })).toBe(false)
  expect(refusalToTell(orphaned('number', unrelated))).toBe('words-gone')
  expect(refusalToTell(orphaned('too-different', null))).toBe('words-gone')
  expect(refusalToTell(orphaned('no-words', null))).toBe('no-words')
})

it('the very words in other surroundings are like themselves, whatever the white space', () => {
  expect(likenessOf([])).toBe(1)
  expect(refusalToTell(orphaned('context-differs', [same('The taste.')]))).toBe('context-differs')
  expect(likenessOf([same('The'), removed('  '), added(' '), same('taste.')])).toBe(1)
})

import { alignWords } from '#core/anchoring/align-words.ts'
import type { DifferencePart } from '#core/anchoring/verdict.ts'
import { differenceOf } from '#core/anchoring/word-difference.ts'
import { listWords } from '#core/anchoring/word-list.ts'

/** Two wordings told apart word by word. */
export function wordDifference(was: string, now: string): readonly DifferencePart[] {
  const before = listWords(was)
  const after = listWords(now)
  const pairs = alignWords(before, after, 0, 0)
  // The alignment seeks the one text in the other, so it leaves out what the other has at its ends.
  const aligned = pairs.filter(({ b }) => b !== -1).map(({ b }) => b)
  const added = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ a: -1, b: from + index, likeness: 0 }))
  const [first = after.count] = aligned
  const whole = [...added(0, first), ...pairs, ...added((aligned.at(-1) ?? after.count - 1) + 1, after.count)]
  return differenceOf(before, after, whole)
}

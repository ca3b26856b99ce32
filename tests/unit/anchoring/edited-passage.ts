import { anchorOne } from '#core/anchoring/anchor-all.ts'
import type { Refusal, Verdict } from '#core/anchoring/verdict.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import { articleOf } from '../annotation/samples.ts'

const BEFORE = 'What was asked, and how the answer was sought, is told above.'
const AFTER = 'What follows from it is told below, in a part of its own.'

/** The verdict on a passage that was marked as `quote` and reads `found` now, in a paragraph of its own that stayed where it was. */
export const verdictOn = (quote: string, found: string): Verdict => {
  const made = articleOf(BEFORE, quote, AFTER)
  const start = BEFORE.length + 1
  const selectors = makeSelectors(made, { start, end: start + quote.length })
  return anchorOne(articleOf(BEFORE, found, AFTER), selectors)
}

/** The reason for which it was refused; `found` when it was taken for the same statement. */
export const outcomeOf = (quote: string, found: string): Refusal | 'found' => {
  const verdict = verdictOn(quote, found)
  return verdict.status === 'orphaned' || verdict.status === 'uncertain' ? verdict.reason : 'found'
}

import type { DifferencePart, Refusal, Verdict } from '../anchoring/verdict.ts'

/**
 * Share of two passages' words from which a difference between them means something. Below it the nearest words are no
 * wording of the passage at all, and to say that a number changed from the one to the other would be untrue.
 */
const SAME_PASSAGE = 0.6

const lengthOf = (difference: readonly DifferencePart[], kind: DifferencePart['kind']): number =>
  difference.reduce((sum, part) => (part.kind === kind ? sum + part.text.replaceAll(/\s/g, '').length : sum), 0)

/** How much two passages have in common, 0 to 1 (Dice's coefficient over characters, white space left out). */
export const likenessOf = (difference: readonly DifferencePart[]): number => {
  const same = 2 * lengthOf(difference, 'same')
  const all = same + lengthOf(difference, 'removed') + lengthOf(difference, 'added')
  return all === 0 ? 1 : same / all
}

/** Whether a passage that was refused is like the one that was sought, and not just the nearest of all. */
export const isLike = ({ difference }: { readonly difference: readonly DifferencePart[] }): boolean =>
  likenessOf(difference) >= SAME_PASSAGE

/** Why a passage was not given as found, as a reader is to be told. */
export const refusalToTell = (verdict: Extract<Verdict, { readonly status: 'uncertain' | 'orphaned' }>): Refusal => {
  if (verdict.status === 'uncertain' || verdict.reason === 'no-words') return verdict.reason
  return verdict.rejected !== null && isLike(verdict.rejected) ? verdict.reason : 'words-gone'
}

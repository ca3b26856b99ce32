import type { Verdict } from '../anchoring/verdict.ts'
import type { Annotation } from '../annotation/annotation.ts'

/**
 * The verdict on an annotation's selectors as far as its reader agrees: edited words that were set aside are not its passage
 * any more, only the nearest words that there are. Whoever places annotations asks this after the search.
 */
export const heedReader = ({ setAside }: Pick<Annotation, 'setAside'>, verdict: Verdict): Verdict => {
  if (setAside === undefined || verdict.status !== 'changed') return verdict
  const { start, end, score, difference } = verdict
  return { status: 'orphaned', reason: 'too-different', rejected: { start, end, score, difference, refusal: null } }
}

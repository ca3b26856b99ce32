import { splitsCharacter } from '../text/surrogate-pairs.ts'
import type { AnchorSelectors } from './sought.ts'
import type { Verdict } from './verdict.ts'

/**
 * The verdict `exact` for a passage that stands where it was made, with what stood around it; null when it does not. It
 * compares a few characters of the text as it is, so that an article that did not change costs next to nothing.
 */
export const standsInPlace = (text: string, { quote, position }: AnchorSelectors): Verdict | null => {
  const { exact, prefix, suffix } = quote
  if (position === undefined || exact === '') return null
  const { start, end } = position
  if (end - start !== exact.length || !text.startsWith(exact, start)) return null
  // Without a prefix the passage began the text, or nothing is known of what stood before it.
  if (!text.startsWith(suffix, end)) return null
  if (prefix.length > start || !text.startsWith(prefix, start - prefix.length)) return null
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) return null
  return { status: 'exact', start, end, score: 1 }
}

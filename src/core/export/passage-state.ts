import { describeRefusal } from '../anchoring/refusal-words.ts'
import type { Verdict } from '../anchoring/verdict.ts'
import { refusalToTell } from '../revision/refusal-to-tell.ts'
import type { PlacedAnnotation } from './exported-document.ts'

const reasonOf = (verdict: Verdict): string | null =>
  verdict.status === 'orphaned' || verdict.status === 'uncertain' ? describeRefusal(refusalToTell(verdict)) : null

/** The words that a mark was made on, when those that it stands on now are others; null when they are the same. */
export const wordsBefore = ({ annotation, verdict }: PlacedAnnotation): string | null =>
  annotation.madeOn ?? (verdict.status === 'changed' ? annotation.selectors.quote.exact : null)

/** The words that a mark stands on now, and those that it was made on when its passage is gone. */
export const wordsNow = ({ annotation, span }: PlacedAnnotation, text: string): string =>
  span === null ? annotation.selectors.quote.exact : text.slice(span.start, span.end)

/** What a reader has to know about a mark's passage, in one line; null when it stands on the words that it was made on. */
export const describePassage = (placed: PlacedAnnotation): string | null => {
  const reason = reasonOf(placed.verdict)
  if (placed.span === null && placed.annotation.setAside !== undefined)
    return 'The words were changed by an update, and the new ones were set aside as not the same.'
  if (placed.verdict.status === 'uncertain') return `The passage is uncertain: ${reason}.`
  if (reason !== null) return `The passage is not in the text any more: ${reason}.`
  return wordsBefore(placed) === null ? null : 'The words were changed by an update.'
}

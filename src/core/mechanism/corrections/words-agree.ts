import { foldText } from '../../text/fold-text.ts'
import { overlaps } from '../../text/span.ts'
import type { Passage } from '../../text/span.ts'

/** True when two passages overlap and the words that both cover are the same: passages of two texts say nothing of each other. */
export const wordsAgree = (a: Passage, b: Passage): boolean => {
  if (!overlaps(a, b)) return false
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  const shared = ({ start: from, quote }: Passage): string => foldText(quote.slice(start - from, end - from)).text
  return shared(a) === shared(b)
}

import type { AnchorSelectors } from '../anchoring/anchor-all.ts'
import { isFound } from '../anchoring/verdict.ts'
import type { Verdict } from '../anchoring/verdict.ts'
import { makeSelectors } from '../annotation/make-selectors.ts'
import type { ArticleText } from '../article/article.ts'
import type { ReaderPassage } from '../mechanism/cards/reader-card.ts'
import { passageAt } from '../text/span.ts'

/** The passage with all that is known about it: where it stands in the text, or what stood around it when it was lost. */
export const selectorsOfPassage = (article: ArticleText, passage: ReaderPassage): AnchorSelectors =>
  passage.lost === undefined
    ? makeSelectors(article, passage)
    : { quote: { exact: passage.quote, prefix: passage.lost.prefix, suffix: passage.lost.suffix } }

/** The passage in the new text, or an empty one where it might have stood, which keeps its words and surroundings. */
export const carriedPassage = (
  { quote, start }: ReaderPassage,
  { quote: { prefix, suffix } }: AnchorSelectors,
  verdict: Verdict,
  text: string,
): ReaderPassage => {
  if (isFound(verdict)) return passageAt(text, verdict)
  const place = Math.min(start, text.length)
  return { start: place, end: place, quote, lost: { prefix, suffix } }
}

import type { ArticleText } from '../article/article.ts'
import { blockAt } from '../article/locate.ts'
import type { Span } from '../text/span.ts'
import { splitsCharacter } from '../text/surrogate-pairs.ts'
import { CONTEXT_LENGTH } from './annotation.ts'
import type { Selectors } from './annotation.ts'

const clamp = (offset: number, length: number): number => Math.min(Math.max(0, Math.trunc(offset)), length)

/**
 * The span within `text`, in order, and widened where it would cut a character in two.
 * A selection may be given backwards, and a caller may count past the end.
 */
const wholeCharacters = (text: string, span: Span): Span => {
  const from = clamp(Math.min(span.start, span.end), text.length)
  const to = clamp(Math.max(span.start, span.end), text.length)
  return { start: splitsCharacter(text, from) ? from - 1 : from, end: splitsCharacter(text, to) ? to + 1 : to }
}

/**
 * All the ways to find a passage again (W3C Web Annotation, 4.2.4 and 4.2.5, and our own by section and block).
 * The context is at most `CONTEXT_LENGTH` UTF-16 units on either side, one less where the cut would part a surrogate pair.
 */
export const makeSelectors = (article: ArticleText, wanted: Span): Selectors => {
  const { text } = article
  const { start, end } = wholeCharacters(text, wanted)
  const before = Math.max(0, start - CONTEXT_LENGTH)
  const after = Math.min(text.length, end + CONTEXT_LENGTH)
  const quote = {
    exact: text.slice(start, end),
    prefix: text.slice(splitsCharacter(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, splitsCharacter(text, after) ? after - 1 : after),
  }
  const block = blockAt(article, start)
  return {
    quote,
    position: { start, end },
    ...(block && { structure: { section: block.section, block: block.id, offset: start - block.start } }),
  }
}

import type { Selectors } from '#core/annotation/annotation.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import type { ArticleText } from '#core/article/article.ts'
import { blockAt } from '#core/article/locate.ts'
import { compareSpans } from '#core/text/span.ts'
import type { Span } from '#core/text/span.ts'
import { randomFrom } from '../../anchoring/random.ts'

/** An annotation: what it keeps of its passage, and where that truly is. */
export interface Mark extends Span {
  readonly id: string
  readonly selectors: Selectors
}

const SHORTEST = 20
const LONGEST = 300
const OVERLAPPING = 0.2
const ACROSS_BLOCKS = 0.06

/** The span widened to whole words, at most LONGEST characters of it. */
const wholeWords = (text: string, { start, end }: Span): Span => {
  const from = text.lastIndexOf(' ', start) + 1
  const to = text.indexOf(' ', end)
  const widened = to === -1 ? text.length : to
  return { start: from, end: widened - from > LONGEST || widened <= from ? end : widened }
}

const marked = (article: ArticleText, span: Span, number: number): Mark => ({
  ...span,
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  selectors: makeSelectors(article, span),
})

const NOT_WORDS = /^\s|\s$/

/**
 * `count` passages of 20 to 300 characters in text order: a fifth begin inside another one, some run across blocks, the
 * others stay in their block. In a short article with many of them nearly all overlap, whatever is wanted.
 */
export const generateMarks = (article: ArticleText, count: number, seed: string): Mark[] => {
  const random = randomFrom(seed)
  const { text } = article
  const spans: Span[] = []
  while (spans.length < count) {
    const length = random.between(SHORTEST, LONGEST)
    const other = random.next() < OVERLAPPING && spans.length > 0 ? random.pick(spans) : null
    const first = other === null ? 0 : other.start
    const last = other === null ? text.length - LONGEST : other.end - 1
    const start = random.between(first, Math.min(last, text.length - LONGEST))
    const block = blockAt(article, start)
    if (block === undefined) continue
    const across = random.next() < ACROSS_BLOCKS
    const span = wholeWords(text, { start, end: across ? start + length : Math.min(start + length, block.end) })
    const { start: from, end } = across || span.start >= block.start ? span : { ...span, start: block.start }
    if (end - from < SHORTEST || NOT_WORDS.test(text.slice(from, end))) continue
    spans.push({ start: from, end: across ? end : Math.min(end, block.end) })
  }
  return spans.toSorted(compareSpans).map((span, index) => marked(article, span, index))
}

const ADDED_LENGTH = 80

/** A mark that a reader might add: whole words of one block from near `offset` on. `number` makes its id. */
export const markAt = (article: ArticleText, offset: number, number: number): Mark => {
  const block = blockAt(article, offset)
  if (block === undefined) throw new RangeError('The article has no blocks.')
  const start = Math.max(block.start, article.text.lastIndexOf(' ', offset) + 1)
  const space = article.text.lastIndexOf(' ', start + ADDED_LENGTH)
  const end = Math.min(block.end, space > start ? space : start + ADDED_LENGTH)
  return marked(article, { start, end }, number)
}

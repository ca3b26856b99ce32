import { fail, succeed } from '../result/result.ts'
import type { Result } from '../result/result.ts'
import type { Span } from '../text/span.ts'
import { occurrencesOf } from './occurrences.ts'

/** The words of a passage as a person gives them, with some of the text before and after to tell it from others. */
export interface QuoteQuery {
  readonly quote: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** Text whose runs of white space are one space each, and the place in the original of each of its units and its end. */
interface FoldedText {
  readonly text: string
  readonly offsets: Uint32Array
}

const foldSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const foldWithOffsets = (text: string): FoldedText => {
  const offsets = new Uint32Array(text.length + 1)
  const parts: string[] = []
  let length = 0
  let from = 0
  const copy = (to: number) => {
    for (let at = from; at < to; at += 1) offsets[length++] = at
    parts.push(text.slice(from, to))
  }
  for (const space of text.matchAll(/\s+/gu)) {
    copy(space.index)
    offsets[length++] = space.index
    parts.push(' ')
    from = space.index + space[0].length
  }
  copy(text.length)
  offsets[length] = text.length
  return { text: parts.join(''), offsets: offsets.subarray(0, length + 1) }
}

/**
 * The one place where the words stand. Any white space in the query stands for any in the text, so that words copied
 * across a line or a paragraph are found. Fails with `quote-not-found`, or with `ambiguous-quote` when there are more.
 */
export const locateQuote = (text: string, query: QuoteQuery): Result<Span> => {
  const quote = foldSpace(query.quote)
  if (quote === '') return fail('quote-not-found', 'There are no words to look for. Give the words of the passage.')
  const prefix = foldSpace(query.prefix ?? '')
  const suffix = foldSpace(query.suffix ?? '')
  const folded = foldWithOffsets(text)
  const stands = (start: number): boolean =>
    folded.text.slice(0, start).trimEnd().endsWith(prefix) &&
    folded.text
      .slice(start + quote.length)
      .trimStart()
      .startsWith(suffix)

  const places = occurrencesOf(folded.text, quote)
  const agreeing = prefix === '' && suffix === '' ? places : places.filter(stands)
  const [start] = agreeing
  if (start === undefined) {
    return places.length === 0
      ? fail(
          'quote-not-found',
          'The words are not in the article. Copy them from its text, capitals and signs included.',
        )
      : fail('quote-not-found', 'The words are in the article, but not with that text before or after them.')
  }
  if (agreeing.length > 1) {
    return fail(
      'ambiguous-quote',
      `The words occur ${agreeing.length} times. Give more of them, or the words before or after.`,
    )
  }
  const last = folded.offsets[start + quote.length - 1] ?? 0
  return succeed({ start: folded.offsets[start] ?? 0, end: last + 1 })
}

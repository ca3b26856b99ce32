import search from 'approx-string-match'
import type { Span } from '#core/text/span.ts'
import type { Contestant } from '../contestant.ts'
import type { Mark } from '../generated-marks.ts'

/** How many characters of a passage may differ: half of them, but no more than this. */
const MOST_ERRORS = 256

/** How much of the context stands around a match, and how near to the old place it is: the last decides a draw. */
const rank = (text: string, { start, end }: Span, { selectors: { quote, position } }: Mark): number => {
  const before = text.slice(start - quote.prefix.length, start) === quote.prefix ? 1 : 0
  const after = text.startsWith(quote.suffix, end) ? 1 : 0
  return before + after - Math.abs(start - position.start) / text.length
}

const exactMatches = (text: string, exact: string) => {
  const matches: { start: number; end: number; errors: number }[] = []
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1))
    matches.push({ start, end: start + exact.length, errors: 0 })
  return matches
}

/** Exact occurrences first, and only without any the approximate search, the match with the best context winning. */
const find = (text: string, mark: Mark): Span | null => {
  const { exact } = mark.selectors.quote
  const same = exactMatches(text, exact)
  const matches = same.length > 0 ? same : search(text, exact, Math.min(MOST_ERRORS, exact.length / 2))
  let best: Span | null = null
  let highest = Number.NEGATIVE_INFINITY
  for (const match of matches) {
    const score = rank(text, match, mark) - match.errors / exact.length
    if (score <= highest) continue
    best = match
    highest = score
  }
  return best
}

export const approxStringMatch: Contestant = {
  shows: 'nothing',
  anchor: ({ root }, marks) => {
    const text = root.textContent ?? ''
    return marks.map(mark => find(text, mark))
  },
}

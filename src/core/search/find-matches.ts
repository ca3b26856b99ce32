import type { Span } from '../text/span.ts'
import { searchWords } from './search-words.ts'
import type { SearchWord } from './search-words.ts'
import type { SearchTerm, WordRun } from './search-query.ts'

/** Words of a text that a term of the query asks for. */
export interface Match extends Span {
  /** Index of the term. */
  readonly term: number
}

const standsAt = (words: readonly SearchWord[], at: number, run: WordRun, open: boolean): boolean =>
  run.every((wanted, index) => {
    const word = words[at + index]?.word
    return word === wanted || (open && index === run.length - 1 && word?.startsWith(wanted) === true)
  })

/** All that a text holds of the terms, in text order. */
export const findMatches = (text: string, terms: readonly SearchTerm[]): Match[] => {
  const words = searchWords(text)
  const matches: Match[] = []
  for (let at = 0; at < words.length; at += 1)
    for (const [term, { forms, open, negated }] of terms.entries()) {
      if (negated) continue
      const longest = forms
        .filter(run => standsAt(words, at, run, open))
        .reduce((most, run) => Math.max(most, run.length), 0)
      const [first, last] = [words[at], words[at + longest - 1]]
      if (longest > 0 && first !== undefined && last !== undefined)
        matches.push({ start: first.start, end: last.end, term })
    }
  return matches
}

/** The same words as spans that are apart. */
export const withoutOverlaps = (matches: readonly Match[]): Span[] => {
  const spans: Span[] = []
  for (const { start, end } of matches) {
    const last = spans.at(-1)
    if (last === undefined || start >= last.end) spans.push({ start, end })
    else if (end > last.end) spans[spans.length - 1] = { start: last.start, end }
  }
  return spans
}

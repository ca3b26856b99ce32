import type { Span } from '../text/span.ts'
import { searchWords } from './search-words.ts'
import type { SearchWord } from './search-words.ts'
import type { SearchTerm, WordRun } from './search-query.ts'

/** Words of a text that a term of the query asks for. */
export interface Match extends Span {
  /** Index of the term. */
  readonly term: number
}

/** A run of words that a term asks for. */
interface Wanted {
  readonly term: number
  readonly run: WordRun
  readonly open: boolean
}

/** Runs by how they are met in a text: by the word that they begin with, or, where that may go on, by its beginning. */
interface WantedRuns {
  readonly byWord: ReadonlyMap<string, readonly Wanted[]>
  readonly beginnings: readonly Wanted[]
}

const wantedRuns = (terms: readonly SearchTerm[]): WantedRuns => {
  const byWord = new Map<string, Wanted[]>()
  const beginnings: Wanted[] = []
  for (const [term, { forms, open, negated }] of terms.entries())
    for (const run of negated ? [] : forms) {
      const [first] = run
      if (first === undefined) continue
      const wanted = { term, run, open }
      if (open && run.length === 1) beginnings.push(wanted)
      else byWord.set(first, [...(byWord.get(first) ?? []), wanted])
    }
  return { byWord, beginnings }
}

const standsAt = (words: readonly SearchWord[], at: number, { run, open }: Wanted): boolean =>
  run.every((wanted, index) => {
    const word = words[at + index]?.word
    return word === wanted || (open && index === run.length - 1 && word?.startsWith(wanted) === true)
  })

const NONE: readonly Wanted[] = []

/** All that a text holds of the terms, in text order. */
export const findMatches = (text: string, terms: readonly SearchTerm[]): Match[] => {
  const { byWord, beginnings } = wantedRuns(terms)
  const words = searchWords(text)
  const matches: Match[] = []
  for (const [at, { word, start }] of words.entries()) {
    const begun = beginnings.some(({ run }) => word.startsWith(run[0] ?? word)) ? beginnings : NONE
    const candidates = byWord.get(word) ?? NONE
    if (begun.length + candidates.length === 0) continue
    const longest = new Map<number, number>()
    for (const wanted of [...begun, ...candidates])
      if (standsAt(words, at, wanted))
        longest.set(wanted.term, Math.max(longest.get(wanted.term) ?? 0, wanted.run.length))
    for (const [term, length] of [...longest].toSorted(([a], [b]) => a - b))
      matches.push({ start, end: words[at + length - 1]?.end ?? start, term })
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

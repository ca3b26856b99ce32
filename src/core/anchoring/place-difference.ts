import type { Span } from '../text/span.ts'
import type { AlignedPair } from './align-words.ts'
import { isLight } from './light-words.ts'
import type { Sought } from './sought.ts'
import type { TextIndex } from './text-index.ts'
import type { DifferencePart } from './verdict.ts'
import type { Weighed } from './weigh-candidate.ts'
import { differenceOf } from './word-difference.ts'
import { isWordAt, wordAt } from './word-list.ts'
import type { WordList } from './word-list.ts'

/** What a place's words and the quote's come to, word by word. */
export const placeDifference = (index: TextIndex, sought: Sought, { alignment }: Weighed): DifferencePart[] =>
  alignment === null
    ? []
    : differenceOf(sought.words, index.words, alignment.pairs.slice(alignment.first, alignment.end))

/** Words put in beside a place that may still belong to its statement. */
const MOST_BESIDE = 6
const SENTENCE_END = /^[.!?\u3002\uFF01\uFF1F\u061F\u0964]$/u

/** Words of the text alone, from a step of the alignment on, up to the end of a sentence; none when there are many. */
const putInBeside = (text: WordList, pairs: readonly AlignedPair[]): readonly AlignedPair[] => {
  const end = pairs.findIndex(({ a, b }) => a !== -1 || SENTENCE_END.test(wordAt(text, b)))
  const beside = end === -1 ? pairs : pairs.slice(0, end)
  return beside.length > MOST_BESIDE ? [] : beside
}

/** A place with the words that were put in right before and after it, in its sentence: they may belong to what it says. */
export interface PlacedSentence extends Span {
  readonly difference: readonly DifferencePart[]
}

export const sentenceAround = (index: TextIndex, sought: Sought, place: Weighed): PlacedSentence => {
  const { start, end, alignment } = place
  if (alignment === null) return { start, end, difference: [] }
  const { pairs } = alignment
  const text = index.words
  const before = putInBeside(text, pairs.slice(0, alignment.first).toReversed())
  const after = putInBeside(text, pairs.slice(alignment.end))
  const all = pairs.slice(alignment.first - before.length, alignment.end + after.length)
  return {
    start: text.starts[all.find(({ b }) => b !== -1)?.b ?? 0] ?? 0,
    end: text.ends[all.findLast(({ b }) => b !== -1)?.b ?? 0] ?? 0,
    difference: differenceOf(sought.words, text, all),
  }
}

/** Whether words of weight are missing before the first, or after the last, word that the found place shares with the quote. */
export const isCutShort = ({ words }: Sought, { alignment }: Weighed): boolean => {
  if (alignment === null) return false
  const within = alignment.pairs.slice(alignment.first, alignment.end)
  const first = within.findIndex(({ a, b }) => a !== -1 && b !== -1)
  const last = within.findLastIndex(({ a, b }) => a !== -1 && b !== -1)
  return [...within.slice(0, first), ...within.slice(last + 1)].some(
    ({ a }) => a !== -1 && isWordAt(words, a) && !isLight(wordAt(words, a)),
  )
}

import type { Selectors } from '../annotation/annotation.ts'
import { foldOffset, foldText } from '../text/fold-text.ts'
import type { Statement } from './meaning/statement.ts'
import { listWords } from './word-list.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { WordList } from './word-list.ts'

/** What an annotation knows of its passage. Without a position it is found by its words alone. */
export interface AnchorSelectors {
  readonly quote: Selectors['quote']
  readonly position?: Selectors['position'] | undefined
  readonly structure?: Selectors['structure'] | undefined
}

/** A quote made ready for comparing: folded together with its context, so that words at its edges stay whole. */
export interface Sought {
  readonly quote: string
  /** The quote's words, whole where its edge lies inside one; and as they were kept, with their line feeds. */
  readonly statement: Statement
  readonly prefix: string
  readonly suffix: string
  /** Words of prefix, quote and suffix in one; those that the quote touches are `firstWord` up to, not with, `endWord`. */
  readonly words: WordList
  readonly firstWord: number
  readonly endWord: number
  /** Offsets of the quote in the text of `words`. */
  readonly start: number
  readonly end: number
  /** Whether a block of the text began right before the quote, or ended right after it. */
  readonly opensBlock: boolean
  readonly closesBlock: boolean
}

const isBlockEdge = (character: string): boolean => character === '' || character === '\n' || character === '\t'

/** The words are added to the vocabulary, which is that of the text. */
export const prepare = ({ quote: { exact, prefix, suffix } }: AnchorSelectors, vocabulary: Vocabulary): Sought => {
  const folded = foldText(prefix + exact + suffix)
  const text = folded.text
  let start = foldOffset(folded, prefix.length)
  let end = foldOffset(folded, prefix.length + exact.length)
  // Blanks at the edges of a quote are not its words.
  while (start < end && text.charCodeAt(start) === 0x20) start += 1
  while (end > start && text.charCodeAt(end - 1) === 0x20) end -= 1
  const words = listWords(text, vocabulary)
  let firstWord = 0
  while (firstWord < words.count && (words.ends[firstWord] ?? 0) <= start) firstWord += 1
  let endWord = firstWord
  while (endWord < words.count && (words.starts[endWord] ?? 0) < end) endWord += 1
  return {
    quote: text.slice(start, end),
    statement: { text: text.slice(words.starts[firstWord], words.ends[endWord - 1]), original: exact },
    prefix: text.slice(0, start),
    suffix: text.slice(end),
    words,
    firstWord,
    endWord,
    start,
    end,
    opensBlock: isBlockEdge(prefix.slice(-1)),
    closesBlock: isBlockEdge(suffix.slice(0, 1)),
  }
}

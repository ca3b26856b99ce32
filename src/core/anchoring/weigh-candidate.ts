import type { Span } from '../text/span.ts'
import { alignWords } from './align-words.ts'
import type { AlignedPair } from './align-words.ts'
import type { Window } from './find-places.ts'
import type { Sought } from './sought.ts'
import { surroundingsOf } from './surroundings.ts'
import type { BlockEdges, Surroundings } from './surroundings.ts'
import type { TextIndex } from './text-index.ts'
import { isWordAt, wordAt } from './word-list.ts'
import type { WordList } from './word-list.ts'

/** How the sought words, context included, lie to those of the text, step by step; the quote's are `first` up to, not with, `end`. */
interface Alignment {
  readonly pairs: readonly AlignedPair[]
  readonly first: number
  readonly end: number
}

/** A place in the folded text, and what speaks for it. */
export interface Weighed extends Span, Surroundings {
  /** 0 to 1: how much of the quote's words is there. */
  readonly words: number
  /** The very words, apart from blanks and hyphens. */
  readonly isSame: boolean
  /** Null where the words stand unchanged. */
  readonly alignment: Alignment | null
}

/** A place at which the quote's words stand unchanged. */
export const weighExact = (index: TextIndex, edges: BlockEdges, sought: Sought, start: number): Weighed => {
  const span = { start, end: start + sought.quote.length }
  return { ...span, words: 1, isSame: true, alignment: null, ...surroundingsOf(index, edges, sought, span) }
}

const SHORT_WORD = 0.5
const SIGN = 0.15

const weightOf = (list: WordList, at: number, isAlone: boolean): number =>
  !isWordAt(list, at) ? SIGN : wordAt(list, at).length < 3 && !isAlone ? SHORT_WORD : 1

/** 0 to 1: the weight of the words that both have as a share of all. */
const sharedWeight = (sought: WordList, text: WordList, { pairs, first, end }: Alignment, inWindow: number): number => {
  let shared = 0
  let all = 0
  for (let at = first; at < end; at += 1) {
    const { a, b, likeness } = pairs[at] ?? NO_PAIR
    const ours = a === -1 ? 0 : weightOf(sought, a, sought.count === 1)
    const theirs = b === -1 ? 0 : weightOf(text, b, inWindow === 1)
    all += ours + theirs
    shared += (ours + theirs) * likeness
  }
  return all === 0 ? 0 : shared / all
}

const NO_PAIR: AlignedPair = { a: -1, b: -1, likeness: 0 }

/** Blanks, and hyphens between letters, are what formats put in and leave out. */
const squeeze = (text: string): string => text.replaceAll(' ', '').replace(/(?<=\p{L})-(?=\p{L})/gu, '')

const BLANK = 0x20
const HYPHEN = 0x2d

const skipBlanksAndHyphens = (text: string, from: number): number => {
  let at = from
  while (text.charCodeAt(at) === BLANK || text.charCodeAt(at) === HYPHEN) at += 1
  return at
}

const hasSameLetters = (one: string, other: string): boolean => {
  let a = skipBlanksAndHyphens(one, 0)
  let b = skipBlanksAndHyphens(other, 0)
  while (a < one.length && b < other.length) {
    if (one.charCodeAt(a) !== other.charCodeAt(b)) return false
    a = skipBlanksAndHyphens(one, a + 1)
    b = skipBlanksAndHyphens(other, b + 1)
  }
  return a >= one.length && b >= other.length
}

const isSameText = (one: string, other: string): boolean =>
  hasSameLetters(one, other) && squeeze(one) === squeeze(other)

/** Offset of an edge of the quote that lies inside a word of it, carried over to the word it is aligned with. */
const edgeWithin = (sought: WordList, edge: number, text: WordList, { a, b, likeness }: AlignedPair): number => {
  const start = text.starts[b] ?? 0
  const end = text.ends[b] ?? 0
  if (likeness < 1) return edge - (sought.starts[a] ?? 0) < (sought.ends[a] ?? 0) - edge ? start : end
  return Math.min(end, start + edge - (sought.starts[a] ?? 0))
}

/** Share of the words below which two passages have nothing to do with each other. */
const SOMETHING_LIKE = 0.3
/** Hyphens and blanks weigh so little that without them more than this is the same. */
const NEARLY_ALL = 0.6

/** The place in a window at which the quote fits best; null when hardly any of its words is there. */
export const weighWindow = (index: TextIndex, edges: BlockEdges, sought: Sought, window: Window): Weighed | null => {
  const there = index.words
  const range = { first: window.first, end: Math.min(there.count, Math.max(window.first + 1, window.end)) }
  const { words: list, firstWord, endWord } = sought
  const pairs = alignWords(list, there, firstWord, list.count - endWord, range)
  // A sign at an edge whose word is gone belongs to whatever stands there now.
  const isEdge = (edge: number, { a, b }: AlignedPair): boolean =>
    b !== -1 && a >= firstWord && a < endWord && (isWordAt(list, a) || !isWordAt(list, edge))
  const first = pairs.findIndex(pair => isEdge(firstWord, pair))
  const last = pairs.findLastIndex(pair => isEdge(endWord - 1, pair))
  const firstPair = pairs[first]
  const lastPair = pairs[last]
  if (firstPair === undefined || lastPair === undefined) return null
  // Words that were taken out at the quote's edges belong to the difference, too.
  const begin = pairs.findIndex(({ a }) => a >= firstWord)
  const finish = pairs.findLastIndex(({ a }) => a !== -1 && a < endWord)
  const alignment = { pairs, first: Math.min(begin, first), end: Math.max(finish, last) + 1 }

  const cutBefore = (list.starts[firstPair.a] ?? 0) < sought.start
  const cutAfter = (list.ends[lastPair.a] ?? 0) > sought.end
  const start = cutBefore ? edgeWithin(list, sought.start, there, firstPair) : (there.starts[firstPair.b] ?? 0)
  const end = cutAfter ? edgeWithin(list, sought.end, there, lastPair) : (there.ends[lastPair.b] ?? 0)
  if (end <= start) return null

  const words = sharedWeight(list, there, alignment, range.end - range.first)
  if (words < SOMETHING_LIKE) return null
  const span = { start, end }
  return {
    ...span,
    words,
    isSame: words > NEARLY_ALL && isSameText(there.text.slice(start, end), sought.quote),
    alignment,
    ...surroundingsOf(index, edges, sought, span),
  }
}

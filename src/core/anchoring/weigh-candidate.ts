import type { Span } from '../text/span.ts'
import { alignWords } from './align-words.ts'
import { listWords } from './word-list.ts'
import type { AlignedPair } from './align-words.ts'
import { differenceOf } from './word-difference.ts'
import type { WordList } from './word-list.ts'
import { distanceToBeginning, distanceToEnding } from './bit-parallel.ts'
import type { Sought } from './sought.ts'
import type { TextIndex } from './text-index.ts'
import type { Window } from './find-places.ts'
import type { DifferencePart } from './verdict.ts'

/** A place in the folded text, and what speaks for it. */
export interface Weighed extends Span {
  /** 0 to 1: how much of the quote's words is there. */
  readonly words: number
  /** The very words, apart from blanks and hyphens. */
  readonly isSame: boolean
  readonly difference: readonly DifferencePart[]
  /** The same with the words that were put in right before and after the place, in its sentence: they may belong to it. */
  readonly sentence: Span & { readonly difference: readonly DifferencePart[] }
  /** 0 to 1: how far what stands before and after agrees. */
  readonly before: number
  readonly after: number
  /** The same for the few units right beside it. */
  readonly besideBefore: number
  readonly besideAfter: number
  /** Whether a block begins or ends here as one did at the quote. */
  readonly opens: boolean
  readonly closes: boolean
  /** True when words of weight at the quote's beginning or end have nothing in their place. */
  readonly isCutShort: boolean
}

/** Units beyond the length of the context that are looked at, so that a word put in does not push it out of view. */
const CONTEXT_SLACK = 16
/** Units right beside a place: two words or so. */
const BESIDE = 12
/** How far the context agrees on one side. */
const contextBefore = (text: string, start: number, prefix: string): number => {
  const wanted = prefix.trimEnd()
  if (wanted === '') return 0
  const there = text.slice(Math.max(0, start - prefix.length - CONTEXT_SLACK), start).trimEnd()
  return there.endsWith(wanted) ? 1 : Math.max(0, 1 - distanceToEnding(wanted, there) / wanted.length)
}
const contextAfter = (text: string, end: number, suffix: string): number => {
  const wanted = suffix.trimStart()
  if (wanted === '') return 0
  const there = text.slice(end, end + suffix.length + CONTEXT_SLACK).trimStart()
  return there.startsWith(wanted) ? 1 : Math.max(0, 1 - distanceToBeginning(wanted, there) / wanted.length)
}

/** Edges of blocks, in offsets of the folded text. */
export interface BlockEdges {
  readonly opensAt: (offset: number) => boolean
  readonly closesAt: (offset: number) => boolean
}

const contextOf = (index: TextIndex, edges: BlockEdges, sought: Sought, { start, end }: Span) => ({
  before: contextBefore(index.folded.text, start, sought.prefix),
  after: contextAfter(index.folded.text, end, sought.suffix),
  besideBefore: sought.opensBlock ? 1 : contextBefore(index.folded.text, start, sought.prefix.slice(-BESIDE)),
  besideAfter: sought.closesBlock ? 1 : contextAfter(index.folded.text, end, sought.suffix.slice(0, BESIDE)),
  opens: sought.opensBlock && edges.opensAt(start),
  closes: sought.closesBlock && edges.closesAt(end),
})

/** A place at which the quote's words stand unchanged. */
export const weighExact = (index: TextIndex, edges: BlockEdges, sought: Sought, start: number): Weighed => {
  const span = { start, end: start + sought.quote.length }
  return {
    ...span,
    words: 1,
    isSame: true,
    isCutShort: false,
    difference: [],
    sentence: { ...span, difference: [] },
    ...contextOf(index, edges, sought, span),
  }
}

const SHORT_WORD = 0.5
const SIGN = 0.15

const weightOf = (list: WordList, at: number): number =>
  list.isWord[at] !== 1 ? SIGN : (list.words[at]?.length ?? 0) < 3 && list.count > 1 ? SHORT_WORD : 1

/** Words that come and go without much ado. */
const light = new Set(
  `a an the of to in on at by as is it and or for der die das den dem des und ein eine le la les un une de du des et el los las y il lo i gli e o os as da do`.split(
    ' ',
  ),
)
const isWeighty = (word: string): boolean => !light.has(word.toLowerCase())

/** Whether words of weight are missing before the first, or after the last, word that the found place shares with the quote. */
const isCutShort = (sought: WordList, pairs: readonly AlignedPair[]): boolean => {
  const first = pairs.findIndex(({ a, b }) => a !== -1 && b !== -1)
  const last = pairs.findLastIndex(({ a, b }) => a !== -1 && b !== -1)
  return [...pairs.slice(0, first), ...pairs.slice(last + 1)].some(
    ({ a }) => a !== -1 && isWeighty(sought.words[a] ?? ''),
  )
}

/** Blanks, and hyphens between letters, are what formats put in and leave out. */
const squeeze = (text: string): string => text.replaceAll(' ', '').replace(/(?<=\p{L})-(?=\p{L})/gu, '')

/** Offset of an edge of the quote that lies inside a word of it, carried over to the word it is aligned with. */
const edgeWithin = (sought: WordList, a: number, edge: number, text: WordList, b: number, likeness: number): number => {
  const start = text.starts[b] ?? 0
  const end = text.ends[b] ?? 0
  if (likeness < 1) return edge - (sought.starts[a] ?? 0) < (sought.ends[a] ?? 0) - edge ? start : end
  return Math.min(end, start + edge - (sought.starts[a] ?? 0))
}

/** Words put in beside a place that may still belong to its statement. */
const MOST_BESIDE = 6
const SENTENCE_END = /^[.!?\u3002\uFF01\uFF1F\u061F\u0964]$/u

/** Words of the text alone, from a step of the alignment on, up to the end of a sentence; none when there are many. */
const putInBeside = (text: WordList, pairs: readonly AlignedPair[]): AlignedPair[] => {
  const end = pairs.findIndex(({ a, b }) => a !== -1 || SENTENCE_END.test(text.words[b] ?? ''))
  const beside = end === -1 ? [...pairs] : pairs.slice(0, end)
  return beside.length > MOST_BESIDE ? [] : beside
}

const sentenceOf = (
  sought: WordList,
  text: WordList,
  pairs: readonly AlignedPair[],
  within: readonly AlignedPair[],
  from: number,
): Weighed['sentence'] => {
  const first = within[0]
  const last = within.at(-1)
  const before = first === undefined ? [] : putInBeside(text, pairs.slice(0, pairs.indexOf(first)).toReversed())
  const after = last === undefined ? [] : putInBeside(text, pairs.slice(pairs.indexOf(last) + 1))
  const all = [...before.toReversed(), ...within, ...after]
  const start = text.starts[all.find(({ b }) => b !== -1)?.b ?? 0] ?? 0
  const end = text.ends[all.findLast(({ b }) => b !== -1)?.b ?? 0] ?? 0
  return { start: from + start, end: from + end, difference: differenceOf(sought, text, all) }
}

/** Share of the words below which two passages have nothing to do with each other. */
const SOMETHING_LIKE = 0.3
/** Hyphens and blanks weigh so little that without them more than this is the same. */
const NEARLY_ALL = 0.6

/** The place in a window at which the quote fits best; null when hardly any of its words is there. */
export const weighWindow = (index: TextIndex, edges: BlockEdges, sought: Sought, window: Window): Weighed | null => {
  const from = index.words.starts[window.first] ?? 0
  const to = index.words.ends[Math.max(window.first, window.end - 1)] ?? from
  const there = listWords(index.folded.text.slice(from, to))
  const { words: list, firstWord, endWord } = sought
  const pairs = alignWords(list, there, firstWord, list.count - endWord)
  const isOfQuote = ({ a, b }: AlignedPair): boolean => b !== -1 && a >= firstWord && a < endWord
  // A sign at an edge whose word is gone belongs to whatever stands there now.
  const isEdge = (edge: number, pair: AlignedPair): boolean =>
    isOfQuote(pair) && (list.isWord[pair.a] === 1 || list.isWord[edge] !== 1)
  const first = pairs.findIndex(pair => isEdge(firstWord, pair))
  const last = pairs.findLastIndex(pair => isEdge(endWord - 1, pair))
  const firstPair = pairs[first]
  const lastPair = pairs[last]
  if (firstPair === undefined || lastPair === undefined) return null
  // Words that were taken out at the quote's edges belong to the difference, too.
  const begin = pairs.findIndex(({ a }) => a >= firstWord)
  const finish = pairs.findLastIndex(({ a }) => a !== -1 && a < endWord)
  const within = pairs.slice(Math.min(begin, first), Math.max(finish, last) + 1)

  const cutBefore = (list.starts[firstPair.a] ?? 0) < sought.start
  const cutAfter = (list.ends[lastPair.a] ?? 0) > sought.end
  const start = cutBefore
    ? edgeWithin(list, firstPair.a, sought.start, there, firstPair.b, firstPair.likeness)
    : (there.starts[firstPair.b] ?? 0)
  const end = cutAfter
    ? edgeWithin(list, lastPair.a, sought.end, there, lastPair.b, lastPair.likeness)
    : (there.ends[lastPair.b] ?? 0)
  if (end <= start) return null

  let shared = 0
  let all = 0
  for (const { a, b, likeness } of within) {
    const ours = a === -1 ? 0 : weightOf(list, a)
    const theirs = b === -1 ? 0 : weightOf(there, b)
    all += ours + theirs
    shared += (ours + theirs) * likeness
  }
  const words = all === 0 ? 0 : shared / all
  if (words < SOMETHING_LIKE) return null
  const span = { start: from + start, end: from + end }
  return {
    ...span,
    words,
    isSame: words > NEARLY_ALL && squeeze(there.text.slice(start, end)) === squeeze(sought.quote),
    isCutShort: isCutShort(list, within),
    difference: differenceOf(list, there, within),
    sentence: sentenceOf(list, there, pairs, within, from),
    ...contextOf(index, edges, sought, span),
  }
}

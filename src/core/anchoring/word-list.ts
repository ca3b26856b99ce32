import { isWord, scanWords } from '../text/scan-words.ts'

/** Words and signs of a piece of folded text, with what their comparing needs. */
export interface WordList {
  readonly text: string
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly words: readonly string[]
  /** The words in small letters. */
  readonly lower: readonly string[]
  /** 1 for a word, 0 for a sign. */
  readonly isWord: Uint8Array
  /** 1 for a word with a figure in it, which is never another one misspelt. */
  readonly hasDigit: Uint8Array
  /** First and last unit of each word in small letters: most pairs of words are told apart by them. */
  readonly edges: Uint32Array
}

const DIGIT = /\p{N}/u

export const listWords = (text: string): WordList => {
  const { count, starts, ends } = scanWords(text)
  const words: string[] = []
  const lower: string[] = []
  const kinds = new Uint8Array(count)
  const digits = new Uint8Array(count)
  const edges = new Uint32Array(count)
  for (let at = 0; at < count; at += 1) {
    const word = text.slice(starts[at], ends[at])
    words.push(word)
    const small = word.toLowerCase()
    lower.push(small)
    edges[at] = (small.charCodeAt(0) << 16) | small.charCodeAt(small.length - 1)
    kinds[at] = isWord(word) ? 1 : 0
    digits[at] = DIGIT.test(word) ? 1 : 0
  }
  return { text, count, starts, ends, words, lower, isWord: kinds, hasDigit: digits, edges }
}

/** Below this two words are not the same one misspelt or inflected. */
const LEAST_LIKENESS = 0.6
/** Weight of a word that differs in capitals only, and of one that is spelt otherwise. */
const OTHER_CAPITALS = 0.95
const SPELT_OTHERWISE = 0.9
/** Words as short as this are different words when a letter is. */
const TOO_SHORT = 3

/** Share of the longer word that the common beginning and end make up. */
const affixLikeness = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  if (shorter < TOO_SHORT || shorter < longer * LEAST_LIKENESS) return 0
  let head = 0
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1
  let tail = 0
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1
  return (head + tail) / longer
}

/** Misspelt and inflected words keep their first or their last letter. */
export const mayBeAlike = (a: number, b: number): boolean => a >>> 16 === b >>> 16 || (a & 0xffff) === (b & 0xffff)

/** 1 for the same word, below for one that is spelt or inflected otherwise, 0 for another one. */
export const likenessOf = (sought: WordList, a: number, text: WordList, b: number): number => {
  const lower = sought.lower[a] ?? ''
  const other = text.lower[b] ?? ''
  if (lower === other) return sought.words[a] === text.words[b] ? 1 : OTHER_CAPITALS
  // Misspelt and inflected words keep their first or their last letter.
  if (
    lower.charCodeAt(0) !== other.charCodeAt(0) &&
    lower.charCodeAt(lower.length - 1) !== other.charCodeAt(other.length - 1)
  )
    return 0
  if (sought.isWord[a] !== 1 || text.isWord[b] !== 1 || sought.hasDigit[a] === 1 || text.hasDigit[b] === 1) return 0
  const likeness = affixLikeness(lower, other)
  return likeness >= LEAST_LIKENESS ? likeness * SPELT_OTHERWISE : 0
}

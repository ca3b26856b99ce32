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

/** A step of an alignment: word `a` of what is sought against word `b` of the text; -1 where the other has none. */
export interface AlignedPair {
  readonly a: number
  readonly b: number
  /** 1 for the same word, below for one that is spelt or inflected otherwise, 0 for another one and for none. */
  readonly likeness: number
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
const mayBeAlike = (a: number, b: number): boolean => a >>> 16 === b >>> 16 || (a & 0xffff) === (b & 0xffff)

const likenessOf = (sought: WordList, a: number, text: WordList, b: number): number => {
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

/** What it costs to put one word in another's place, to leave one out, or to put one in. Signs weigh less than words. */
const REPLACED = 1
const LEFT_OUT = 0.65
const SIGN_WEIGHT = 0.35
/** Words of the context may be missing without much ado: a paragraph that moved has other neighbours. */
const CONTEXT_WEIGHT = 0.5

const DIAGONAL = 0
const REMOVED = 1
const ADDED = 2

/** Words compared at most, quote by text; beyond that the middle of a very long passage is compared as a whole. */
const LARGEST_TABLE = 9_000_000

const runOf = (from: number, to: number, pair: (at: number) => AlignedPair): AlignedPair[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => pair(from + index))

/**
 * Aligns what is sought with a piece of the text, word by word, at the least cost (global for what is sought, with the
 * piece's ends free: P. H. Sellers, The theory and computation of evolutionary distances, J. Algorithms 1 (1980)).
 * `contextBefore` and `contextAfter` count the words of `sought` that stand before and after the quote.
 */
export const alignWords = (
  sought: WordList,
  text: WordList,
  contextBefore: number,
  contextAfter: number,
): AlignedPair[] => {
  const rows = sought.count
  const columns = text.count
  if (rows * columns > LARGEST_TABLE) return alignLong(sought, text)
  const width = columns + 1
  const steps = new Uint8Array((rows + 1) * width)
  let above = new Float32Array(width)
  let current = new Float32Array(width)
  for (let row = 1; row <= rows; row += 1) {
    const a = row - 1
    const isWordHere = sought.isWord[a]
    const edges = sought.edges[a] ?? 0
    const weight = isWordHere === 1 ? 1 : SIGN_WEIGHT
    const inContext = a < contextBefore || a >= rows - contextAfter
    const removal = LEFT_OUT * weight * (inContext ? CONTEXT_WEIGHT : 1)
    current[0] = (above[0] ?? 0) + removal
    steps[row * width] = REMOVED
    for (let column = 1; column <= columns; column += 1) {
      const b = column - 1
      const sameKind = isWordHere === text.isWord[b]
      const likeness = mayBeAlike(edges, text.edges[b] ?? 0) ? likenessOf(sought, a, text, b) : 0
      const pairing = likeness > 0 ? (1 - likeness) * weight : sameKind ? REPLACED * weight : Number.POSITIVE_INFINITY
      const diagonal = (above[column - 1] ?? 0) + pairing
      const removed = (above[column] ?? 0) + removal
      // What stands after all that is sought costs nothing.
      const addition = row === rows ? 0 : LEFT_OUT * (text.isWord[b] === 1 ? 1 : SIGN_WEIGHT)
      const added = (current[column - 1] ?? 0) + addition
      let best = diagonal
      let step = DIAGONAL
      if (removed < best) {
        best = removed
        step = REMOVED
      }
      if (added < best) {
        best = added
        step = ADDED
      }
      current[column] = best
      steps[row * width + column] = step
    }
    const next = above
    above = current
    current = next
  }
  return traceBack(steps, rows, columns, (a, b) => likenessOf(sought, a, text, b))
}

const traceBack = (
  steps: Uint8Array,
  rows: number,
  columns: number,
  likeness: (a: number, b: number) => number,
): AlignedPair[] => {
  const width = columns + 1
  const pairs: AlignedPair[] = []
  let row = rows
  let column = columns
  while (row > 0) {
    const step = steps[row * width + column]
    if (step === REMOVED || column === 0) {
      row -= 1
      pairs.push({ a: row, b: -1, likeness: 0 })
    } else if (step === ADDED) {
      column -= 1
      if (row < rows) pairs.push({ a: -1, b: column, likeness: 0 })
    } else {
      row -= 1
      column -= 1
      pairs.push({ a: row, b: column, likeness: likeness(row, column) })
    }
  }
  return pairs.toReversed()
}

/** For passages of thousands of words: equal beginnings and ends are paired, and all between them counts as exchanged. */
const alignLong = (sought: WordList, text: WordList): AlignedPair[] => {
  const shorter = Math.min(sought.count, text.count)
  let head = 0
  while (head < shorter && sought.words[head] === text.words[head]) head += 1
  let tail = 0
  while (tail < shorter - head && sought.words[sought.count - 1 - tail] === text.words[text.count - 1 - tail]) tail += 1
  const pairsOfTail = sought.count - tail
  const shift = text.count - sought.count
  return [
    ...runOf(0, head, at => ({ a: at, b: at, likeness: 1 })),
    ...runOf(head, pairsOfTail, at => ({ a: at, b: -1, likeness: 0 })),
    ...runOf(head, text.count - tail, at => ({ a: -1, b: at, likeness: 0 })),
    ...runOf(pairsOfTail, sought.count, at => ({ a: at, b: at + shift, likeness: 1 })),
  ]
}

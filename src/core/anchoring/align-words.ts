import { ADDED, AlignmentTable, REMOVED } from './alignment-table.ts'
import type { Runs } from './alignment-table.ts'
import { sharedWords } from './shared-words.ts'
import { inVocabulary } from './word-list.ts'
import type { WordList, WordRange } from './word-list.ts'
import { likenessOf } from './word-likeness.ts'

/** A step of an alignment: word `a` of what is sought against word `b` of the text; -1 where the other has none. */
export interface AlignedPair {
  readonly a: number
  readonly b: number
  /** 1 for the same word, below for one that is spelt or inflected otherwise, 0 for another one and for none. */
  readonly likeness: number
}

/** Words of the quote by words of the text that one table may compare; longer runs are parted at words that both have once. */
const LARGEST_TABLE = 20_000
/** Beyond this a run without any such word counts as exchanged as a whole. */
const HUGE_TABLE = 2_000_000

/**
 * Aligns what is sought with a piece of the text (by default all of it), word by word, at the least cost (global for what
 * is sought, with the piece's ends free: P. H. Sellers, The theory and computation of evolutionary distances, J. Algorithms
 * 1 (1980)). Long ones are parted first at the words that either has once, in the order of the longest common sequence of
 * them (as in patience sorting). `contextBefore` and `contextAfter` count the words of `sought` that stand before and after the quote.
 */
export const alignWords = (
  sought: WordList,
  given: WordList,
  contextBefore: number,
  contextAfter: number,
  { first, end }: WordRange = { first: 0, end: given.count },
): AlignedPair[] => {
  const text = inVocabulary(given, sought.vocabulary)
  const quote = { first: contextBefore, end: sought.count - contextAfter }
  const all = { a: 0, aEnd: sought.count, b: first, bEnd: end, freeStart: true, freeEnd: true }
  const pairs: AlignedPair[] = []
  if (sought.count * (end - first) <= LARGEST_TABLE) {
    alignRuns(sought, text, all, quote, pairs)
    return pairs
  }
  const shared = sharedWords(sought, text, { first, end })
  let a = 0
  let b = first
  for (const [index, anchor] of shared.entries()) {
    const runs = { a, aEnd: anchor.a, b, bEnd: anchor.b, freeStart: index === 0, freeEnd: false }
    alignRuns(sought, text, runs, quote, pairs)
    pairs.push({ ...anchor, likeness: 1 })
    a = anchor.a + 1
    b = anchor.b + 1
  }
  const rest = { a, aEnd: sought.count, b, bEnd: end, freeStart: shared.length === 0, freeEnd: true }
  alignRuns(sought, text, rest, quote, pairs)
  return pairs
}

/** Adds the steps that align two runs to `pairs`. */
const alignRuns = (sought: WordList, text: WordList, runs: Runs, quote: WordRange, pairs: AlignedPair[]): void => {
  const { a, aEnd, b, bEnd } = runs
  if ((aEnd - a) * (bEnd - b) > HUGE_TABLE) {
    for (let at = a; at < aEnd; at += 1) pairs.push({ a: at, b: -1, likeness: 0 })
    for (let at = b; at < bEnd; at += 1) pairs.push({ a: -1, b: at, likeness: 0 })
    return
  }
  for (const pair of traceBack(table.fill(sought, text, runs, quote), sought, text, runs)) pairs.push(pair)
}

const table = new AlignmentTable()

/** The steps from the end of the table to its beginning, turned round. What is free at either end is no step. */
const traceBack = (steps: Uint8Array, sought: WordList, text: WordList, runs: Runs): AlignedPair[] => {
  const width = runs.bEnd - runs.b + 1
  const rows = runs.aEnd - runs.a
  const pairs: AlignedPair[] = []
  let row = rows
  let column = width - 1
  while (row > 0 || (column > 0 && !runs.freeStart)) {
    const step = steps[row * width + column]
    if (step === REMOVED) {
      row -= 1
      pairs.push({ a: runs.a + row, b: -1, likeness: 0 })
    } else if (step === ADDED) {
      column -= 1
      if (row < rows || !runs.freeEnd) pairs.push({ a: -1, b: runs.b + column, likeness: 0 })
    } else {
      row -= 1
      column -= 1
      const a = runs.a + row
      const b = runs.b + column
      pairs.push({ a, b, likeness: likenessOf(sought.vocabulary, sought.forms[a] ?? 0, text.forms[b] ?? 0) })
    }
  }
  return pairs.toReversed()
}

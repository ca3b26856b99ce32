import { sharedWords } from './shared-words.ts'
import { likenessOf, mayBeAlike } from './word-list.ts'
import type { WordList } from './word-list.ts'

/** A step of an alignment: word `a` of what is sought against word `b` of the text; -1 where the other has none. */
export interface AlignedPair {
  readonly a: number
  readonly b: number
  /** 1 for the same word, below for one that is spelt or inflected otherwise, 0 for another one and for none. */
  readonly likeness: number
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

/** Two runs of words that are aligned with each other. */
interface Runs {
  readonly a: number
  readonly aEnd: number
  readonly b: number
  readonly bEnd: number
  /** Whether the text may go on before the first word, or after the last, at no cost. */
  readonly freeStart: boolean
  readonly freeEnd: boolean
}

/** Words of the quote by words of the text that one table may compare; longer runs are parted at words that both have once. */
const LARGEST_TABLE = 20_000
/** Beyond this a run without any such word counts as exchanged as a whole. */
const HUGE_TABLE = 2_000_000

/**
 * Aligns what is sought with a piece of the text, word by word, at the least cost (global for what is sought, with the
 * piece's ends free: P. H. Sellers, The theory and computation of evolutionary distances, J. Algorithms 1 (1980)). Long
 * ones are parted first at the words that either has once, in the order of the longest common sequence of them (as in patience sorting).
 * `contextBefore` and `contextAfter` count the words of `sought` that stand before and after the quote.
 */
export const alignWords = (
  sought: WordList,
  text: WordList,
  contextBefore: number,
  contextAfter: number,
): AlignedPair[] => {
  const isContext = (a: number): boolean => a < contextBefore || a >= sought.count - contextAfter
  const all = { a: 0, aEnd: sought.count, b: 0, bEnd: text.count, freeStart: true, freeEnd: true }
  if (sought.count * text.count <= LARGEST_TABLE) return alignRuns(sought, text, all, isContext)
  const shared = sharedWords(sought, text)
  const pairs: AlignedPair[] = []
  let a = 0
  let b = 0
  for (const [index, anchor] of shared.entries()) {
    const runs = { a, aEnd: anchor.a, b, bEnd: anchor.b, freeStart: index === 0, freeEnd: false }
    pairs.push(...alignRuns(sought, text, runs, isContext), { ...anchor, likeness: 1 })
    a = anchor.a + 1
    b = anchor.b + 1
  }
  const rest = { a, aEnd: sought.count, b, bEnd: text.count, freeStart: shared.length === 0, freeEnd: true }
  pairs.push(...alignRuns(sought, text, rest, isContext))
  return pairs
}

const exchanged = ({ a, aEnd, b, bEnd }: Runs): AlignedPair[] => [
  ...Array.from({ length: aEnd - a }, (_, index) => ({ a: a + index, b: -1, likeness: 0 })),
  ...Array.from({ length: bEnd - b }, (_, index) => ({ a: -1, b: b + index, likeness: 0 })),
]

const alignRuns = (sought: WordList, text: WordList, runs: Runs, isContext: (a: number) => boolean): AlignedPair[] => {
  const rows = runs.aEnd - runs.a
  const columns = runs.bEnd - runs.b
  if (rows * columns > HUGE_TABLE) return exchanged(runs)
  const width = columns + 1
  const steps = new Uint8Array((rows + 1) * width)
  let above = new Float32Array(width)
  let current = new Float32Array(width)
  const additionOf = (b: number): number => LEFT_OUT * (text.isWord[b] === 1 ? 1 : SIGN_WEIGHT)
  steps.fill(ADDED, 1, width)
  if (!runs.freeStart) {
    for (let column = 1; column <= columns; column += 1)
      above[column] = (above[column - 1] ?? 0) + additionOf(runs.b + column - 1)
  }
  for (let row = 1; row <= rows; row += 1) {
    const a = runs.a + row - 1
    const isWordHere = sought.isWord[a]
    const edges = sought.edges[a] ?? 0
    const weight = isWordHere === 1 ? 1 : SIGN_WEIGHT
    const removal = LEFT_OUT * weight * (isContext(a) ? CONTEXT_WEIGHT : 1)
    const isLast = row === rows && runs.freeEnd
    current[0] = (above[0] ?? 0) + removal
    steps[row * width] = REMOVED
    for (let column = 1; column <= columns; column += 1) {
      const b = runs.b + column - 1
      const sameKind = isWordHere === text.isWord[b]
      const likeness = mayBeAlike(edges, text.edges[b] ?? 0) ? likenessOf(sought, a, text, b) : 0
      const pairing = likeness > 0 ? (1 - likeness) * weight : sameKind ? REPLACED * weight : Number.POSITIVE_INFINITY
      const diagonal = (above[column - 1] ?? 0) + pairing
      const removed = (above[column] ?? 0) + removal
      // What stands after all that is sought costs nothing.
      const added = (current[column - 1] ?? 0) + (isLast ? 0 : additionOf(b))
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
  return traceBack(steps, sought, text, runs)
}

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
      const pair = { a: runs.a + row, b: runs.b + column }
      pairs.push({ ...pair, likeness: likenessOf(sought, pair.a, text, pair.b) })
    }
  }
  return pairs.toReversed()
}

import { wordAt } from './word-list.ts'
import type { WordList, WordRange } from './word-list.ts'
import { mayBeAlike, misspeltLikeness, OTHER_CAPITALS } from './word-likeness.ts'

/** What it costs to put one word in another's place, to leave one out, or to put one in. Signs weigh less than words. */
const REPLACED = 1
const LEFT_OUT = 0.65
const SIGN_WEIGHT = 0.35
/** Words of the context may be missing without much ado: a paragraph that moved has other neighbours. */
const CONTEXT_WEIGHT = 0.5

/** What it costs to put in a word or sign of a reference in brackets: next to nothing, so that it parts no sentence from its full stop. */
const REFERRED = 0.02

/** The step that leads to a cell of the table at the least cost. */
const DIAGONAL = 0
export const REMOVED = 1
export const ADDED = 2

/** Two runs of words that are aligned with each other: `a` up to `aEnd` of what is sought, `b` up to `bEnd` of the text. */
export interface Runs {
  readonly a: number
  readonly aEnd: number
  readonly b: number
  readonly bEnd: number
  /** Whether the text may go on before the first word, or after the last, at no cost. */
  readonly freeStart: boolean
  readonly freeEnd: boolean
}

/** Most words and signs that a reference is made of. */
const LONGEST_REFERENCE = 16
const REFERS = /^(?:\d+|[,;-])$/

/** Number of the bracket that opens the reference which the one at `closing` closes; -1 for what is none, or begins before `from`. */
const referenceBefore = (text: WordList, from: number, closing: number): number => {
  for (let at = closing - 1; at >= Math.max(from, closing - LONGEST_REFERENCE); at -= 1) {
    const word = wordAt(text, at)
    if (word === '[') return at
    if (!REFERS.test(word)) return -1
  }
  return -1
}

/** Its buffers serve one alignment after another: making them anew would take longer than filling them. */
export class AlignmentTable {
  #steps = new Uint8Array(0)
  #above = new Float32Array(0)
  #current = new Float32Array(0)
  /** Of each column's word of the text. */
  #forms = new Uint32Array(0)
  #terms = new Uint32Array(0)
  #edges = new Int32Array(0)
  #weights = new Float64Array(0)
  #additions = new Float64Array(0)

  /**
   * The steps, row by row of one more than the text's words; they hold until the table is filled again. Both lists are of
   * one vocabulary; words of `sought` outside of `quote` are context.
   */
  fill(sought: WordList, text: WordList, runs: Runs, quote: WordRange): Uint8Array {
    const rows = runs.aEnd - runs.a
    const columns = runs.bEnd - runs.b
    this.#makeRoom(rows + 1, columns + 1)
    this.#readColumns(text, runs)
    this.#fillFirstRow(columns, runs.freeStart)
    for (let row = 1; row <= rows; row += 1) {
      const a = runs.a + row - 1
      const isContext = a < quote.first || a >= quote.end
      this.#fillRow(sought, a, row, columns, isContext, row === rows && runs.freeEnd)
    }
    return this.#steps
  }

  #makeRoom(rows: number, width: number): void {
    if (this.#steps.length < rows * width) this.#steps = new Uint8Array(rows * width * 2)
    if (this.#above.length >= width) return
    this.#above = new Float32Array(width * 2)
    this.#current = new Float32Array(width * 2)
    this.#forms = new Uint32Array(width * 2)
    this.#terms = new Uint32Array(width * 2)
    this.#edges = new Int32Array(width * 2)
    this.#weights = new Float64Array(width * 2)
    this.#additions = new Float64Array(width * 2)
  }

  #readColumns(text: WordList, { b, bEnd }: Runs): void {
    const { forms, vocabulary } = text
    const { terms, edges, isWord, words } = vocabulary
    for (let at = b; at < bEnd; at += 1) {
      const column = at - b + 1
      const form = forms[at] ?? 0
      this.#forms[column] = form
      this.#terms[column] = terms[form] ?? 0
      this.#edges[column] = edges[form] ?? 0
      const weight = isWord[form] === 1 ? 1 : SIGN_WEIGHT
      this.#weights[column] = weight
      this.#additions[column] = LEFT_OUT * weight
      if (words[form] === ']') {
        const opening = referenceBefore(text, b, at)
        if (opening !== -1) this.#additions.fill(REFERRED, opening - b + 1, column + 1)
      }
    }
  }

  #fillFirstRow(columns: number, isFree: boolean): void {
    const above = this.#above
    above[0] = 0
    for (let column = 1; column <= columns; column += 1) {
      above[column] = isFree ? 0 : (above[column - 1] ?? 0) + (this.#additions[column] ?? 0)
    }
    this.#steps.fill(ADDED, 1, columns + 1)
  }

  #fillRow(sought: WordList, a: number, row: number, columns: number, isContext: boolean, isFree: boolean): void {
    const { vocabulary } = sought
    const steps = this.#steps
    const above = this.#above
    const current = this.#current
    const forms = this.#forms
    const terms = this.#terms
    const edges = this.#edges
    const weights = this.#weights
    const additions = this.#additions
    const form = sought.forms[a] ?? 0
    const term = vocabulary.terms[form] ?? 0
    const edge = vocabulary.edges[form] ?? 0
    const weight = vocabulary.isWord[form] === 1 ? 1 : SIGN_WEIGHT
    const removal = LEFT_OUT * weight * (isContext ? CONTEXT_WEIGHT : 1)
    const start = row * (columns + 1)
    let left = Math.fround((above[0] ?? 0) + removal)
    current[0] = left
    steps[start] = REMOVED
    for (let column = 1; column <= columns; column += 1) {
      // A word and a sign are never put in each other's place.
      let pairing = weight === weights[column] ? REPLACED * weight : Number.POSITIVE_INFINITY
      if (terms[column] === term) pairing = forms[column] === form ? 0 : (1 - OTHER_CAPITALS) * weight
      else if (mayBeAlike(edge, edges[column] ?? 0)) {
        const likeness = misspeltLikeness(vocabulary, form, forms[column] ?? 0)
        if (likeness > 0) pairing = (1 - likeness) * weight
      }
      let best = (above[column - 1] ?? 0) + pairing
      let step = DIAGONAL
      const removed = (above[column] ?? 0) + removal
      if (removed < best) {
        best = removed
        step = REMOVED
      }
      // What stands after all that is sought costs nothing.
      const added = left + (isFree ? 0 : (additions[column] ?? 0))
      if (added < best) {
        best = added
        step = ADDED
      }
      left = Math.fround(best)
      current[column] = left
      steps[start + column] = step
    }
    this.#above = current
    this.#current = above
  }
}

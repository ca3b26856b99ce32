import type { Span } from '#core/text/span.ts'
import { countUpTo } from './text-map.ts'

export interface IndexedMark extends Span {
  readonly id: string
}

/** Marks that were added one by one are kept apart until there are this many; looking through them costs less than sorting. */
const TAIL = 64

/**
 * Answers which marks lie on a character or a span, for any number of marks that overlap and nest, in O(log n + k).
 *
 * An augmented interval tree without pointers: the marks in an array sorted by start are a binary tree in which the node at
 * the middle of a range is the root of that range, and beside each node stands the greatest end of its subtree (the layout
 * of H. Li and J. Rong, "Bedtk: finding interval overlap with implicit interval tree", Bioinformatics 37(9), 2021, here with
 * the middle of a range as its root instead of a complete tree).
 */
export class MarkIndex<Mark extends IndexedMark = IndexedMark> {
  #marks: readonly Mark[] = []
  #starts = new Uint32Array()
  #ends = new Uint32Array()
  /** Greatest end in the subtree of each node. */
  #reach = new Uint32Array()
  /** Marks that are not in the tree yet, and places in the tree whose mark is gone. */
  #tail: Mark[] = []
  #gone = new Set<number>()

  constructor(marks: readonly Mark[] = []) {
    this.#build(marks.toSorted(byPlace))
  }

  get size(): number {
    return this.#marks.length - this.#gone.size + this.#tail.length
  }

  add(mark: Mark): void {
    this.#tail.push(mark)
    if (this.#tail.length > TAIL) this.#fold()
  }

  addAll(marks: readonly Mark[]): void {
    if (marks.length > TAIL) {
      this.#tail = [...this.#tail, ...marks]
      this.#fold()
    } else for (const mark of marks) this.add(mark)
  }

  /** Takes out the mark of this id, which stands where it was put; returns whether it was there. */
  delete({ id, start }: Mark): boolean {
    const waiting = this.#tail.findIndex(mark => mark.id === id)
    if (waiting !== -1) {
      this.#tail.splice(waiting, 1)
      return true
    }
    for (let at = countUpTo(this.#starts, start) - 1; this.#starts[at] === start; at -= 1) {
      if (this.#marks[at]?.id !== id || this.#gone.has(at)) continue
      this.#gone.add(at)
      if (this.#gone.size > TAIL) this.#fold()
      return true
    }
    return false
  }

  /** The marks that share a character with the span, in text order. */
  overlapping({ start, end }: Span): readonly Mark[] {
    const found: Mark[] = []
    const visit = (from: number, to: number): void => {
      const middle = (from + to) >>> 1
      if (from >= to || (this.#reach[middle] ?? 0) <= start) return
      visit(from, middle)
      if ((this.#starts[middle] ?? 0) >= end) return
      const mark = this.#marks[middle]
      if (mark !== undefined && (this.#ends[middle] ?? 0) > start && !this.#gone.has(middle)) found.push(mark)
      visit(middle + 1, to)
    }
    visit(0, this.#marks.length)
    const waiting = this.#tail.filter(mark => mark.start < end && mark.end > start)
    return waiting.length === 0 ? found : merge(found, waiting.toSorted(byPlace))
  }

  /** Ids of the marks that cover the character at `offset`, the shortest first. */
  at(offset: number): readonly string[] {
    return this.overlapping({ start: offset, end: offset + 1 })
      .toSorted((a, b) => a.end - a.start - (b.end - b.start) || byPlace(a, b))
      .map(mark => mark.id)
  }

  #fold(): void {
    const kept = this.#marks.filter((_, at) => !this.#gone.has(at))
    this.#build(merge(kept, this.#tail.toSorted(byPlace)))
  }

  #build(sorted: readonly Mark[]): void {
    this.#marks = sorted
    this.#tail = []
    this.#gone = new Set()
    this.#starts = new Uint32Array(sorted.length)
    this.#ends = new Uint32Array(sorted.length)
    this.#reach = new Uint32Array(sorted.length)
    for (const [at, { start, end }] of sorted.entries()) {
      this.#starts[at] = start
      this.#ends[at] = end
    }
    const reach = (from: number, to: number): number => {
      if (from >= to) return 0
      const middle = (from + to) >>> 1
      const furthest = Math.max(this.#ends[middle] ?? 0, reach(from, middle), reach(middle + 1, to))
      this.#reach[middle] = furthest
      return furthest
    }
    reach(0, sorted.length)
  }
}

function byPlace(a: IndexedMark, b: IndexedMark): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Two sorted lists as one. */
function merge<Mark extends IndexedMark>(a: readonly Mark[], b: readonly Mark[]): Mark[] {
  const merged: Mark[] = []
  let next = 0
  for (const mark of a) {
    for (let other = b[next]; other !== undefined && byPlace(other, mark) < 0; other = b[++next]) merged.push(other)
    merged.push(mark)
  }
  for (let other = b[next]; other !== undefined; other = b[++next]) merged.push(other)
  return merged
}

/** An index of these marks. */
export const indexMarks = <Mark extends IndexedMark>(marks: readonly Mark[]): MarkIndex<Mark> => new MarkIndex(marks)

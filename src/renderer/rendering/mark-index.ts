import type { Span } from '#core/text/span.ts'

export interface IndexedMark extends Span {
  readonly id: string
}

/** Answers which marks lie on a character, for any number of marks that overlap and nest. */
export interface MarkIndex {
  /** Ids of the marks that cover the character at `offset`, the shortest first. */
  at(offset: number): readonly string[]
}

/** Sorted by start, with the furthest end so far beside each, so that a look-up stops where no earlier mark can reach. */
export function indexMarks(marks: readonly IndexedMark[]): MarkIndex {
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  const reach = new Uint32Array(sorted.length)
  let furthest = 0
  for (const [index, mark] of sorted.entries()) {
    furthest = Math.max(furthest, mark.end)
    reach[index] = furthest
  }
  return {
    at(offset) {
      let low = 0
      let high = sorted.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1
        else high = middle
      }
      const found: IndexedMark[] = []
      for (let index = low - 1; index >= 0 && (reach[index] ?? 0) > offset; index -= 1) {
        const mark = sorted[index]
        if (mark !== undefined && mark.end > offset) found.push(mark)
      }
      return found
        .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || (a.id < b.id ? -1 : 1))
        .map(mark => mark.id)
    },
  }
}

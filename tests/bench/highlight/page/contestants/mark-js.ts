import Mark from 'mark.js'
import type { MarkedRange } from 'mark.js'
import type { Contestant } from '../contestant.ts'
import type { Mark as Annotation } from '../generated-marks.ts'
import { blockElement, wrappedAt } from './wrapped-marks.ts'

interface Piece extends MarkedRange {
  readonly ids: string
}

/** Its ranges must not overlap, so marks are cut at each other's edges; a piece knows all that it belongs to. */
const cut = (marks: readonly Annotation[]): Piece[] => {
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b)
  const open = new Map<string, number>()
  const pieces: Piece[] = []
  let next = 0
  for (const [index, start] of edges.entries()) {
    for (const [id, end] of open) if (end <= start) open.delete(id)
    for (let mark = marks[next]; mark?.start === start; mark = marks[++next]) open.set(mark.id, mark.end)
    const end = edges[index + 1]
    if (end !== undefined && open.size > 0) pieces.push({ start, length: end - start, ids: [...open.keys()].join(' ') })
  }
  return pieces
}

const wrap = (context: HTMLElement, pieces: Piece[]): void => {
  new Mark(context).markRanges(pieces, {
    each: (element, piece) => {
      element.dataset['ids'] = (piece as Piece).ids
    },
  })
}

export const markJs: Contestant = {
  shows: 'elements',
  open: page => ({
    paint: marks => wrap(page.root, cut(marks)),
    add: ({ id, start, end }) => {
      const block = blockElement(page, start)
      wrap(block.element, [{ start: start - block.start, length: end - start, ids: id }])
    },
    hit: wrappedAt,
  }),
}

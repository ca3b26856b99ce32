import { endOf, median } from './page-text.ts'
import { rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

/**
 * Text that stands beside other text for a part of a column only: a box, an inset or a figure's words that the column flows around.
 */

/** Ems that stay free between both at least, and no less than so many points. */
const GUTTER_EMS = 0.5
const GUTTER_POINTS = 4
/** Ems by which the baselines of neighbours may differ. */
const NEIGHBOURS = 0.9
/** Segments of a part of a page beyond which it is not looked for: each strip is held against all of them. */
const MOST_SEGMENTS = 800
/** Segments of a row beyond which it is one of a table, and strips tried: a page of prose has fewer. */
const MOST_BESIDE = 3
const MOST_STRIPS = 200

/** A stretch of lines with a strip between its left and right part that nothing goes over. */
export interface Stretch {
  readonly above: readonly Segment[]
  readonly left: readonly Segment[]
  readonly right: readonly Segment[]
  readonly below: readonly Segment[]
}

interface Strip {
  readonly start: number
  readonly end: number
  /** Places in the sorted segments, `to` exclusive. */
  readonly from: number
  readonly to: number
}

/** Points by which lines of a block may begin out of line, and the part of them that does not. */
const OUT_OF_LINE = 2.5
const IN_LINE = 0.7

const gutterOf = (size: number): number => Math.max(GUTTER_POINTS, GUTTER_EMS * size)

/** The strip that a further segment leaves; null when it goes over all of it. */
const narrowedBy = (strip: Strip, segment: Segment): Strip | null => {
  const [x, end] = [segment.x, endOf(segment)]
  if (end <= strip.start || x >= strip.end) return strip
  const start = x < strip.start ? Math.max(strip.start, end) : strip.start
  const stop = x < strip.start ? strip.end : Math.min(strip.end, x)
  return stop - start >= gutterOf(segment.size) ? { ...strip, start, end: stop } : null
}

const grown = (sorted: readonly Segment[], first: Strip): Strip => {
  let strip = first
  while (strip.to < sorted.length) {
    const next = sorted[strip.to]
    const left = next === undefined ? null : narrowedBy(strip, next)
    if (left === null) break
    strip = { ...left, to: strip.to + 1 }
  }
  while (strip.from > 0) {
    const next = sorted[strip.from - 1]
    const left = next === undefined ? null : narrowedBy(strip, next)
    if (left === null) break
    strip = { ...left, from: strip.from - 1 }
  }
  return strip
}

/** True when most rows have as many segments as those of tables do. */
const isTabular = (segments: readonly Segment[]): boolean => {
  const rows = rowsOf(segments)
  return rows.filter(row => row.length > MOST_BESIDE).length * 2 > rows.length
}

/** Strips between segments that stand beside each other, one to the right of each. */
function* stripsOf(sorted: readonly Segment[]): Generator<Strip> {
  const seen = new Set<Segment>()
  for (const [place, a] of sorted.entries())
    for (let other = place + 1; other < sorted.length; other += 1) {
      const b = sorted[other]
      if (b === undefined || b.baseline - a.baseline > NEIGHBOURS * Math.max(a.size, b.size)) break
      const [left, right] = a.x < b.x ? [a, b] : [b, a]
      const [start, end] = [endOf(left), right.x]
      if (seen.has(left) || end - start < gutterOf(Math.max(a.size, b.size))) continue
      seen.add(left)
      yield { start, end, from: place, to: place + 1 }
    }
}

const partsOf = (sorted: readonly Segment[], { start, end, from, to }: Strip): Stretch => {
  const inside = sorted.slice(from, to)
  const isLeft = (segment: Segment): boolean => segment.x + segment.width / 2 < (start + end) / 2
  const [left, right] = [inside.filter(isLeft), inside.filter(segment => !isLeft(segment))]
  // Lines above and below what both have are the column's own.
  const top = Math.max(left[0]?.baseline ?? 0, right[0]?.baseline ?? 0)
  const bottom = Math.min(left.at(-1)?.baseline ?? 0, right.at(-1)?.baseline ?? 0)
  const slack = inside.reduce((most, { size }) => Math.max(most, size), 0)
  const within = ({ baseline }: Segment): boolean => baseline >= top - slack && baseline <= bottom + slack
  return {
    above: [...sorted.slice(0, from), ...inside.filter(({ baseline }) => baseline < top - slack)],
    left: left.filter(within),
    right: right.filter(within),
    below: [...inside.filter(({ baseline }) => baseline > bottom + slack), ...sorted.slice(to)],
  }
}

const shareInLine = (segments: readonly Segment[], edge: (segment: Segment) => number): number => {
  const middle = median(segments.map(edge))
  return segments.filter(segment => Math.abs(edge(segment) - middle) <= OUT_OF_LINE).length / segments.length
}

/**
 * True when the lines of both begin (or, to the left, end) below each other: words beside a gap that goes through loose lines by
 * accident do not.
 */
const areInLine = (left: readonly Segment[], right: readonly Segment[]): boolean =>
  [({ x }: Segment): number => x, endOf].some(edge => [left, right].every(side => shareInLine(side, edge) >= IN_LINE))

/** The longest stretch whose parts `areColumns`; null when there is none. */
export const sideBySide = (
  segments: readonly Segment[],
  areColumns: (columns: readonly (readonly Segment[])[]) => boolean,
): Stretch | null => {
  if (segments.length > MOST_SEGMENTS || isTabular(segments)) return null
  const sorted = segments.toSorted((a, b) => a.baseline - b.baseline)
  const tried = new Set<string>()
  let best: Stretch | null = null
  let most = 0
  let strips = 0
  for (const first of stripsOf(sorted)) {
    strips += 1
    if (strips > MOST_STRIPS) break
    const strip = grown(sorted, first)
    const key = `${strip.from} ${strip.to} ${strip.start}`
    if (tried.has(key)) continue
    tried.add(key)
    const parts = partsOf(sorted, strip)
    const length = Math.min(parts.left.length, parts.right.length)
    if (length > most && areInLine(parts.left, parts.right) && areColumns([parts.left, parts.right])) {
      most = length
      best = parts
    }
  }
  return best
}

import { endOf, median } from './page-text.ts'
import { rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'
import { sideBySide } from './side-by-side.ts'

/**
 * The order in which parts of a page are read: a recursive cut into columns and bands after the XY-cut (Nagy, Seth and Viswanathan,
 * A prototype document image analysis system for technical journals, Computer 25(7), 1992), with what goes over several columns, such
 * as a title, taken as a border between bands (as in Meunier, Optimized XY-cut for determining a page reading order, ICDAR 2005).
 */

/** Ems that a gap between columns has at least; and no less than so many points. */
const GUTTER_EMS = 0.7
const GUTTER_POINTS = 5
/** What may go over a gap, as a part of what goes over the fullest place. */
const MOST_SPANNING = 0.5
/** Rows that a column has at least. */
const FEWEST_ROWS = 3
/** How many of its rows a column of prose fills, and how much of their width. */
interface Filled {
  readonly width: number
  readonly rows: number
}
const USUAL: Filled = { width: 0.6, rows: 0.5 }
/** As justified lines do, and cells of a table do not. */
const FULL: Filled = { width: 0.9, rows: 0.7 }
/** Characters that the rows of prose have. */
const PROSE_LENGTH = 14
/** Cells of a table stand on the same lines. */
const ALIGNED = 0.75
/** Times that a page goes from one column to the other and back while it draws a table, and for each row. */
const FEWEST_TURNS = 3
const IN_TURNS = 0.3
const DEEPEST = 12
/** Segments of a page beyond which it is no page of prose, and is read row by row. */
const MOST_SEGMENTS = 10_000

interface Gap {
  readonly start: number
  readonly end: number
  /** How far lines that are too long for the column on the left may go. */
  readonly far: number
}

/** Places between `from` and `to` that few segments cover, a point exact. */
const gapsOf = (segments: readonly Segment[], size: number): Gap[] => {
  const from = Math.floor(Math.min(...segments.map(({ x }) => x)))
  const width = Math.min(20_000, Math.ceil(Math.max(...segments.map(endOf))) - from)
  const steps = new Int32Array(width + 2)
  for (const segment of segments) {
    const start = Math.max(0, Math.round(segment.x) - from)
    const end = Math.min(width, Math.round(endOf(segment)) - from)
    if (end <= start) continue
    steps[start] = (steps[start] ?? 0) + 1
    steps[end] = (steps[end] ?? 0) - 1
  }
  let fullest = 0
  let count = 0
  for (const step of steps) fullest = Math.max(fullest, (count += step))
  const most = fullest * MOST_SPANNING
  const least = Math.max(GUTTER_POINTS, GUTTER_EMS * size)
  const gaps: Gap[] = []
  let covered = 0
  let start = -1
  for (let place = 0; place <= width; place += 1) {
    covered += steps[place] ?? 0
    if (covered <= most && place < width) {
      if (start < 0) start = place
    } else if (start >= 0) {
      if (place - start >= least) gaps.push({ start: from + start, end: from + place, far: from + place })
      start = -1
    }
  }
  return gaps
}

/** The narrowest part of a gap that as few as possible go over. */
const narrowed = (gap: Gap, segments: readonly Segment[]): Gap => {
  const inside = segments.filter(segment => endOf(segment) > gap.start && segment.x < gap.end)
  const edges = [...new Set([gap.start, gap.end, ...inside.flatMap(segment => [segment.x, endOf(segment)])])]
    .filter(edge => edge >= gap.start && edge <= gap.end)
    .toSorted((a, b) => a - b)
    .slice(0, 120)
  let best = gap
  let fewest = Infinity
  for (const [index, start] of edges.slice(0, -1).entries()) {
    const end = edges[index + 1] ?? start
    if (end - start < GUTTER_POINTS) continue
    const over = inside.filter(segment => segment.x < end - 1 && endOf(segment) > start + 1).length
    if (over < fewest || (over === fewest && end - start > best.end - best.start)) {
      fewest = over
      best = { start, end, far: Math.min(gap.end, end + GUTTER_POINTS) }
    }
  }
  return best
}

/** What is on both sides of a gap. A line that is too long for its column ends in the gap. */
const goesOver = (segment: Segment, gaps: readonly Gap[]): boolean =>
  gaps.some(({ start, far }) => segment.x < start + 1 && endOf(segment) > far - 1)

const columnsAt = (segments: readonly Segment[], gaps: readonly Gap[]): Segment[][] => {
  const columns: Segment[][] = Array.from({ length: gaps.length + 1 }, () => [])
  for (const segment of segments) {
    const middle = segment.x + segment.width / 2
    columns[gaps.filter(({ start, end }) => (start + end) / 2 < middle).length]?.push(segment)
  }
  return columns
}

const isProse = (column: readonly Segment[], { width: part, rows: most }: Filled = USUAL): boolean => {
  const rows = rowsOf(column)
  const x = Math.min(...column.map(segment => segment.x))
  const width = Math.max(...column.map(endOf)) - x
  const filled = rows.filter(row => row.reduce((sum, segment) => sum + segment.width, 0) >= part * width).length
  return (
    filled >= most * rows.length &&
    median(rows.map(row => row.reduce((sum, { length }) => sum + length, 0))) >= PROSE_LENGTH
  )
}

/** The part of the rows of the shorter column that stand on a line with one of the other. */
const alignment = (left: readonly Segment[], right: readonly Segment[]): number => {
  const [fewer, more] = left.length < right.length ? [left, right] : [right, left]
  const baselines = more.map(({ baseline }) => baseline).toSorted((a, b) => a - b)
  const aligned = fewer.filter(segment => {
    let low = 0
    let high = baselines.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((baselines[middle] ?? 0) < segment.baseline - 0.3 * segment.size) low = middle + 1
      else high = middle
    }
    return (baselines[low] ?? Infinity) <= segment.baseline + 0.3 * segment.size
  })
  return aligned.length / Math.max(1, fewer.length)
}

const drawnAt = (segment: Segment): number => segment.items[0]?.drawn ?? 0

/** True when a page draws a row or two of the one, of the other, and of the one again, as it does with the cells of a table. */
const areDrawnInTurns = (left: readonly Segment[], right: readonly Segment[]): boolean => {
  const sides = [
    ...left.map(segment => ({ drawn: drawnAt(segment), side: left })),
    ...right.map(segment => ({ drawn: drawnAt(segment), side: right })),
  ].toSorted((a, b) => a.drawn - b.drawn)
  const turns = sides.filter(({ side }, index) => index > 0 && side !== sides[index - 1]?.side).length
  return turns >= FEWEST_TURNS && turns >= IN_TURNS * Math.min(left.length, right.length)
}

const areColumns = (columns: readonly (readonly Segment[])[], fewestRows: number): boolean =>
  columns.every((column, index) => {
    if (column.length === 0 || rowsOf(column).length < fewestRows) return false
    const next = columns[index + 1]
    if (next === undefined || next.length === 0) return true
    if (areDrawnInTurns(column, next) && !(isProse(column, FULL) && isProse(next, FULL))) return false
    return (isProse(column) && isProse(next)) || alignment(column, next) < ALIGNED
  })

/** Where to cut: all gaps at once, or the best one of them. */
const findCuts = (segments: readonly Segment[]): readonly Gap[] | null => {
  const gaps = gapsOf(segments, median(segments.map(({ size }) => size)))
    .map(gap => narrowed(gap, segments))
    .slice(0, 8)
  const tried = [gaps, ...gaps.map(gap => [gap])]
  for (const cuts of tried) {
    if (cuts.length === 0) continue
    const columns = columnsAt(
      segments.filter(segment => !goesOver(segment, cuts)),
      cuts,
    )
    if (areColumns(columns, FEWEST_ROWS)) return cuts
  }
  return null
}

/** The widest empty band between rows that is wider than the gap between lines; the baseline after which it comes. */
const widestBand = (segments: readonly Segment[]): number | null => {
  const sorted = segments.toSorted((a, b) => a.baseline - b.baseline)
  let widest = 0
  let after: number | null = null
  for (const [index, segment] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next === undefined) break
    const gap = next.baseline - next.size - segment.baseline
    if (gap > widest && gap > 0.5 * Math.min(segment.size, next.size)) {
      widest = gap
      after = segment.baseline
    }
  }
  return after
}

/** Bands between what goes over several columns, from the top: each is read after the one above it. */
const bandsAt = (segments: readonly Segment[], cuts: readonly Gap[]): Segment[][] => {
  const bands: Segment[][] = []
  let isSpanning: boolean | null = null
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    const spans = goesOver(segment, cuts)
    if (spans !== isSpanning) bands.push([])
    isSpanning = spans
    bands.at(-1)?.push(segment)
  }
  return bands
}

/** A part of a page that is read from the top to the bottom. */
export interface ColumnOfPage {
  readonly segments: readonly Segment[]
  /** True for what stands beside a column that flows around it, and is read when its paragraph has ended. */
  readonly aside: boolean
}

/** Parts of the width of the other that what stands beside a column has at most; wider, both are columns. */
const INSET = 0.75

const widthOf = (segments: readonly Segment[]): number =>
  Math.max(...segments.map(endOf)) - Math.min(...segments.map(({ x }) => x))

const plain = (segments: readonly Segment[]): ColumnOfPage[] => [{ segments, aside: false }]

/** The order of a part of a page in which no column goes from the top to the bottom; null when it is one column. */
const aroundInset = (segments: readonly Segment[], rightToLeft: boolean, depth: number): ColumnOfPage[] | null => {
  const stretch = sideBySide(segments, columns => areColumns(columns, FEWEST_ROWS))
  if (stretch === null) return null
  const { above, left, right, below } = stretch
  const inside = rightToLeft ? [right, left] : [left, right]
  const widths = inside.map(widthOf)
  const narrowest = Math.min(...widths)
  const parts = inside.map((side, index): readonly ColumnOfPage[] => {
    const columns = cut(side, rightToLeft, depth + 1)
    return widths[index] === narrowest && narrowest < INSET * Math.max(...widths)
      ? columns.map(column => ({ ...column, aside: true }))
      : columns
  })
  return [
    ...(above.length === 0 ? [] : cut(above, rightToLeft, depth + 1)),
    ...parts.toSorted((a, b) => Number(a[0]?.aside === true) - Number(b[0]?.aside === true)).flat(),
    ...(below.length === 0 ? [] : cut(below, rightToLeft, depth + 1)),
  ]
}

const cut = (segments: readonly Segment[], rightToLeft: boolean, depth: number): ColumnOfPage[] => {
  if (segments.length < 2 * FEWEST_ROWS || depth > DEEPEST) return plain(segments)
  const cuts = findCuts(segments)
  if (cuts !== null) {
    return bandsAt(segments, cuts).flatMap(band => {
      const [first] = band
      if (first === undefined || goesOver(first, cuts)) return plain(band)
      const columns = columnsAt(band, cuts).filter(column => column.length > 0)
      // A table or a row of names between prose is read row by row.
      if (columns.length > 1 && !areColumns(columns, 1)) return plain(band)
      const ordered = rightToLeft ? columns.toReversed() : columns
      return ordered.flatMap(column => cut(column, rightToLeft, depth + 1))
    })
  }
  const after = widestBand(segments)
  if (after !== null) {
    const above = segments.filter(({ baseline }) => baseline <= after)
    const below = segments.filter(({ baseline }) => baseline > after)
    const parts = [...cut(above, rightToLeft, depth + 1), ...cut(below, rightToLeft, depth + 1)]
    // What has no columns above and below was one part before.
    if (parts.length > 2) return parts
  }
  return aroundInset(segments, rightToLeft, depth) ?? plain(segments)
}

/** Parts of a page in reading order; within each, rows from the top. */
export const columnsOf = (segments: readonly Segment[], rightToLeft: boolean): ColumnOfPage[] =>
  segments.length > MOST_SEGMENTS ? plain(segments) : cut(segments, rightToLeft, 0)

import { endOf, median } from './page-text.ts'
import { rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

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
/** A column of prose fills so much of its width in half of its rows, and has so many characters in each. */
const FILLED = 0.6
const PROSE_LENGTH = 14
/** Cells of a table stand on the same lines. */
const ALIGNED = 0.75
const DEEPEST = 12
/** Segments of a page beyond which it is no page of prose, and is read row by row. */
const MOST_SEGMENTS = 10_000

interface Gap {
  readonly start: number
  readonly end: number
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
      if (place - start >= least) gaps.push({ start: from + start, end: from + place })
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
      best = { start, end }
    }
  }
  return best
}

const goesOver = (segment: Segment, places: readonly number[]): boolean =>
  places.some(place => segment.x < place - 1 && endOf(segment) > place + 1)

const columnsAt = (segments: readonly Segment[], places: readonly number[]): Segment[][] => {
  const columns: Segment[][] = Array.from({ length: places.length + 1 }, () => [])
  for (const segment of segments) {
    const middle = segment.x + segment.width / 2
    columns[places.filter(place => place < middle).length]?.push(segment)
  }
  return columns
}

const isProse = (column: readonly Segment[]): boolean => {
  const rows = rowsOf(column)
  const x = Math.min(...column.map(segment => segment.x))
  const width = Math.max(...column.map(endOf)) - x
  const filled = rows.filter(row => row.reduce((sum, segment) => sum + segment.width, 0) >= FILLED * width).length
  return (
    filled * 2 >= rows.length &&
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

const areColumns = (columns: readonly (readonly Segment[])[], fewestRows: number): boolean =>
  columns.every((column, index) => {
    if (column.length === 0 || rowsOf(column).length < fewestRows) return false
    const next = columns[index + 1]
    if (next === undefined || next.length === 0) return true
    return (isProse(column) && isProse(next)) || alignment(column, next) < ALIGNED
  })

/** Where to cut: all gaps at once, or the best one of them. */
const findCuts = (segments: readonly Segment[]): readonly number[] | null => {
  const gaps = gapsOf(segments, median(segments.map(({ size }) => size)))
    .map(gap => narrowed(gap, segments))
    .slice(0, 8)
  const places = gaps.map(({ start, end }) => (start + end) / 2)
  const tried = [places, ...places.map(place => [place])]
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
const bandsAt = (segments: readonly Segment[], cuts: readonly number[]): Segment[][] => {
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

const cut = (segments: readonly Segment[], rightToLeft: boolean, depth: number): Segment[][] => {
  if (segments.length < 2 * FEWEST_ROWS || depth > DEEPEST) return [[...segments]]
  const cuts = findCuts(segments)
  if (cuts !== null) {
    return bandsAt(segments, cuts).flatMap(band => {
      const [first] = band
      if (first === undefined || goesOver(first, cuts)) return [band]
      const columns = columnsAt(band, cuts).filter(column => column.length > 0)
      // A table or a row of names between prose is read row by row.
      if (columns.length > 1 && !areColumns(columns, 1)) return [band]
      const ordered = rightToLeft ? columns.toReversed() : columns
      return ordered.flatMap(column => cut(column, rightToLeft, depth + 1))
    })
  }
  const after = widestBand(segments)
  if (after === null) return [[...segments]]
  const above = segments.filter(({ baseline }) => baseline <= after)
  const below = segments.filter(({ baseline }) => baseline > after)
  const parts = [...cut(above, rightToLeft, depth + 1), ...cut(below, rightToLeft, depth + 1)]
  // What has no columns above and below was one part before.
  return parts.length === 2 ? [[...segments]] : parts
}

/** Parts of a page in reading order; within each, rows from the top. */
export const columnsOf = (segments: readonly Segment[], rightToLeft: boolean): Segment[][] =>
  segments.length > MOST_SEGMENTS ? [[...segments]] : cut(segments, rightToLeft, 0)

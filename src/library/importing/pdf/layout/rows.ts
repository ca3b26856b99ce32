import type { Segment } from './segments.ts'

/** Parts of an em by which the baselines of one row may differ. */
const SAME_ROW = 0.3

/** Segments that stand beside each other, row by row from the top, each from left to right. */
export const rowsOf = (segments: readonly Segment[]): Segment[][] => {
  const rows: Segment[][] = []
  let baseline = -Infinity
  let size = 0
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    if (segment.baseline - baseline > SAME_ROW * Math.min(size, segment.size) || rows.length === 0) {
      rows.push([segment])
      baseline = segment.baseline
      size = segment.size
    } else rows.at(-1)?.push(segment)
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

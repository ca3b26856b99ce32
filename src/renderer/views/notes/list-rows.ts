import { bisect } from '#core/order/bisect.ts'
import type { SectionGroup } from './group-by-section.ts'

/** A run of rows, `to` exclusive. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

/** Row numbers of a list with headings: each group's heading, then its items. */
export const firstRows = (groups: readonly SectionGroup<unknown>[]): readonly number[] => {
  const rows: number[] = []
  let row = 0
  for (const { items } of groups) {
    rows.push(row)
    row += 1 + items.length
  }
  return rows
}

/** Where each row begins, and at the end where the last one ends; all in CSS pixels from the first row's top. */
export function rowTops(rows: number, heightOf: (row: number) => number): Float64Array {
  const tops = new Float64Array(rows + 1)
  for (let row = 0; row < rows; row += 1) tops[row + 1] = (tops[row] ?? 0) + heightOf(row)
  return tops
}

/** Number of the row that holds the height `y`; the first or the last one beyond the ends. */
function rowAt(tops: Float64Array, y: number): number {
  const row = bisect(0, tops.length - 1, at => (tops[at + 1] ?? Infinity) <= y)
  return Math.min(row, Math.max(0, tops.length - 2))
}

/** The rows that touch the part from one height to another. */
export const rowsWithin = (tops: Float64Array, top: number, bottom: number): RowRange =>
  tops.length < 2 ? { from: 0, to: 0 } : { from: rowAt(tops, top), to: rowAt(tops, bottom) + 1 }

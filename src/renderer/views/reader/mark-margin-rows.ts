import { annotationColors } from '#core/annotation/annotation.ts'
import type { AnnotationColor } from '#core/annotation/annotation.ts'
import type { Span } from '#core/text/span.ts'

/** A run of rows, `to` exclusive. */
export interface Rows {
  readonly from: number
  readonly to: number
}

/** Rows that the shortest passage takes, so that it can be seen and pointed at. */
const LEAST_ROWS = 2

/** How full a row is, 0 to 1: six tenths for one mark, all of it from this many on, by their logarithm. */
const FULL = 32
export const fullness = (marks: number): number =>
  marks === 0 ? 0 : 0.6 + 0.4 * Math.min(1, Math.log2(marks) / Math.log2(FULL))

/** The rows of a margin of `rows` rows over a text of `length` characters that a passage takes. */
export function rowsOf(span: Span, rows: number, length: number): Rows {
  const share = rows / Math.max(1, length)
  const from = Math.min(Math.floor(span.start * share), Math.max(0, rows - LEAST_ROWS))
  return { from, to: Math.min(rows, Math.max(from + LEAST_ROWS, Math.ceil(span.end * share))) }
}

/** Offset of the text at a height, in rows from the top. */
export const offsetAtRow = (row: number, rows: number, length: number): number =>
  Math.max(0, Math.min(Math.max(0, length - 1), Math.floor((row / Math.max(1, rows)) * length)))

/**
 * How many marks of each colour lie at each row of the margin. Ten thousand marks are as many numbers as there are rows
 * and colours, and one more mark changes those of its own rows.
 */
export class MarkRows {
  readonly rows: number
  readonly #length: number
  readonly #counts: Uint32Array

  constructor(rows: number, length: number) {
    this.rows = rows
    this.#length = length
    this.#counts = new Uint32Array(rows * annotationColors.length)
  }

  /** Counts a mark in (1) or out (-1); returns the rows that look different now. */
  count(span: Span, color: AnnotationColor, by: 1 | -1): Rows {
    const rows = rowsOf(span, this.rows, this.#length)
    const column = annotationColors.indexOf(color)
    for (let row = rows.from; row < rows.to; row += 1) {
      const at = row * annotationColors.length + column
      this.#counts[at] = (this.#counts[at] ?? 0) + by
    }
    return rows
  }

  /** Marks of each colour at a row, in the order of `annotationColors`. */
  at(row: number): Uint32Array {
    return this.#counts.subarray(row * annotationColors.length, (row + 1) * annotationColors.length)
  }
}

import type { Span } from '#core/text/span.ts'
import type { TextRun } from './page-runs.ts'

/** Farther apart than this, in heights of the line, two runs are not parts of one line. */
const WIDEST_SPACE = 1.5

/** A run as it is set over its page: its characters and how far they reach, and how far the space after them does. */
export interface SetRun extends Span {
  readonly text: string
  /** Points along the line, without the space after the run. */
  readonly width: number
  /** Points of the space after the run, 0 at the end of a line; the text ends with it. Null when none is set. */
  readonly space: number | null
}

/**
 * What is set for a run: its words and the space after them, which is as wide as the page has it when the next run goes on with the same line, so
 * that a mark has no holes.
 * @param text of the whole article
 */
export function setRun(text: string, run: TextRun, next: TextRun | undefined): SetRun {
  const { start, end, width } = run
  const plain = { start, end, width, space: null, text: text.slice(start, end) }
  if (next === undefined || next.page !== run.page || text.slice(end, next.start) !== ' ') return plain
  const reach = next.x - run.x - width
  const goesOn =
    run.rotation === 0 &&
    next.rotation === 0 &&
    reach > 0 &&
    reach < WIDEST_SPACE * run.height &&
    Math.abs(next.box.bottom - run.box.bottom) < run.height / 2
  return { start, end: next.start, width, space: goesOn ? reach : 0, text: text.slice(start, next.start) }
}

import type { PageRuns, TextRun } from './page-runs.ts'

/** Share of the lower of two runs that must stand beside the other for them to be one line. */
const SAME_LINE = 0.5

/** How far apart in the text two runs of one line may be. */
const REACH = 60

function isSameLine(a: TextRun, b: TextRun): boolean {
  if (a.page !== b.page || a.rotation !== b.rotation) return false
  const shared = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
  return shared > SAME_LINE * Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top)
}

/** Numbers of the first and the last run of the line that a run stands in: neighbours in the text at the same height. */
export function lineOf({ runs }: PageRuns, number: number): { readonly from: number; readonly to: number } {
  const run = runs[number]
  const belongs = (other: TextRun | undefined, before: TextRun | undefined): boolean =>
    run !== undefined &&
    other !== undefined &&
    before !== undefined &&
    isSameLine(run, other) &&
    // The next column begins at the same height, but far to the right of where this line ends.
    Math.abs(other.box.left > before.box.left ? other.box.left - before.box.right : before.box.left - other.box.right) <
      run.height
  let from = number
  let to = number
  while (number - from < REACH && belongs(runs[from - 1], runs[from])) from -= 1
  while (to - number < REACH && belongs(runs[to + 1], runs[to])) to += 1
  return { from, to }
}

/**
 * Number of the run in the line above (-1) or below (1), in the text's order, that is nearest to a place across the page (points); null at
 * the ends of the text.
 */
export function runOfNextLine(layout: PageRuns, number: number, by: 1 | -1, x: number): number | null {
  const line = lineOf(layout, number)
  const next = by === 1 ? line.to + 1 : line.from - 1
  if (layout.runs[next] === undefined) return null
  const { from, to } = lineOf(layout, next)
  let nearest = next
  let least = Infinity
  for (let at = from; at <= to; at += 1) {
    const box = layout.runs[at]?.box
    const far = box === undefined ? Infinity : Math.max(box.left - x, 0, x - box.right)
    if (far < least) [nearest, least] = [at, far]
  }
  return nearest
}

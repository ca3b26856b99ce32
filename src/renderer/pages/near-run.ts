import type { PageRuns, RunBox } from './page-runs.ts'

const beyond = (value: number, low: number, high: number): number => Math.max(low - value, 0, value - high)

/** A step up or down counts as much as this many steps aside: a hand beside a line means that line. */
const ASIDE = 4

const distance = ({ left, right, top, bottom }: RunBox, x: number, y: number): number =>
  beyond(x, left, right) + ASIDE * beyond(y, top, bottom)

/** Number of the run on a page that is nearest to a point (points from its upper left corner); -1 when it has none. */
export function nearRun(layout: PageRuns, page: number, x: number, y: number): number {
  let nearest = -1
  let least = Infinity
  for (const number of layout.on(page)) {
    const run = layout.runs[number]
    const far = run === undefined ? Infinity : distance(run.box, x, y)
    if (far >= least) continue
    least = far
    nearest = number
  }
  return nearest
}

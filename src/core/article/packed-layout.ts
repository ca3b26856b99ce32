import type { PageLayout } from './page-layout.ts'

/** Numbers of a page and of a run. */
const PER_PAGE = 2
const PER_RUN = 8

/**
 * A layout on its way from one process to another: bytes are copied at once, lists of lists number by number. `pages` are width and
 * height of each page in points, `runs` the eight numbers of each run, as `PageLayout` has them.
 */
export interface PackedLayout {
  readonly pages: Float64Array
  readonly runs: Float64Array
}

export const packLayout = ({ pages, runs }: PageLayout): PackedLayout => {
  const packed = new Float64Array(runs.length * PER_RUN)
  for (const [index, run] of runs.entries()) packed.set(run, index * PER_RUN)
  return { pages: Float64Array.from(pages.flatMap(({ width, height }) => [width, height])), runs: packed }
}

export const unpackLayout = ({ pages, runs }: PackedLayout): PageLayout => {
  const at = (numbers: Float64Array, place: number): number => numbers[place] ?? 0
  return {
    pages: Array.from({ length: pages.length / PER_PAGE }, (_, index) => ({
      width: at(pages, index * PER_PAGE),
      height: at(pages, index * PER_PAGE + 1),
    })),
    runs: Array.from({ length: runs.length / PER_RUN }, (_, index) => {
      const first = index * PER_RUN
      return [
        at(runs, first),
        at(runs, first + 1),
        at(runs, first + 2),
        at(runs, first + 3),
        at(runs, first + 4),
        at(runs, first + 5),
        at(runs, first + 6),
        at(runs, first + 7),
      ]
    }),
  }
}

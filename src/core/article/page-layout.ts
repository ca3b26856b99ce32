import * as v from 'valibot'
import { offsetSchema } from '../text/span.ts'

/** Points of the longest side that a page may have; the PDF standard's own limit is 14,400. */
const LONGEST_SIDE = 100_000

const length = v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_SIDE))
const coordinate = v.pipe(v.number(), v.minValue(-LONGEST_SIDE), v.maxValue(LONGEST_SIDE))

/**
 * Where a run of the article's text stands: its UTF-16 offsets into the text (end exclusive), the page (from 0), and its box on it: the
 * upper left corner as one reads the run, in points from the page's upper left corner, its width and height, and the degrees
 * clockwise by which it is turned around that corner.
 */
const placedRunSchema = v.tuple([
  offsetSchema,
  offsetSchema,
  offsetSchema,
  coordinate,
  coordinate,
  length,
  length,
  v.pipe(v.number(), v.minValue(-360), v.maxValue(360)),
])

export const pageSizesSchema = v.array(v.object({ width: length, height: length }))
export const placedRunsSchema = v.array(placedRunSchema)

/** How the pages of an article look that came as pages: their sizes in points, and where its text stands on them, in the text's order. */
const pageLayoutSchema = v.object({ pages: pageSizesSchema, runs: placedRunsSchema })

export type PageSize = v.InferOutput<typeof pageSizesSchema>[number]
export type PlacedRun = v.InferOutput<typeof placedRunSchema>
export type PageLayout = v.InferOutput<typeof pageLayoutSchema>

const isWithin = (value: number | undefined, least: number, most: number): value is number =>
  value !== undefined && value >= least && value <= most

const isOffset = (value: number | undefined): value is number =>
  Number.isSafeInteger(value) && isWithin(value, 0, Infinity)

/**
 * The same as `placedRunSchema` says of eight numbers, for the tens of thousands of runs of a long document, with which the schema takes
 * longer than all the rest of opening it. Null when they are no run.
 */
export const placedRunOf = (numbers: readonly number[]): PlacedRun | null => {
  const [start, end, page, x, y, width, height, rotation] = numbers
  const isRun =
    numbers.length === 8 &&
    isOffset(start) &&
    isOffset(end) &&
    isOffset(page) &&
    isWithin(x, -LONGEST_SIDE, LONGEST_SIDE) &&
    isWithin(y, -LONGEST_SIDE, LONGEST_SIDE) &&
    isWithin(width, 0, LONGEST_SIDE) &&
    isWithin(height, 0, LONGEST_SIDE) &&
    isWithin(rotation, -360, 360)
  return isRun ? [start, end, page, x, y, width, height, rotation] : null
}

/**
 * Says what is amiss with a layout for a text of `textLength` UTF-16 units: runs that overlap, that lie outside of the text, or on
 * pages that are not there. Null when nothing is.
 */
export const checkPageLayout = ({ pages, runs }: PageLayout, textLength: number): string | null => {
  let last = 0
  for (const [start, end, page] of runs) {
    if (start < last || end <= start || end > textLength) return 'its places on the pages do not follow the text'
    if (page >= pages.length) return 'it has text on a page that is not there'
    last = end
  }
  return null
}

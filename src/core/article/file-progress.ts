import * as v from 'valibot'

/** Of a file that says it has more nothing is told: such a number is no help to anyone. */
export const MOST_PARTS = 100_000

const part = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PARTS))

/** How far the reading of a file is that consists of pages or chapters: `number` of `total` have been read. */
export const fileProgressSchema = v.pipe(
  v.strictObject({ unit: v.picklist(['page', 'chapter']), number: part, total: part }),
  v.check(({ number, total }) => number <= total),
)

export type FileProgress = Readonly<v.InferOutput<typeof fileProgressSchema>>

/** `page 120 of 500`. */
export const fileProgressInWords = ({ unit, number, total }: FileProgress): string => `${unit} ${number} of ${total}`

import * as v from 'valibot'
import { offsetSchema } from '../text/span.ts'
import { articleFormats } from './article.ts'

/** Where the reader stopped: the first visible character, and the share of the text above the window's lower edge. */
export const readingPositionSchema = v.object({
  offset: offsetSchema,
  /** 0 to 1. */
  progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
})
export type ReadingPosition = v.InferOutput<typeof readingPositionSchema>

/** One line of the library's index: enough to list a document without opening it. */
export const documentEntrySchema = v.object({
  id: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  publisher: v.optional(v.string()),
  format: v.picklist(articleFormats),
  added: v.string(),
  words: v.number(),
  sourceHash: v.string(),
  /** Counts of what is there and not deleted. */
  annotations: v.number(),
  mechanisms: v.number(),
  position: readingPositionSchema,
})
export type DocumentEntry = v.InferOutput<typeof documentEntrySchema>

import * as v from 'valibot'
import { offsetSchema } from '../text/span.ts'
import { articleFormats } from './article.ts'
import { assetNameSchema } from './asset.ts'

/** Where the reader stopped: the first visible character, and the share of the text above the window's lower edge. */
export const readingPositionSchema = v.object({
  offset: offsetSchema,
  /** 0 to 1. */
  progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /**
   * How often the place was kept, by which the later one of two copies of a library is told; the library counts. Absent in those of
   * older programs.
   */
  moves: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})
export type ReadingPosition = v.InferOutput<typeof readingPositionSchema>

/** Name of a document's folder: nothing in it can lead out of the library. */
export const documentIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/u))

/** One line of the library's index: enough to list a document without opening it. */
export const documentEntrySchema = v.object({
  id: documentIdSchema,
  title: v.string(),
  authors: v.array(v.string()),
  publisher: v.optional(v.string()),
  format: v.picklist(articleFormats),
  added: v.string(),
  words: v.number(),
  sourceHash: v.string(),
  /** SHA-256 of the files that its other versions came from; absent when it has none. */
  otherSources: v.optional(v.array(v.string())),
  /** When it was published, as exact as the source is (ISO 8601), and the source's keywords; absent when it says nothing. */
  published: v.optional(v.string()),
  keywords: v.optional(v.array(v.string())),
  /** Where the reader has put it (`shelf` of its notes); absent when nowhere. */
  collections: v.optional(v.array(v.string())),
  tags: v.optional(v.array(v.string())),
  /** When the place in it was kept last; absent when it never was. */
  lastRead: v.optional(v.string()),
  /** Address of the original page; absent when the source does not give it. */
  address: v.optional(v.string()),
  /** Digital object identifier; absent when the source does not give it, and in entries of older programs. */
  doi: v.optional(v.string()),
  /** Name of the picture in the document's `assets` that stands for it. */
  cover: v.optional(assetNameSchema),
  /** Counts of what is there and not deleted. */
  annotations: v.number(),
  mechanisms: v.number(),
  /** What of it the reader corrected; null: there is none, whatever the source says. `authors` as `Family, Given`. */
  corrected: v.optional(
    v.object({
      title: v.optional(v.string()),
      authors: v.optional(v.array(v.string())),
      publisher: v.optional(v.nullable(v.string())),
      published: v.optional(v.nullable(v.string())),
      /** The citation key that the reader chose. */
      key: v.optional(v.string()),
    }),
  ),
  position: readingPositionSchema,
})
export type DocumentEntry = v.InferOutput<typeof documentEntrySchema>

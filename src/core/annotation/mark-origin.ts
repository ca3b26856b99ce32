import * as v from 'valibot'

/** The programs whose marks can be brought in; `pathmark` is an export of Pathmark itself. */
export const markProgramSchema = v.picklist([
  'hypothesis',
  'readwise',
  'kindle',
  'koreader',
  'readium',
  'web-annotation',
  'pathmark',
])

/** Where another program says that a mark stands: in its own pages and counts, which are not the article's. */
export const markPlaceSchema = v.object({
  page: v.optional(v.string()),
  /** In the units of the program, such as Kindle's locations: `123` or `123-130`. */
  location: v.optional(v.string()),
  chapter: v.optional(v.string()),
  /** 0 to 1. */
  progression: v.optional(v.number()),
  /** Offsets in the text that the program counted in. */
  position: v.optional(v.object({ start: v.number(), end: v.number() })),
  /** What else points at the place: EPUB CFIs, text fragments, XPaths. */
  pointers: v.optional(v.array(v.string())),
})
export type MarkPlace = v.InferOutput<typeof markPlaceSchema>

/** Where a mark came from that was not made in Pathmark. */
export const markOriginSchema = v.object({
  program: markProgramSchema,
  /** What the program calls it, or what tells it from its other marks. */
  id: v.string(),
  /** Title of the work, as the file had it. */
  title: v.string(),
  /** When it came in: ISO 8601, UTC. */
  imported: v.string(),
  place: v.optional(markPlaceSchema),
  by: v.optional(v.string()),
  /** The date as the file had it, where it could not be read. */
  dated: v.optional(v.string()),
  /** Hashes of what the file said, by which a later file is known to say something else. */
  said: v.object({ quote: v.string(), note: v.string(), tags: v.string(), color: v.string() }),
})
export type MarkOrigin = v.InferOutput<typeof markOriginSchema>

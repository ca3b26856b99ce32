import * as v from 'valibot'
import { annotationColors, annotationStyles } from '../annotation/annotation.ts'
import { markOriginSchema, markPlaceSchema, markProgramSchema } from '../annotation/mark-origin.ts'

/** What a mark was made on, as far as the file says it. */
export const markedWorkSchema = v.object({
  title: v.string(),
  authors: v.array(v.string()),
  /** Of the page, as the file gives it. */
  address: v.optional(v.string()),
  /** Without an address before it. */
  doi: v.optional(v.string()),
  /** Digits only, and an X at the end. */
  isbn: v.optional(v.string()),
  /** Id of the document in the library that the mark was exported from. */
  document: v.optional(v.string()),
})
export type MarkedWork = v.InferOutput<typeof markedWorkSchema>

/**
 * `highlight` has words, with or without a note on them; `note` belongs to a place, of which the file has no words; `bookmark` is a place
 * alone; `page-note` belongs to the work as a whole.
 */
const markKinds = ['highlight', 'note', 'bookmark', 'page-note'] as const

/** One mark of a file of another program. */
export const foreignMarkSchema = v.object({
  program: markProgramSchema,
  /** What the program calls it, or what tells it from the others where it has no name: the same in a later file. */
  id: v.string(),
  kind: v.picklist(markKinds),
  /** The marked words, and what stands on either side; empty where the file has none. */
  quote: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  place: v.optional(markPlaceSchema),
  style: v.picklist(annotationStyles),
  color: v.optional(v.picklist(annotationColors)),
  /** Markdown, or text that is none. */
  note: v.string(),
  tags: v.array(v.string()),
  /** ISO 8601. Of clocks whose zone the file does not say, the time that they showed, as if it were UTC. */
  created: v.optional(v.string()),
  modified: v.optional(v.string()),
  /** The date as the file has it, where it could not be read. */
  dated: v.optional(v.string()),
  /** Who made it, where the file names somebody. */
  by: v.optional(v.string()),
  /** Of a mark that Pathmark exported: where that one had come from. */
  origin: v.optional(markOriginSchema),
})
export type ForeignMark = v.InferOutput<typeof foreignMarkSchema>

export interface WorkMarks {
  readonly work: MarkedWork
  readonly marks: readonly ForeignMark[]
}

/** What a file of marks holds. */
export interface ReadMarks {
  readonly program: ForeignMark['program']
  readonly works: readonly WorkMarks[]
  /** What could not be read, a line each. */
  readonly warnings: readonly string[]
}

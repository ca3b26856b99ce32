import * as v from 'valibot'
import { offsetSchema } from '../text/span.ts'
import { markOriginSchema } from './mark-origin.ts'
import { recordEditsSchema } from './record-edits.ts'

/** The six colours a highlight or an underline may have. The names are what is stored and exported. */
export const annotationColors = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple'] as const
export type AnnotationColor = (typeof annotationColors)[number]

export const annotationStyles = ['highlight', 'underline'] as const
export type AnnotationStyle = (typeof annotationStyles)[number]

/** Characters of context kept on either side of a quote (W3C Web Annotation, 4.2.4 Text Quote Selector). */
export const CONTEXT_LENGTH = 32

/** How an annotation finds its passage again: by its words, by its place, and by the structure around it. */
const selectorsSchema = v.object({
  quote: v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
  position: v.object({ start: offsetSchema, end: offsetSchema }),
  /** Section and block in which the passage starts, and the offset of its start in that block. */
  structure: v.optional(v.object({ section: v.string(), block: v.string(), offset: offsetSchema })),
})
export type Selectors = v.InferOutput<typeof selectorsSchema>

/**
 * A reader's mark on a passage. Plain data: edits make new records, nothing is changed in place.
 * `version` counts the edits of this record. `edits` says who made them; whoever changes a record passes it on as it is, and the
 * library writes it when the change is kept.
 */
export const annotationSchema = v.object({
  /** A UUID. */
  id: v.pipe(v.string(), v.uuid()),
  created: v.string(),
  modified: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When it was deleted; the record stays as a tombstone so that copies of a library can be merged. */
  deleted: v.optional(v.string()),
  style: v.picklist(annotationStyles),
  color: v.picklist(annotationColors),
  /** Markdown; empty when there is none. */
  note: v.string(),
  tags: v.array(v.string()),
  selectors: selectorsSchema,
  /**
   * The words that it was made on, when an update of the article changed them under it and the reader has not said that
   * the new words will do. Absent otherwise.
   */
  madeOn: v.optional(v.string()),
  /** Set when the reader has seen that its passage is gone and keeps it as it is; absent otherwise. ISO 8601, UTC. */
  keptOrphan: v.optional(v.string()),
  /**
   * Set when the reader has said that the words which an update put under it are not what was marked: from then on it stands
   * on the very words of its quote or nowhere. Absent otherwise. ISO 8601, UTC.
   */
  setAside: v.optional(v.string()),
  /** Where it came from, when it was made in another program. */
  origin: v.optional(markOriginSchema),
  edits: v.optional(recordEditsSchema),
})
export type Annotation = v.InferOutput<typeof annotationSchema>

/** The note that belongs to an article as a whole. Markdown; an empty value is no note. */
export const pageNoteSchema = v.object({
  value: v.string(),
  modified: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  edits: v.optional(recordEditsSchema),
})
export type PageNote = v.InferOutput<typeof pageNoteSchema>

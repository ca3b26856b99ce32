import * as v from 'valibot'
import { recordEditsSchema } from '../../annotation/record-edits.ts'
import { passageSchema } from '../../text/span.ts'
import { directions } from '../mechanism.ts'

const cardDecisions = ['accepted', 'edited', 'rejected', 'added'] as const
export type CardDecision = (typeof cardDecisions)[number]

/**
 * A passage that a reader's card points at. After an update that took its words away it is empty, its quote still holds
 * the words, and `lost` what stood around them.
 */
export const readerPassageSchema = v.object({
  ...passageSchema.entries,
  lost: v.optional(v.object({ prefix: v.string(), suffix: v.string() })),
})
export type ReaderPassage = v.InferOutput<typeof readerPassageSchema>

/** An effect as the reader wrote it: named in words, with the passage that says so. */
export const readerEffectSchema = v.object({
  id: v.string(),
  agent: v.nullable(v.string()),
  direction: v.picklist(directions),
  target: v.string(),
  negated: v.boolean(),
  hedged: v.boolean(),
  passage: readerPassageSchema,
})
export type ReaderEffect = v.InferOutput<typeof readerEffectSchema>

/** What a card says when the reader writes it. */
const cardContentSchema = v.object({
  title: v.string(),
  consequence: v.optional(v.string()),
  passage: readerPassageSchema,
  effects: v.array(readerEffectSchema),
})
export type CardContent = v.InferOutput<typeof cardContentSchema>

/**
 * What the reader made of a card: accepted, edited or rejected one that was found, or added one.
 * Kept apart from what was found, so that finding again loses nothing. Found cards are referred to by `card`.
 */
export const readerCardSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  created: v.string(),
  modified: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  deleted: v.optional(v.string()),
  decision: v.picklist(cardDecisions),
  /** Id of the found card; null for an added one. */
  card: v.nullable(v.string()),
  /** What an edited or added card says, also after an edited one was rejected; absent for the others. */
  content: v.optional(cardContentSchema),
  /**
   * What the found card said when the record was made, so that the card is known again when a newer extractor gives it
   * another id. Filled in by the library when the record is kept.
   */
  about: v.optional(cardContentSchema),
  edits: v.optional(recordEditsSchema),
})
export type ReaderCard = v.InferOutput<typeof readerCardSchema>

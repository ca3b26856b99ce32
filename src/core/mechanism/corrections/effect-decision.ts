import * as v from 'valibot'
import { recordEditsSchema } from '../../annotation/record-edits.ts'
import { readerPassageSchema } from '../cards/reader-card.ts'
import { directions } from '../mechanism.ts'

const effectDecisions = ['rejected', 'corrected'] as const

/** What an effect says, in words alone. */
const statementSchema = v.object({
  agent: v.nullable(v.string()),
  direction: v.picklist(directions),
  target: v.string(),
  negated: v.boolean(),
  hedged: v.boolean(),
})
export type Statement = v.InferOutput<typeof statementSchema>

/**
 * What a decision is about: the effect as it was found, and the passage from its first to its last word. Effects are
 * numbered anew whenever they are looked for, so that it is found again by this and not by an id.
 */
const aboutEffectSchema = v.object({
  ...statementSchema.entries,
  /** The words that say so. */
  trigger: v.string(),
  passage: readerPassageSchema,
})
export type AboutEffect = v.InferOutput<typeof aboutEffectSchema>

/** What the reader made of one effect that was found: rejected it, or put it right. */
export const effectDecisionSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  created: v.string(),
  modified: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  deleted: v.optional(v.string()),
  decision: v.picklist(effectDecisions),
  about: aboutEffectSchema,
  /** What a corrected effect says; absent for a rejected one. */
  content: v.optional(statementSchema),
  edits: v.optional(recordEditsSchema),
})
export type EffectDecision = v.InferOutput<typeof effectDecisionSchema>

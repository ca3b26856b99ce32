import * as v from 'valibot'
import { passageSchema } from '../../text/span.ts'
import { directions, entityTypes } from '../mechanism.ts'

/** One side of an effect. */
const namedSideSchema = v.object({
  /** As the article has it, apart from the words around it: "expression of iNOS". */
  words: v.string(),
  /** What it counts under: the usual name of the thing ("NOS2"), or its words without determiner and measure. */
  name: v.string(),
  /** Null when the name is no entity's. */
  type: v.nullable(v.picklist(entityTypes)),
  /** Usual names of all entities that the words name, with their types. */
  within: v.array(v.object({ name: v.string(), type: v.picklist(entityTypes) })),
})
export type NamedSide = v.InferOutput<typeof namedSideSchema>

/** What one article says of what acts on what: all that a view of the whole library needs of an effect that counts. */
export const statedEffectSchema = v.object({
  /** Unique in its document. */
  id: v.string(),
  /** `reader` when the reader wrote or corrected it. */
  origin: v.picklist(['found', 'reader']),
  /** Null when the article names none. */
  agent: v.nullable(namedSideSchema),
  target: namedSideSchema,
  direction: v.picklist(directions),
  negated: v.boolean(),
  hedged: v.boolean(),
  /** 0 to 1. */
  confidence: v.number(),
  /** Where the article says so. */
  passage: passageSchema,
  /** The sentence around the passage, as far as it is known; at least the passage's words. */
  sentence: v.string(),
  /** True when an update of the article took the passage away. */
  lost: v.boolean(),
})
export type StatedEffect = v.InferOutput<typeof statedEffectSchema>

/** A way in which an article writes a name, other than the usual one. */
export const spellingSchema = v.object({ name: v.string(), written: v.array(v.string()) })
export type Spelling = v.InferOutput<typeof spellingSchema>

/** One document's share of a library's mechanisms. */
export interface DocumentEffects {
  readonly id: string
  readonly effects: readonly StatedEffect[]
  readonly spellings: readonly Spelling[]
}

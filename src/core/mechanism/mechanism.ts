import * as v from 'valibot'
import { passageSchema } from '../text/span.ts'

export const entityTypes = [
  'gene-or-protein',
  'chemical',
  'cell',
  'tissue',
  'process',
  'disease',
  'symptom',
  'organism',
] as const
export type EntityType = (typeof entityTypes)[number]

/** Something named in the text, with every place that names it. */
const entitySchema = v.object({
  id: v.string(),
  type: v.picklist(entityTypes),
  /** The field's usual name; the mentions carry the words of the text. */
  name: v.string(),
  mentions: v.array(passageSchema),
})
export type Entity = v.InferOutput<typeof entitySchema>

export const directions = ['increases', 'decreases', 'converts', 'affects'] as const
export type Direction = (typeof directions)[number]

/** What acts on what, in which direction, and the words that say so. `agent` is null when the text names none. */
const effectSchema = v.object({
  id: v.string(),
  agent: v.nullable(passageSchema),
  direction: v.picklist(directions),
  target: passageSchema,
  trigger: passageSchema,
  negated: v.boolean(),
  hedged: v.boolean(),
  /** 0 to 1. */
  confidence: v.number(),
  /** Id of the rule that found it, or `reader`. */
  rule: v.string(),
})
export type Effect = v.InferOutput<typeof effectSchema>

const mechanismOrigins = ['found', 'reader'] as const

/** A card: what the program found or the reader wrote about one way in which something works. */
const mechanismSchema = v.object({
  id: v.string(),
  title: v.string(),
  /** Present when the text gives the passage no title, and this one is made of its effects. */
  titled: v.optional(v.literal('by-effects')),
  /** One line that says what follows from it. */
  consequence: v.optional(v.string()),
  origin: v.picklist(mechanismOrigins),
  passage: passageSchema,
  /** Ids of effects and entities of the same result. */
  effects: v.array(v.string()),
  entities: v.array(v.string()),
})
export type Mechanism = v.InferOutput<typeof mechanismSchema>

const outcomeDirections = ['up', 'down', 'better', 'worse', 'unchanged', 'unclear'] as const

/** Reported evidence: who took part, what came out, what is not said. */
const studySchema = v.object({
  participants: v.object({ count: v.number(), passage: passageSchema }),
  groups: v.array(v.object({ label: v.string(), count: v.number(), passage: passageSchema })),
  /** Sum of the groups' counts, and whether it equals the number of participants. */
  sum: v.number(),
  consistent: v.boolean(),
  /** How it was made, as far as the text says: "randomised", "double-blind", "cohort", "animals", with the words that say so. */
  design: v.optional(v.array(v.object({ name: v.string(), passage: passageSchema }))),
  /** Another way to read the sentence that names the groups, in words, with the sum it gives. */
  otherReading: v.optional(v.object({ text: v.string(), sum: v.number() })),
  outcomes: v.array(
    v.object({
      text: v.string(),
      direction: v.picklist(outcomeDirections),
      /** True when the text gives it as the source's own reading of the figures. */
      interpretation: v.optional(v.boolean()),
      passage: passageSchema,
    }),
  ),
  adverseEvents: v.array(v.object({ text: v.string(), passage: passageSchema })),
  /** What a reader of a study would look for and does not find. */
  notReported: v.array(v.string()),
})
export type Study = v.InferOutput<typeof studySchema>

/** All that the extractor finds in one article. Deterministic: the same text gives the same result. */
export const extractionSchema = v.object({
  mechanisms: v.array(mechanismSchema),
  effects: v.array(effectSchema),
  entities: v.array(entitySchema),
  study: v.nullable(studySchema),
  /** Why the text was not looked through; absent when it was. */
  unread: v.optional(v.literal('not-english')),
})
export type Extraction = v.InferOutput<typeof extractionSchema>

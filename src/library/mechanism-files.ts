import * as v from 'valibot'
import { readerCardSchema } from '#core/mechanism/cards/reader-card.ts'
import { effectDecisionSchema } from '#core/mechanism/corrections/effect-decision.ts'
import { ownNameSchema } from '#core/mechanism/corrections/own-name.ts'
import { extractionSchema } from '#core/mechanism/mechanism.ts'
import { FORMAT, migrations } from './library-files.ts'
import { checkOnce } from './store/check-once.ts'
import type { FileFormat } from './store/file-format.ts'

/** `mechanisms.json`: what the program found in one document, and apart from it what the reader made of that. */
const mechanismsSchema = v.object({
  format: v.literal(FORMAT),
  /** Name and version of the extractor that found them. */
  extractor: v.string(),
  /** Which state of the reader's own names it knew; absent when there were none. */
  names: v.exactOptional(v.string()),
  found: checkOnce(extractionSchema),
  cards: v.array(checkOnce(readerCardSchema)),
  /** Absent in files that were written before single effects could be decided on. */
  effectDecisions: v.exactOptional(v.array(checkOnce(effectDecisionSchema))),
})
export type Mechanisms = v.InferOutput<typeof mechanismsSchema>
export const mechanismsFormat: FileFormat<Mechanisms> = { version: FORMAT, schema: mechanismsSchema, migrations }

/** `lexicon.json`: the names that the reader gave to entities, deleted ones included. Absent until the first of them. */
const ownLexiconSchema = v.object({
  format: v.literal(FORMAT),
  names: v.array(checkOnce(ownNameSchema)),
})
export type OwnLexicon = v.InferOutput<typeof ownLexiconSchema>
export const ownLexiconFormat: FileFormat<OwnLexicon> = { version: FORMAT, schema: ownLexiconSchema, migrations }

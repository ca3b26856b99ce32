import * as v from 'valibot'
import { readerCardSchema } from '#core/mechanism/cards/reader-card.ts'
import { effectDecisionSchema } from '#core/mechanism/corrections/effect-decision.ts'
import { ownNameSchema } from '#core/mechanism/corrections/own-name.ts'
import { extractionSchema } from '#core/mechanism/mechanism.ts'
import { FORMAT, migrations } from './library-files.ts'
import { mergeReaderMechanisms } from './merge-mechanisms.ts'
import { checkOnce } from './store/check-once.ts'
import type { FileFormat } from './store/file-format.ts'
import { recordJournal } from './store/record-journal.ts'
import { recordList } from './store/record-list.ts'

/** `mechanisms.json`: what the program found in one document, and apart from it what the reader made of that. */
const mechanismsSchema = v.object({
  format: v.literal(FORMAT),
  /** Name and version of the extractor that found them. */
  extractor: v.string(),
  /** Which state of the reader's own names it knew; absent when there were none. */
  names: v.exactOptional(v.string()),
  found: checkOnce(extractionSchema),
  cards: recordList(readerCardSchema),
  /** Absent in files that were written before single effects could be decided on. */
  effectDecisions: v.exactOptional(recordList(effectDecisionSchema)),
})
export type Mechanisms = v.InferOutput<typeof mechanismsSchema>
export const mechanismsFormat: FileFormat<Mechanisms> = {
  version: FORMAT,
  schema: mechanismsSchema,
  migrations,
  journal: recordJournal<Mechanisms>({
    lists: ['cards', 'effectDecisions'],
    // What is found anew is written with the whole file.
    line: v.strictObject({
      cards: v.exactOptional(recordList(readerCardSchema)),
      effectDecisions: v.exactOptional(recordList(effectDecisionSchema)),
    }),
    merge: (mechanisms, { cards = [], effectDecisions = [] }) =>
      mergeReaderMechanisms(mechanisms, { cards, effectDecisions }),
    keepsPrevious: true,
  }),
}

/** `lexicon.json`: the names that the reader gave to entities, deleted ones included. Absent until the first of them. */
const ownLexiconSchema = v.object({
  format: v.literal(FORMAT),
  names: recordList(ownNameSchema),
})
export type OwnLexicon = v.InferOutput<typeof ownLexiconSchema>
export const ownLexiconFormat: FileFormat<OwnLexicon> = { version: FORMAT, schema: ownLexiconSchema, migrations }

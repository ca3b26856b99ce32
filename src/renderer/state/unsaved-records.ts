import * as v from 'valibot'
import { UNSAVED_RECORDS } from '#core/bridge/drafts.ts'
import { annotationSchema, pageNoteSchema } from '#core/annotation/annotation.ts'
import { citationRecordSchema } from '#core/annotation/citation-record.ts'
import { readerCardSchema } from '#core/mechanism/cards/reader-card.ts'
import { effectDecisionSchema } from '#core/mechanism/corrections/effect-decision.ts'
import { draftKeysEndingWith, dropDraft, keepDraft, readDraftAs } from './drafts.ts'
import type { StoredRecord } from './records.ts'

const recordsSchema = v.object({
  annotations: v.array(annotationSchema),
  cards: v.array(readerCardSchema),
  effectDecisions: v.array(effectDecisionSchema),
  pageNote: v.nullable(pageNoteSchema),
  /** Absent in what an older program wrote down. */
  citation: v.optional(v.nullable(citationRecordSchema), null),
})
type Records = v.InferOutput<typeof recordsSchema>

/** What waits for one document. */
interface Waiting {
  readonly annotations: ReadonlyMap<string, Records['annotations'][number]>
  readonly cards: ReadonlyMap<string, Records['cards'][number]>
  readonly effectDecisions: ReadonlyMap<string, Records['effectDecisions'][number]>
  readonly pageNote: Records['pageNote']
  readonly citation: Records['citation']
}

/**
 * Writes down as drafts what the disk has refused, by its document: it then outlives this page and, where the disk of the
 * drafts is another one, the program.
 */
export function keepUnsaved(waiting: ReadonlyMap<string, Waiting>): void {
  for (const [document, { annotations, cards, effectDecisions, pageNote, citation }] of waiting) {
    const records: Records = {
      annotations: [...annotations.values()],
      cards: [...cards.values()],
      effectDecisions: [...effectDecisions.values()],
      pageNote,
      citation,
    }
    keepDraft(document + UNSAVED_RECORDS, JSON.stringify(records))
  }
}

/** All of a document's records are on the disk. */
export const forgetUnsaved = (document: string): void => dropDraft(document + UNSAVED_RECORDS)

/** What was written down, each record with its document. What cannot be read as such stays where it is. */
export const unsavedRecords = (): readonly (readonly [string, StoredRecord])[] =>
  draftKeysEndingWith(UNSAVED_RECORDS).flatMap(key => {
    const read = readDraftAs(key, recordsSchema)
    if (read === null) return []
    const { annotations, cards, effectDecisions, pageNote, citation } = read
    const records: StoredRecord[] = [...annotations, ...cards, ...effectDecisions]
    if (pageNote !== null) records.push(pageNote)
    if (citation !== null) records.push(citation)
    const document = key.slice(0, -UNSAVED_RECORDS.length)
    return records.map(record => [document, record] as const)
  })

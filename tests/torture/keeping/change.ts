import { annotationSchema, pageNoteSchema } from '#core/annotation/annotation.ts'
import { readingPositionSchema } from '#core/article/document-entry.ts'
import { readerCardSchema } from '#core/mechanism/cards/reader-card.ts'
import { ownNameSchema } from '#core/mechanism/corrections/own-name.ts'
import * as v from 'valibot'

/** One thing that a reader changes, as it has to be found again. Plain data, so that it goes through a pipe. */
export const changeSchema = v.variant('kind', [
  v.object({ kind: v.literal('annotation'), document: v.string(), record: annotationSchema }),
  v.object({ kind: v.literal('page-note'), document: v.string(), record: pageNoteSchema }),
  v.object({ kind: v.literal('card'), document: v.string(), record: readerCardSchema }),
  v.object({ kind: v.literal('name'), record: ownNameSchema }),
  v.object({ kind: v.literal('position'), document: v.string(), record: readingPositionSchema }),
])
export type Change = v.InferOutput<typeof changeSchema>

/** Names the one record that a change is about; two changes with one key are two states of it. */
export const keyOf = (change: Change): string => {
  switch (change.kind) {
    case 'annotation':
    case 'card':
      return `${change.kind} ${change.document} ${change.record.id}`
    case 'name':
      return `name ${change.record.id}`
    case 'page-note':
    case 'position':
      return `${change.kind} ${change.document}`
  }
}

import { annotationFields } from '#core/annotation/annotation-fields.ts'
import type { FieldRule } from '#core/annotation/field-rule.ts'
import type { EditedRecord } from '#core/annotation/record-edits.ts'
import { stampRecord } from '#core/annotation/stamp-record.ts'
import { fromWebAnnotation } from '#core/annotation/web-annotation.ts'
import { effectDecisionFields, readerCardFields } from '#core/mechanism/corrections/record-fields.ts'
import { renewWebAnnotation } from '../merge-notes.ts'
import type { Marks } from '../updating/switch-version.ts'

const stampAll = <R extends EditedRecord & { readonly id: string }>(
  rules: readonly FieldRule[],
  writer: string,
  before: readonly R[],
  after: readonly R[],
): R[] => {
  const known = new Map(before.map(record => [record.id, record]))
  return after.map(record => {
    const was = known.get(record.id)
    if (was === undefined || was === record) return record
    return stampRecord(rules, was, record, { writer, byReader: false })
  })
}

/**
 * Notes in the records that an update of the article changed what it changed, so that another copy of the library takes it over. It is
 * not the reader's doing: what was deleted in another copy stays deleted.
 */
export const stampMarks = (before: Marks, after: Marks, writer: string): Marks => {
  const known = new Map(before.notes.annotations.map(record => [record.id, record]))
  const annotations = after.notes.annotations.map(record => {
    const was = known.get(record.id)
    if (was === undefined || was === record) return record
    const { annotation, documentId } = fromWebAnnotation(record)
    const stamped = stampRecord(annotationFields, fromWebAnnotation(was).annotation, annotation, {
      writer,
      byReader: false,
    })
    return renewWebAnnotation(stamped, documentId, record)
  })
  const { cards, effectDecisions } = after.mechanisms
  const decided = before.mechanisms.effectDecisions ?? []
  return {
    notes: { ...after.notes, annotations },
    mechanisms: {
      ...after.mechanisms,
      cards: stampAll(readerCardFields, writer, before.mechanisms.cards, cards),
      ...(effectDecisions && {
        effectDecisions: stampAll(effectDecisionFields, writer, decided, effectDecisions),
      }),
    },
  }
}

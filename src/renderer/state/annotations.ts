import { computed } from '@preact/signals-core'
import type { Annotation, AnnotationColor, AnnotationStyle, PageNote } from '#core/annotation/annotation.ts'
import * as edit from '#core/annotation/edit-annotation.ts'
import type { AnnotationChanges } from '#core/annotation/edit-annotation.ts'
export type { AnnotationChanges } from '#core/annotation/edit-annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { Span } from '#core/text/span.ts'
import { placement } from './anchoring.ts'
import { opened } from './article.ts'
import { newId, now } from './clock.ts'
import { perform } from './history.ts'
import type { PlacedAnnotation } from './placed-annotations.ts'
export type { PlacedAnnotation } from './placed-annotations.ts'
import { annotationRecords, pageNoteRecord } from './records.ts'

/** The open article's annotations that are not deleted, in text order, those without a passage last. */
export const annotations = computed<readonly PlacedAnnotation[]>(() => placement.value.placed.list)

export const annotationById = (id: string | null): PlacedAnnotation | null =>
  id === null ? null : placement.value.placed.get(id)

export interface MarkDetails {
  readonly style: AnnotationStyle
  readonly color: AnnotationColor
  readonly note?: string
  readonly tags?: readonly string[]
}

/** Marks a passage of the open article. Returns the new annotation's id, or null when no article is open. */
export function addAnnotation(span: Span, details: MarkDetails): string | null {
  const article = opened.peek()?.article
  if (article === undefined) return null
  const after = makeAnnotation(article, span, { id: newId(), now: now(), ...details })
  perform({ label: details.style === 'highlight' ? 'Highlight' : 'Underline', changes: [{ before: null, after }] })
  return after.id
}

const liveRecord = (id: string): Annotation | null => {
  const record = annotationRecords.peek().get(id)
  return record === undefined || record.deleted !== undefined ? null : record
}

/** Changes an annotation. `label` names the edit as a menu says it after "Undo", for example "Change colour". */
export function changeAnnotation(id: string, changes: AnnotationChanges, label: string): void {
  const before = liveRecord(id)
  if (before !== null) perform({ label, changes: [{ before, after: edit.editAnnotation(before, changes, now()) }] })
}

/** Moves an annotation to another passage: extended, shrunk or attached again. */
export function moveAnnotation(id: string, span: Span, label: string): void {
  const article = opened.peek()?.article
  const before = liveRecord(id)
  if (article === undefined || before === null) return
  perform({ label, changes: [{ before, after: edit.resize(before, article, span, now()) }] })
}

export function deleteAnnotation(id: string): void {
  const before = liveRecord(id)
  if (before === null) return
  perform({ label: `Delete ${before.style}`, changes: [{ before, after: edit.deleteAnnotation(before, now()) }] })
}

/** The note that belongs to the article as a whole; null when there is none. */
export const pageNote = computed<PageNote | null>(() => {
  const note = pageNoteRecord.value
  return note === null || note.value === '' ? null : note
})

export function changePageNote(value: string): void {
  const before = pageNoteRecord.peek()
  if ((before?.value ?? '') === value) return
  const known = before?.edits === undefined ? {} : { edits: before.edits }
  const after: PageNote = { value, modified: now(), version: (before?.version ?? 0) + 1, ...known }
  perform({ label: 'Edit page note', changes: [{ before, after }] })
}

import { computed } from '@preact/signals-core'
import { anchor } from '#core/anchoring/anchor.ts'
import type { Annotation, AnnotationColor, AnnotationStyle, PageNote } from '#core/annotation/annotation.ts'
import * as edit from '#core/annotation/edit-annotation.ts'
import type { AnnotationChanges } from '#core/annotation/edit-annotation.ts'
export type { AnnotationChanges } from '#core/annotation/edit-annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import { compareSpans } from '#core/text/span.ts'
import type { Span } from '#core/text/span.ts'
import { opened } from './article.ts'
import { newId, now } from './clock.ts'
import { perform } from './history.ts'
import { annotationRecords, pageNoteRecord } from './records.ts'

/** An annotation with the passage it was found on; `span` is null for an orphan, and `reason` says why. */
export interface PlacedAnnotation {
  readonly annotation: Annotation
  readonly span: Span | null
  readonly status: ReturnType<typeof anchor>['status']
  readonly reason: string | null
}

/** Records never change in place, so each is anchored once an article, and an unchanged one keeps its identity. */
let placedIn: object | null = null
let places = new WeakMap<Annotation, PlacedAnnotation>()

function place(text: string, annotation: Annotation): PlacedAnnotation {
  const verdict = anchor(text, annotation.selectors)
  const span = verdict.status === 'orphaned' ? null : { start: verdict.start, end: verdict.end }
  return { annotation, span, status: verdict.status, reason: verdict.reason ?? null }
}

const byPlace = (a: PlacedAnnotation, b: PlacedAnnotation): number => {
  if (a.span !== null && b.span !== null)
    return compareSpans(a.span, b.span) || (a.annotation.id < b.annotation.id ? -1 : 1)
  return Number(a.span === null) - Number(b.span === null)
}

/** The open article's annotations that are not deleted, in text order, orphans last. */
export const annotations = computed<readonly PlacedAnnotation[]>(() => {
  const article = opened.value?.article
  if (article === undefined) return []
  if (placedIn !== article) {
    placedIn = article
    places = new WeakMap()
  }
  const list: PlacedAnnotation[] = []
  for (const annotation of annotationRecords.value.values()) {
    if (annotation.deleted !== undefined) continue
    const placed = places.get(annotation) ?? place(article.text, annotation)
    places.set(annotation, placed)
    list.push(placed)
  }
  return list.toSorted(byPlace)
})

export const annotationById = (id: string | null): PlacedAnnotation | null =>
  id === null ? null : (annotations.value.find(({ annotation }) => annotation.id === id) ?? null)

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
  const after: PageNote = { value, modified: now(), version: (before?.version ?? 0) + 1 }
  perform({ label: 'Edit page note', changes: [{ before, after }] })
}

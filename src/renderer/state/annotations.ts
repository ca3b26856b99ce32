import { computed } from '@preact/signals-core'
import { anchor } from '#core/anchoring/anchor.ts'
import type { Annotation, AnnotationColor, AnnotationStyle, PageNote } from '#core/annotation/annotation.ts'
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

let placedIn: object | null = null
let placed = new Map<Annotation['selectors'], Omit<PlacedAnnotation, 'annotation'>>()

const byPlace = (a: PlacedAnnotation, b: PlacedAnnotation): number => {
  if (a.span !== null && b.span !== null) return compareSpans(a.span, b.span) || (a.annotation.id < b.annotation.id ? -1 : 1)
  return Number(a.span === null) - Number(b.span === null)
}

/** The open article's annotations that are not deleted, in text order, orphans last. */
export const annotations = computed<readonly PlacedAnnotation[]>(() => {
  const article = opened.value?.article
  if (article === undefined) return []
  if (placedIn !== article) {
    placedIn = article
    placed = new Map()
  }
  const list: PlacedAnnotation[] = []
  for (const annotation of annotationRecords.value.values()) {
    if (annotation.deleted !== undefined) continue
    let place = placed.get(annotation.selectors)
    if (place === undefined) {
      const verdict = anchor(article, annotation.selectors)
      const span = verdict.start === undefined || verdict.end === undefined ? null : { start: verdict.start, end: verdict.end }
      place = { span, status: verdict.status, reason: verdict.reason ?? null }
      placed.set(annotation.selectors, place)
    }
    list.push({ annotation, ...place })
  }
  return list.sort(byPlace)
})

export const annotationById = (id: string | null): PlacedAnnotation | null =>
  id === null ? null : (annotations.value.find((placed) => placed.annotation.id === id) ?? null)

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
  const after = makeAnnotation(article, span, {
    id: newId(),
    now: now(),
    style: details.style,
    color: details.color,
    note: details.note ?? '',
    tags: [...(details.tags ?? [])],
  })
  perform({ label: details.style, changes: [{ kind: 'annotation', before: null, after }] })
  return after.id
}

export type AnnotationChanges = Partial<Pick<Annotation, 'style' | 'color' | 'note' | 'tags' | 'selectors'>>

/** Changes an annotation. `label` names the edit as it stands after "Undo", for example "change of colour". */
export function changeAnnotation(id: string, changes: AnnotationChanges, label: string): void {
  const before = annotationRecords.peek().get(id)
  if (before === undefined || before.deleted !== undefined) return
  const same = (Object.keys(changes) as (keyof AnnotationChanges)[]).every((key) => before[key] === changes[key])
  if (same) return
  const after: Annotation = { ...before, ...changes, version: before.version + 1, modified: now() }
  perform({ label, changes: [{ kind: 'annotation', before, after }] })
}

/** Moves an annotation to another passage: extended, shrunk or attached again. */
export function moveAnnotation(id: string, span: Span, label: string): void {
  const article = opened.peek()?.article
  const before = annotationRecords.peek().get(id)
  if (article === undefined || before === undefined) return
  const { selectors } = makeAnnotation(article, span, { ...before, now: now() })
  changeAnnotation(id, { selectors }, label)
}

export function deleteAnnotation(id: string): void {
  const before = annotationRecords.peek().get(id)
  if (before === undefined || before.deleted !== undefined) return
  const time = now()
  const after: Annotation = { ...before, version: before.version + 1, modified: time, deleted: time }
  perform({ label: `delete ${before.style}`, changes: [{ kind: 'annotation', before, after }] })
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
  perform({ label: 'page note', changes: [{ kind: 'page-note', before, after }] })
}

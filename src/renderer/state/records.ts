import { signal } from '@preact/signals-core'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { ReaderCard } from '#core/mechanism/reader-card.ts'

/**
 * What the reader wrote in the article that is open, tombstones included: the one place where it lives in the window.
 * It is changed only by `state/history.ts`, which also has it saved.
 */
export const annotationRecords = signal<ReadonlyMap<string, Annotation>>(new Map())
export const cardRecords = signal<ReadonlyMap<string, ReaderCard>>(new Map())
export const pageNoteRecord = signal<PageNote | null>(null)

/** One record as it was and as it is after an edit; `before` null for one that did not exist. */
export type RecordChange =
  | { readonly kind: 'annotation'; readonly before: Annotation | null; readonly after: Annotation }
  | { readonly kind: 'card'; readonly before: ReaderCard | null; readonly after: ReaderCard }
  | { readonly kind: 'page-note'; readonly before: PageNote | null; readonly after: PageNote }

const withRecord = <T extends { readonly id: string }>(records: ReadonlyMap<string, T>, record: T): ReadonlyMap<string, T> =>
  new Map(records).set(record.id, record)

/** Puts the record that a change leads to in its place. */
export function putRecord(change: RecordChange): void {
  if (change.kind === 'annotation') annotationRecords.value = withRecord(annotationRecords.peek(), change.after)
  else if (change.kind === 'card') cardRecords.value = withRecord(cardRecords.peek(), change.after)
  else pageNoteRecord.value = change.after
}

/** The record that stands now where the change was made. */
export function currentRecord(change: RecordChange): RecordChange['after'] | null {
  if (change.kind === 'annotation') return annotationRecords.peek().get(change.after.id) ?? null
  if (change.kind === 'card') return cardRecords.peek().get(change.after.id) ?? null
  return pageNoteRecord.peek()
}

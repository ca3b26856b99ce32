import { signal } from '@preact/signals-core'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { RecordStore } from './record-store.ts'

/**
 * What the reader wrote in the article that is open, tombstones included: the one place where it lives in the window.
 * It is changed only by `state/history.ts`, which also has it saved.
 */
export const annotationRecords = new RecordStore<Annotation>()
export const cardRecords = new RecordStore<ReaderCard>()
export const pageNoteRecord = signal<PageNote | null>(null)

export type StoredRecord = Annotation | ReaderCard | PageNote

export const isAnnotation = (record: StoredRecord): record is Annotation => 'selectors' in record
export const isCard = (record: StoredRecord): record is ReaderCard => 'decision' in record

/** Puts a record in its place. */
export function putRecord(record: StoredRecord): void {
  if (isAnnotation(record)) annotationRecords.put(record)
  else if (isCard(record)) cardRecords.put(record)
  else pageNoteRecord.value = record
}

/** The newest version of a record that there is. */
export function latestOf(record: StoredRecord): StoredRecord {
  if (isAnnotation(record)) return annotationRecords.peek().get(record.id) ?? record
  if (isCard(record)) return cardRecords.peek().get(record.id) ?? record
  return pageNoteRecord.peek() ?? record
}

import { signal } from '@preact/signals-core'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { CitationRecord } from '#core/annotation/citation-record.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { RecordStore } from './record-store.ts'

/**
 * What the reader wrote in the article that is open, tombstones included: the one place where it lives in the window.
 * It is changed only by `state/history.ts`, which also has it saved.
 */
export const annotationRecords = new RecordStore<Annotation>()
export const cardRecords = new RecordStore<ReaderCard>()
export const effectRecords = new RecordStore<EffectDecision>()
export const pageNoteRecord = signal<PageNote | null>(null)
/** What the reader corrected in the article's metadata. */
export const citationRecord = signal<CitationRecord | null>(null)

export type StoredRecord = Annotation | ReaderCard | EffectDecision | PageNote | CitationRecord

export const isAnnotation = (record: StoredRecord): record is Annotation => 'selectors' in record
export const isCard = (record: StoredRecord): record is ReaderCard => 'card' in record
export const isEffectDecision = (record: StoredRecord): record is EffectDecision => 'about' in record && !isCard(record)

export const isPageNote = (record: StoredRecord): record is PageNote => 'value' in record

export const isCitation = (record: StoredRecord): record is CitationRecord =>
  !isAnnotation(record) && !isCard(record) && !isEffectDecision(record) && !isPageNote(record)

/** Puts a record in its place. */
export function putRecord(record: StoredRecord): void {
  if (isAnnotation(record)) annotationRecords.put(record)
  else if (isCard(record)) cardRecords.put(record)
  else if (isEffectDecision(record)) effectRecords.put(record)
  else if (isPageNote(record)) pageNoteRecord.value = record
  else citationRecord.value = record
}

/** The newest version of a record that there is. */
export function latestOf(record: StoredRecord): StoredRecord {
  if (isAnnotation(record)) return annotationRecords.peek().get(record.id) ?? record
  if (isCard(record)) return cardRecords.peek().get(record.id) ?? record
  if (isEffectDecision(record)) return effectRecords.peek().get(record.id) ?? record
  if (isPageNote(record)) return pageNoteRecord.peek() ?? record
  return citationRecord.peek() ?? record
}

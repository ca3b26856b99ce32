import { batch, computed, signal } from '@preact/signals-core'
import type { Section } from '#core/article/article.ts'
import { sectionAt } from '#core/article/locate.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import { succeed } from '#core/result/result.ts'
import type { Failure, Result } from '#core/result/result.ts'
import type { UpdateReport } from '#core/revision/update-report.ts'
import { acrossShown } from './across.ts'
import { callBridge } from './bridge.ts'
import {
  focusedAnnotation,
  focusedCard,
  hoveredAnnotation,
  hoveredCard,
  lastSelectedSpan,
  litSpans,
  selectedSpan,
} from './focus.ts'
import { forgetHistory } from './history.ts'
import { newestRecords } from './newest-records.ts'
import { openDocument } from './open-document.ts'
import { flushPosition } from './reading-position.ts'
import { annotationRecords, cardRecords, effectRecords, citationRecord, pageNoteRecord } from './records.ts'
import { waitingFor } from './saving.ts'
import { changeSettings } from './settings.ts'
import { shelvesShown } from './shelves-shown.ts'

/** The article that is open; null before the first one, and when opening failed. */
export const opened = signal<OpenedArticle | null>(null)
/** What became of its marks and cards in its last update; null when there is none, or when the reader has done with it. */
export const updateReport = signal<UpdateReport | null>(null)
/** Why the last article could not be opened, and which one it was. */
export const openFailure = signal<{ readonly id: string; readonly failure: Failure } | null>(null)
/** Id of the article that is being opened. */
export const opening = signal<string | null>(null)
/** The annotation that is to be shown once the article is laid out. */
export const annotationToShow = signal<string | null>(null)

/** The article whose text the reader has before the eyes. The reading view sets it once it is on screen. */
export const readable = signal<OpenedArticle | null>(null)

/** A text of this many characters has so many headings, cards and marks that what stands beside it waits for it. */
const BOOK_LENGTH = 300_000

/** Whether the panels may show what belongs to the open article: those of a book do once it can be read. */
export const panelsMayFollow = computed(
  () => opened.value === readable.value || (opened.value?.article.text.length ?? 0) < BOOK_LENGTH,
)

/** Offset of the first character that is visible, and of the one at the height where the eye usually reads. */
export const firstVisibleOffset = signal(0)
export const readingOffset = signal(0)

/** The section that is being read. */
export const currentSection = computed<Section | null>(() => {
  const article = opened.value?.article
  return article === undefined ? null : (sectionAt(article, readingOffset.value) ?? null)
})

/** The annotation at which the article that is being opened will be shown. */
let wantedAnnotation: string | null = null

/**
 * Opens an article where the reader left it, or at one of its annotations.
 * @param asked an answer that is on its way already and is taken when it is this article
 */
export async function openArticle(
  id: string,
  annotationId?: string,
  asked?: Promise<Result<OpenedArticle | null>>,
): Promise<void> {
  shelvesShown.value = false
  if (opened.peek()?.article.id === id && openFailure.peek() === null) {
    acrossShown.value = false
    annotationToShow.value = annotationId ?? null
    return
  }
  acrossShown.value = false
  // Asked for twice, as when a link arrives while the window starts, it is opened once, at the mark that was named.
  const underWay = opening.peek() === id
  if (!underWay || annotationId !== undefined) wantedAnnotation = annotationId ?? null
  if (underWay) return
  opening.value = id
  await flushPosition()
  const early = await asked
  const found = early?.ok === true && early.value?.article.id === id ? early.value : null
  const result = found === null ? await callBridge('article.open', { id }) : succeed(found)
  if (opening.peek() !== id) return
  opening.value = null
  if (!result.ok) {
    openFailure.value = { id, failure: result.error }
    return
  }
  forgetHistory()
  showOpened(result.value, wantedAnnotation)
}

/** Puts an article on screen, or another version of the one that is there, with what is not on the disk yet. */
export function showOpened(shown: OpenedArticle, annotationId: string | null = null): void {
  const { id } = shown.article
  const unsaved = waitingFor(id)
  batch(() => {
    openDocument.value = id
    for (const pointer of [focusedAnnotation, hoveredAnnotation, focusedCard, hoveredCard]) pointer.value = null
    litSpans.value = []
    selectedSpan.value = null
    lastSelectedSpan.value = null
    annotationRecords.value = newestRecords(shown.annotations, unsaved?.annotations)
    // What was found, and what the reader made of it, comes when the article can be read.
    cardRecords.value = unsaved?.cards ?? new Map()
    effectRecords.value = unsaved?.effectDecisions ?? new Map()
    pageNoteRecord.value = unsaved?.pageNote ?? shown.pageNote
    citationRecord.value = unsaved?.citation ?? shown.citation ?? null
    openFailure.value = null
    firstVisibleOffset.value = shown.entry.position.offset
    readingOffset.value = shown.entry.position.offset
    annotationToShow.value = annotationId
    updateReport.value = shown.update
    opened.value = shown
  })
  changeSettings({ lastDocument: id })
}

/** Takes in what another program has added to the article that is open; the higher version of a record stays. */
export async function takeInStored(): Promise<void> {
  const id = opened.peek()?.article.id
  if (id === undefined) return
  const result = await callBridge('article.open', { id })
  const shown = opened.peek()?.article
  if (!result.ok || shown?.id !== id) return
  if (shown.textHash !== result.value.article.textHash) {
    // Another version of it: what was done to the one before means other words.
    forgetHistory()
    showOpened(result.value)
    return
  }
  annotationRecords.value = newestRecords(result.value.annotations, annotationRecords.peek())
  const { pageNote, citation = null } = result.value
  if (pageNote !== null && pageNote.version > (pageNoteRecord.peek()?.version ?? 0)) pageNoteRecord.value = pageNote
  if (citation !== null && citation.version > (citationRecord.peek()?.version ?? 0)) citationRecord.value = citation
}

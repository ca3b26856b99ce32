import { computed } from '@preact/signals-core'
import { setAside } from '#core/annotation/edit-annotation.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import type { Span } from '#core/text/span.ts'
import { annotations, changeAnnotation } from './annotations.ts'
import { announce } from './announce.ts'
import { opened } from './article.ts'
import { now } from './clock.ts'
import { focusedAnnotation } from './focus.ts'
import { offerUndo, perform } from './history.ts'
import { annotationRecords } from './records.ts'

/** Where the words under a mark are not those that it was made on, and the reader has not said that they will do. */
export const editedSpans = computed<readonly Span[]>(() =>
  annotations.value.flatMap(({ annotation, span, verdict }) =>
    span !== null && (annotation.madeOn !== undefined || verdict.status === 'changed') ? [span] : [],
  ),
)

/**
 * Puts a mark on the passage that the reader chose for it. The selectors are made anew even on the words that it had: what
 * stands around them now is what tells them from their like.
 */
export function attachMark(id: string, span: Span): void {
  const article = opened.peek()?.article
  const before = annotationRecords.peek().get(id)
  if (article === undefined || before === undefined || before.deleted !== undefined) return
  const selectors = makeSelectors(article, span)
  if (selectors.quote.exact === '') return
  const { madeOn: _madeOn, keptOrphan: _keptOrphan, setAside: _setAside, ...content } = before
  const after = { ...content, selectors, version: before.version + 1, modified: now() }
  perform({ label: `Attach ${before.style}`, changes: [{ before, after }] })
  focusedAnnotation.value = id
  announce(`The ${before.style} stands on its new passage. Press Control Z to undo.`)
}

/** The reader says that the words under a mark, which an update changed, will do. */
export function keepNewWords(id: string): void {
  changeAnnotation(id, { madeOn: null }, 'Keep on the new words')
  announce('Kept on the new words. Press Control Z to undo.')
}

/** The reader says that the words which an update put under a mark are not what was marked: it leaves them. */
export function setMarkAside(id: string): void {
  const before = annotationRecords.peek().get(id)
  if (before === undefined || before.deleted !== undefined) return
  perform({ label: `Set ${before.style} aside`, changes: [{ before, after: setAside(before, now()) }] })
  offerUndo(
    `The ${before.style} was set aside with the words it was made on. You find it in the notes, under “Kept without a passage”.`,
  )
}

/** The reader has seen that the mark's passage is gone, and keeps the mark without one. */
export function keepWithoutPassage(id: string): void {
  changeAnnotation(id, { keptOrphan: now() }, 'Keep without a passage')
  offerUndo('Kept without a passage. You find it in the notes, under “Kept without a passage”.')
}

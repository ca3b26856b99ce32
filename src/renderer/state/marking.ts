import { computed, signal } from '@preact/signals-core'
import type { AnnotationColor, AnnotationStyle } from '#core/annotation/annotation.ts'
import { passageAt } from '#core/text/span.ts'
import type { Span } from '#core/text/span.ts'
import { moveEdge } from '../rendering/resize-span.ts'
import type { EdgeMove } from '../rendering/resize-span.ts'
import {
  addAnnotation,
  annotationById,
  annotations,
  changeAnnotation,
  deleteAnnotation,
  moveAnnotation,
} from './annotations.ts'
import type { PlacedAnnotation } from './annotations.ts'
import { announce } from './announce.ts'
import { firstVisibleOffset, opened } from './article.ts'
import { articleSurface } from './article-surface.ts'
import { callBridge } from './bridge.ts'
import { cardDraft } from './cards.ts'
import { focusedAnnotation, requestNoteEdit, selectedSpan } from './focus.ts'
import { goToPassage } from './go-to.ts'
import { notify } from './notices.ts'
import { openNames } from './own-names.ts'
import { showSidebar } from './panels.ts'

/** The colour that was used last: an underline or a note takes it. */
export const lastColor = signal<AnnotationColor>('yellow')

/** Whether the mark that has the focus shows its tools; a mark that was just made does not. */
export const markToolsShown = signal(false)

export type MarkTarget =
  | { readonly kind: 'selection'; readonly span: Span }
  | { readonly kind: 'mark'; readonly mark: PlacedAnnotation; readonly span: Span }

/** What a marking command works on: the selection, else the mark that has the focus. */
export const markTarget = computed<MarkTarget | null>(() => {
  const selection = selectedSpan.value
  if (selection !== null) return { kind: 'selection', span: selection }
  const mark = annotationById(focusedAnnotation.value)
  return mark === null || mark.span === null ? null : { kind: 'mark', mark, span: mark.span }
})

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 77).trimEnd()}…` : text)
const quoteOf = (span: Span): string =>
  shorten((opened.peek()?.article.text ?? '').slice(span.start, span.end).replace(/\s+/g, ' '))

function nothingToMark(): void {
  notify({ kind: 'information', text: 'Select some words first, with the mouse or with Shift and the arrow keys.' })
}

function markSelection(span: Span, style: AnnotationStyle, color: AnnotationColor): string | null {
  const id = addAnnotation(span, { style, color })
  if (id === null) return null
  lastColor.value = color
  articleSurface.peek()?.clearSelection()
  selectedSpan.value = null
  focusedAnnotation.value = id
  markToolsShown.value = false
  announce(`${style === 'highlight' ? 'Highlighted' : 'Underlined'} in ${color}: ${quoteOf(span)}`)
  return id
}

/** Highlights the selection in a colour, or gives the mark that has the focus that colour. */
export function applyColor(color: AnnotationColor): void {
  const target = markTarget.peek()
  if (target === null) return nothingToMark()
  if (target.kind === 'selection') {
    markSelection(target.span, 'highlight', color)
    return
  }
  lastColor.value = color
  changeAnnotation(target.mark.annotation.id, { color }, 'Change colour')
  announce(`Colour changed to ${color}`)
}

/** Underlines the selection, or turns the mark that has the focus into an underline and back. */
export function applyUnderline(): void {
  const target = markTarget.peek()
  if (target === null) return nothingToMark()
  if (target.kind === 'selection') {
    markSelection(target.span, 'underline', lastColor.peek())
    return
  }
  const style = target.mark.annotation.style === 'underline' ? 'highlight' : 'underline'
  changeAnnotation(target.mark.annotation.id, { style }, 'Change style')
  announce(`Changed to ${style}`)
}

/** Opens the note or the tags of the mark; a selection is highlighted first. */
export function writeOnMark(part: 'note' | 'tags'): void {
  const target = markTarget.peek()
  if (target === null) return nothingToMark()
  const id =
    target.kind === 'mark' ? target.mark.annotation.id : markSelection(target.span, 'highlight', lastColor.peek())
  markToolsShown.value = false
  if (id !== null) requestNoteEdit(id, part)
}

export async function copyPassage(): Promise<void> {
  const target = markTarget.peek()
  const text = opened.peek()?.article.text
  if (target === null || text === undefined) return
  const result = await callBridge('clipboard.write', { text: text.slice(target.span.start, target.span.end) })
  if (result.ok) announce('Copied')
  else notify({ kind: 'failure', text: `The passage could not be copied. ${result.error.message}` })
}

/** Starts a mechanism card of the reader's own from the passage. */
export function draftCard(): void {
  const target = markTarget.peek()
  const text = opened.peek()?.article.text
  if (target === null || text === undefined) return nothingToMark()
  markToolsShown.value = false
  cardDraft.value = { passage: passageAt(text, target.span) }
  showSidebar('mechanisms')
}

/** Opens the reader's own names with the passage as one that may be added. */
export function draftName(): void {
  const target = markTarget.peek()
  const text = opened.peek()?.article.text
  if (target === null || text === undefined) return nothingToMark()
  markToolsShown.value = false
  openNames({ name: text.slice(target.span.start, target.span.end), type: null })
}

/** Selects the article, and nothing of what stands around it. */
export function selectArticle(): void {
  const length = opened.peek()?.article.text.length ?? 0
  if (length > 0) articleSurface.peek()?.select({ start: 0, end: length })
}

/** Moves an edge of the mark that has the focus by a word. */
export function resizeMark(move: EdgeMove): void {
  const mark = annotationById(focusedAnnotation.peek())
  const text = opened.peek()?.article.text
  if (mark === null || mark.span === null || text === undefined) return
  const span = moveEdge(text, mark.span, move)
  if (span === mark.span) return
  moveAnnotation(mark.annotation.id, span, 'Change extent')
  announce(`Now: ${quoteOf(span)}`)
}

/** Deletes the mark that has the focus. Undo brings it back. */
export function deleteMark(): void {
  const id = focusedAnnotation.peek()
  if (id === null || selectedSpan.peek() !== null) return
  deleteAnnotation(id)
  leaveMark()
  announce('Mark deleted. Press Control Z to bring it back.')
}

export function leaveMark(): void {
  focusedAnnotation.value = null
  markToolsShown.value = false
}

/** Gives a mark the focus and shows its tools. */
export function enterMark(id: string): void {
  focusedAnnotation.value = id
  markToolsShown.value = true
}

/** Goes to the next mark (1) or the previous one (-1) from the one that has the focus, or from the place being read. */
export function stepMark(by: 1 | -1): void {
  const placed = annotations.peek().filter((mark): mark is PlacedAnnotation & { span: Span } => mark.span !== null)
  if (placed.length === 0) {
    notify({ kind: 'information', text: 'This article has no marks yet. Select some words and press 1 to 6.' })
    return
  }
  const current = placed.findIndex(mark => mark.annotation.id === focusedAnnotation.peek())
  const from = firstVisibleOffset.peek()
  const start =
    by === 1 ? placed.findIndex(mark => mark.span.start >= from) : placed.findLastIndex(mark => mark.span.start < from)
  const index =
    current === -1
      ? start === -1
        ? by === 1
          ? 0
          : placed.length - 1
        : start
      : (current + by + placed.length) % placed.length
  const next = placed[index]
  if (next === undefined) return
  goToPassage(next.span)
  enterMark(next.annotation.id)
  const note = next.annotation.note === '' ? '' : ' It has a note.'
  announce(
    `Mark ${index + 1} of ${placed.length}, ${next.annotation.color} ${next.annotation.style}: ${quoteOf(next.span)}.${note}`,
  )
}

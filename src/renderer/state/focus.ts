import { signal } from '@preact/signals-core'
import type { Span } from '#core/text/span.ts'
import { showSidebar } from './panels.ts'

/** Ids of what has the focus and what the pointer is on; null for nothing. */
export const focusedAnnotation = signal<string | null>(null)
export const hoveredAnnotation = signal<string | null>(null)
export const focusedCard = signal<string | null>(null)
export const hoveredCard = signal<string | null>(null)

/** Spans that the article tints because a card, an effect or a value of the evidence is pointed at. */
export const litSpans = signal<readonly Span[]>([])

/** What is selected in the article now; null when nothing is. */
export const selectedSpan = signal<Span | null>(null)

/**
 * The last selection that was made in the article, kept while the focus is in a sidebar, so that a form can offer
 * "use the current selection". Null until something is selected, and for a newly opened article.
 */
export const lastSelectedSpan = signal<Span | null>(null)

/** The mark whose note or tags the reader asked to write. The notes panel opens its editor and sets this to null. */
export const requestedNoteEdit = signal<{ readonly id: string; readonly part: 'note' | 'tags' } | null>(null)

/** Shows the Notes tab and opens the editor for a mark's note or tags there. */
export function requestNoteEdit(id: string, part: 'note' | 'tags'): void {
  showSidebar('notes')
  focusedAnnotation.value = id
  requestedNoteEdit.value = { id, part }
}

import { computed, signal } from '@preact/signals-core'
import { annotationById } from './annotations.ts'
import { announce } from './announce.ts'
import { articleSurface } from './article-surface.ts'
import { selectedSpan } from './focus.ts'
import { goToPassage } from './go-to.ts'
import { attachMark } from './lost-marks.ts'
import { closeDrawer } from './panels.ts'

const attachingId = signal<string | null>(null)

/** The mark whose new words the reader is choosing in the article; null while none is, and once it is gone. */
export const attaching = computed(() => annotationById(attachingId.value))

/** Asks the reader for the words that a mark is to stand on; the article takes the focus, so that they can be selected. */
export function beginAttaching(id: string): void {
  attachingId.value = id
  closeDrawer()
  // Behind a drawer the article takes no focus; by the next frame the drawer is gone.
  requestAnimationFrame(() => articleSurface.peek()?.focus())
  announce('Select the words in the article, then press Enter. Escape leaves the mark as it is.')
}

export function cancelAttaching(): void {
  if (attachingId.peek() === null) return
  attachingId.value = null
  announce('The mark stays as it is.')
}

/** Puts the mark on the words that are selected; false while nothing is. */
export function attachSelection(): boolean {
  const id = attachingId.peek()
  const span = selectedSpan.peek()
  if (id === null || span === null) return false
  attachingId.value = null
  articleSurface.peek()?.clearSelection()
  selectedSpan.value = null
  attachMark(id, span)
  goToPassage(span)
  return true
}

import { acrossShown } from './across.ts'
import { announce } from './announce.ts'
import { articleSurface } from './article-surface.ts'
import { closeDrawer } from './panels.ts'
import { shelvesShown } from './shelves-shown.ts'

/** Puts the library's list in the article's place. */
export function showShelves(): void {
  closeDrawer()
  acrossShown.value = false
  shelvesShown.value = true
  announce('Library')
}

/** Gives the place back to the article, and the focus with it. */
export function closeShelves(): void {
  if (!shelvesShown.peek()) return
  shelvesShown.value = false
  // The article can take the focus once it is no longer covered.
  requestAnimationFrame(() => articleSurface.peek()?.focus())
}

export const toggleShelves = (): void => (shelvesShown.peek() ? closeShelves() : showShelves())

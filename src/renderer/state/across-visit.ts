import { effect } from '@preact/signals-core'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import { announce } from './announce.ts'
import { acrossShown, loadAcross } from './across.ts'
import { openArticle, openFailure, opened, readable } from './article.ts'
import { articleSurface } from './article-surface.ts'
import { litSpans } from './focus.ts'
import { goToPassage } from './go-to.ts'
import { notify } from './notices.ts'
import { closeDrawer } from './panels.ts'
import { shelvesShown } from './shelves-shown.ts'

/** Puts the mechanisms of the whole library in the article's place. */
export function showAcross(): void {
  closeDrawer()
  shelvesShown.value = false
  acrossShown.value = true
  announce('Mechanisms of the library')
  void loadAcross()
}

/** Gives the place back to the article, and the focus with it. */
export function closeAcross(): void {
  if (!acrossShown.peek()) return
  acrossShown.value = false
  // The article can take the focus once it is no longer covered.
  requestAnimationFrame(() => articleSurface.peek()?.focus())
}

export const toggleAcross = (): void => (acrossShown.peek() ? closeAcross() : showAcross())

/** A passage of an article of the library; `lost` when the article has it no more. */
type LibraryPassage = Pick<AcrossStatement, 'document' | 'passage' | 'lost'>

/** What ends the tint of a passage that was gone to. */
const hands = ['pointerdown', 'keydown'] as const

/** Tints a passage until the reader does something else. */
function tint(statement: LibraryPassage): void {
  const { start, end } = statement.passage
  litSpans.value = [{ start, end }]
  const spans = litSpans.peek()
  const stop = (): void => {
    for (const hand of hands) removeEventListener(hand, stop, true)
    if (litSpans.peek() === spans) litSpans.value = []
  }
  for (const hand of hands) addEventListener(hand, stop, true)
}

function land(statement: LibraryPassage): void {
  const text = opened.peek()?.article.text ?? ''
  const { passage, lost } = statement
  articleSurface.peek()?.focus()
  if (lost || text.slice(passage.start, passage.end) !== passage.quote) {
    notify({
      kind: 'information',
      text: `“${passage.quote}” is not in this article any more: it has changed since this was stated.`,
    })
    return
  }
  goToPassage(passage)
  tint(statement)
  announce(`At the passage: ${passage.quote}`)
}

let stopWaiting = (): void => {}

/** Opens the article of a statement, or of a hit, goes to the passage that says so, and marks it. */
export async function goToStatement(statement: LibraryPassage): Promise<void> {
  stopWaiting()
  acrossShown.value = false
  await openArticle(statement.document)
  if (openFailure.peek() !== null) return
  const stop = effect(() => {
    const shown = readable.value
    if (shown === null || shown !== opened.value || shown.article.id !== statement.document) return
    // Outside of the effect, which must not follow what landing reads.
    queueMicrotask(() => {
      stopWaiting()
      land(statement)
    })
  })
  stopWaiting = () => {
    stop()
    stopWaiting = () => {}
  }
}

import { computed, signal } from '@preact/signals-core'
import type { Span } from '#core/text/span.ts'
import { findInText, foldText } from '../rendering/find-in-text.ts'
import { announce } from './announce.ts'
import { firstVisibleOffset, opened } from './article.ts'
import { articleSurface } from './article-surface.ts'

export const findShown = signal(false)
/** Grows when the bar is asked for again while it is open, so that it takes the focus and selects its words. */
export const findRequests = signal(0)
export const findQuery = signal('')

const folded = computed(() => foldText(opened.value?.article.text ?? ''))

/** Every place in the open article that has the words looked for. */
export const hits = computed<readonly Span[]>(() => (findShown.value ? findInText(folded.value, findQuery.value) : []))

/** Index of the hit that is shown among all; -1 when there is none. */
export const currentHit = signal(-1)

function show(index: number): void {
  currentHit.value = index
  const hit = hits.peek()[index]
  if (hit !== undefined) articleSurface.peek()?.reveal(hit, { smooth: false })
}

/** Looks for other words and shows the first hit from the place that is being read on. */
export function changeQuery(query: string): void {
  findQuery.value = query
  const found = hits.peek()
  const next = found.findIndex(hit => hit.end > firstVisibleOffset.peek())
  show(found.length === 0 ? -1 : Math.max(0, next))
}

export function openFind(): void {
  findShown.value = true
  findRequests.value += 1
  if (findQuery.peek() !== '') changeQuery(findQuery.peek())
}

export function closeFind(): void {
  const hit = hits.peek()[currentHit.peek()]
  findShown.value = false
  currentHit.value = -1
  const surface = articleSurface.peek()
  if (hit !== undefined) surface?.select(hit)
  else surface?.focus()
}

/** Goes to the next hit (1) or the previous one (-1), around the ends of the article. */
export function stepHit(by: 1 | -1): void {
  if (!findShown.peek()) {
    openFind()
    return
  }
  const count = hits.peek().length
  if (count === 0) return
  show((currentHit.peek() + by + count) % count)
  announce(`Hit ${currentHit.peek() + 1} of ${count}`)
}

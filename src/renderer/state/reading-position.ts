import { computed, signal } from '@preact/signals-core'
import type { ReadingPosition } from '#core/article/document-entry.ts'
import { callBridge } from './bridge.ts'
import { notify } from './notices.ts'

/** Pause after the last scroll before the position is saved, in milliseconds. */
const SAVE_PAUSE = 800

/** Share of the article's text above the window's lower edge, 0 to 1. */
export const progress = signal(0)
/** The same in whole per cent, for what need not follow every line. */
export const progressPercent = computed(() => Math.round(progress.value * 100))

/** The place that was remembered last, and of which article. */
let last: { readonly id: string; readonly position: ReadingPosition } | null = null
let pending: { readonly id: string; readonly position: ReadingPosition } | null = null
let timer: ReturnType<typeof setTimeout> | null = null
let refusalTold = false

/** Saves the position now if one waits. */
export async function flushPosition(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  if (pending === null) return
  const sent = pending
  pending = null
  const result = await callBridge('position.save', sent)
  if (result.ok || refusalTold) return
  // Told once: a position is worth a line, not one with every scroll.
  refusalTold = true
  notify({ kind: 'warning', text: `Your place in the article could not be saved. ${result.error.message}` })
}

/** Where the reader was in an article since it was opened; null when nowhere else than then. */
export const lastPosition = (id: string): ReadingPosition | null => (last?.id === id ? last.position : null)

/** Remembers where the reader is, and saves it a moment later. */
export function rememberPosition(id: string, position: ReadingPosition): void {
  progress.value = position.progress
  last = { id, position }
  pending = last
  if (timer !== null) clearTimeout(timer)
  timer = setTimeout(() => void flushPosition(), SAVE_PAUSE)
}

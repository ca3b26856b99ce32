import type { Span } from '#core/text/span.ts'
import { articleSurface } from './article-surface.ts'

const prefersStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Brings a passage to a comfortable place on screen and lights it for a moment; with `select` it is also selected. */
export function goToPassage(span: Span, options: { readonly select?: boolean } = {}): void {
  const surface = articleSurface.peek()
  if (surface === null) return
  surface.reveal(span, { smooth: !prefersStillness() })
  surface.flash(span)
  if (options.select === true) surface.select(span)
}

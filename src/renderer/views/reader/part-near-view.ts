import type { Span } from '#core/text/span.ts'
import type { ArticleSurface } from '../../state/article-surface.ts'

/**
 * The part of a passage that lies within a height of the view above or below it; of one that lies elsewhere the end that is
 * nearest. To ask where all lines of a book stand, when all of it is selected, lays the whole book out.
 */
export function partNearView(
  { scroller, offsetAtHeight }: Pick<ArticleSurface, 'scroller' | 'offsetAtHeight'>,
  { start, end }: Span,
): Span {
  const { top, bottom, height } = scroller.getBoundingClientRect()
  const from = Math.max(start, offsetAtHeight(top - height))
  const to = Math.min(end, offsetAtHeight(bottom + height))
  if (from < to) return { start: from, end: to }
  return from >= end ? { start: Math.max(start, end - 1), end } : { start, end: Math.min(end, start + 1) }
}

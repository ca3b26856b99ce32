import { isFound } from '../anchoring/verdict.ts'
import { makeSelectors } from '../annotation/make-selectors.ts'
import type { ArticleText } from '../article/article.ts'
import type { ReadingPosition } from '../article/document-entry.ts'
import type { Span } from '../text/span.ts'
import type { FindPassages } from './find-passages.ts'

/** Characters that stand for the place where the reader stopped; enough not to occur twice. */
const PROBE_LENGTH = 160
/** Blocks after and before it that are asked when the one itself was rewritten. */
const NEIGHBOURS = 4

const clampShare = (share: number): number => Math.min(1, Math.max(0, share))

/** Beginnings of the block that was read and of those around it, the nearest first. */
const probesAt = (article: ArticleText, offset: number): Span[] => {
  const here = article.blocks.findLastIndex(block => block.start <= offset)
  const block = article.blocks[here]
  if (block === undefined) return []
  const from = (start: number, end: number): Span => ({ start, end: Math.min(end, start + PROBE_LENGTH) })
  const places = Array.from({ length: NEIGHBOURS }, (_, step) => [here + step + 1, here - step - 1]).flat()
  return [
    ...(offset < block.end ? [from(offset, block.end)] : []),
    ...[here, ...places].flatMap(place => article.blocks[place] ?? []).map(({ start, end }) => from(start, end)),
  ]
}

/**
 * Where a reader who stopped at `position` in one text is in another: at the same words, or at those of a block nearby,
 * or else at the same share of the text.
 */
export const carryPosition = (
  before: ArticleText,
  after: ArticleText,
  position: ReadingPosition,
  find: FindPassages,
): ReadingPosition => {
  if (position.offset === 0) return position
  const [old, length] = [Math.max(1, before.text.length), after.text.length]
  const found = find(probesAt(before, position.offset).map(span => makeSelectors(before, span))).find(isFound)
  const share = Math.round((position.offset / old) * length)
  const offset = Math.min(found?.start ?? share, Math.max(0, length - 1))
  // As much of the text stands below it on the screen as before.
  const below = (position.progress - position.offset / old) * (old / Math.max(1, length))
  return { offset, progress: clampShare(offset / Math.max(1, length) + below) }
}

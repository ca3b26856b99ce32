import { bisect } from '#core/order/bisect.ts'
import type { Span } from '#core/text/span.ts'
import { chunkAt, startPoint } from './article-dom.ts'
import type { ArticleDom, Chunk } from './article-dom.ts'
import { countUpTo } from './text-map.ts'

/** A part of the window from one height to another, in CSS pixels from its top. */
export interface Extent {
  readonly top: number
  readonly bottom: number
}

/** The box of the character at `offset`, in the window's coordinates; null when it is not laid out. */
export function characterBox(dom: ArticleDom, offset: number): DOMRect | null {
  const point = startPoint(dom, offset)
  if (point === null) return null
  const range = document.createRange()
  range.setStart(point.node, point.offset)
  range.setEnd(point.node, Math.min(point.offset + 1, point.node.data.length))
  return range.getClientRects()[0] ?? point.node.parentElement?.getBoundingClientRect() ?? null
}

/** Where a chunk stands in the window; of one that was never laid out its likely place. Costs no layout of what is in it. */
const chunkExtent = ({ first, last }: Chunk): Extent => ({
  top: first.getBoundingClientRect().top,
  bottom: last.getBoundingClientRect().bottom,
})

/** Whether what is in an element is laid out now; false for an empty one. */
export const isShown = ({ firstElementChild, firstChild }: Element): boolean =>
  firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? firstChild !== null

/** Whether the lines of a chunk are laid out now. Asking where they stand when they are not lays them out. */
export const isLaidOut = ({ first }: Chunk): boolean => isShown(first)

/**
 * Number of the first thing from `from` on whose lower edge is below the height `y` of the window; `to` when none is.
 * They stand below each other.
 */
function firstBelow(from: number, to: number, y: number, bottomOf: (number: number) => number | undefined): number {
  return bisect(from, to, at => (bottomOf(at) ?? 0) <= y)
}

/**
 * Number of the first chunk that ends below the height `y` of the window; the number of chunks when none does. Groups are
 * asked first: asking a chunk of a group that is not laid out lays out the empty boxes of all its chunks.
 */
function chunkAtHeight({ groups, chunks }: ArticleDom, y: number): number {
  const group = groups[firstBelow(0, groups.length, y, at => groups[at]?.element.getBoundingClientRect().bottom)]
  if (group === undefined) return chunks.length
  return firstBelow(group.from, group.to - 1, y, at => chunks[at]?.last.getBoundingClientRect().bottom)
}

/** Offset of the character that likely stands at the height `y` of the window: its chunk is taken as evenly filled. */
export function likelyOffsetAtHeight(dom: ArticleDom, y: number): number {
  const chunk = dom.chunks[chunkAtHeight(dom, y)]
  if (chunk === undefined) return dom.length
  const { top, bottom } = chunkExtent(chunk)
  const share = bottom > top ? Math.min(1, Math.max(0, (y - top) / (bottom - top))) : 0
  return Math.floor(chunk.start + share * (chunk.end - chunk.start))
}

/** Height of the window at which the line of `offset` likely stands; null without chunks. */
export function likelyHeightOf(dom: ArticleDom, offset: number): number | null {
  const chunk = dom.chunks[chunkAt(dom, offset)]
  if (chunk === undefined) return null
  if (isLaidOut(chunk)) return characterBox(dom, offset)?.top ?? null
  const { top, bottom } = chunkExtent(chunk)
  const share = (offset - chunk.start) / Math.max(1, chunk.end - chunk.start)
  return top + Math.min(1, Math.max(0, share)) * (bottom - top)
}

/**
 * Offset of the first character whose line ends below the height `y` of the window. What is in the window is laid out for
 * the answer, as it soon will be anyway (right after a jump it is not yet); what is outside and not laid out is guessed.
 */
export function offsetAtHeight(dom: ArticleDom, y: number): number {
  const number = chunkAtHeight(dom, y)
  const chunk = dom.chunks[number]
  if (chunk === undefined) return Math.max(0, dom.length - 1)
  const isSeen = y >= 0 && y <= innerHeight && chunk.first.firstChild !== null
  if (!isSeen && !isLaidOut(chunk)) return likelyOffsetAtHeight(dom, y)
  const { blocks, blockStarts, map } = dom.textOf(number)
  const block = firstBelow(0, blocks.length, y, at => blocks[at]?.getBoundingClientRect().bottom)
  const start = blockStarts[block]
  if (start === undefined) return Math.max(chunk.start, chunk.end - 1)
  const blockEnd = map.ends[countUpTo(map.starts, (blockStarts[block + 1] ?? chunk.end) - 1) - 1] ?? start
  const offset = firstBelow(start, blockEnd, y, at => characterBox(dom, at)?.bottom)
  return Math.min(offset, Math.max(start, blockEnd - 1))
}

/** From the first line of a passage to its last, in the window's coordinates; lays out no more than its two ends. */
export function extentOf(dom: ArticleDom, { start, end }: Span): Extent | null {
  const first = characterBox(dom, start)
  const last = characterBox(dom, Math.max(start, end - 1))
  return first === null || last === null ? null : { top: first.top, bottom: Math.max(first.bottom, last.bottom) }
}

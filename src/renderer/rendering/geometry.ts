import { rangeOf, startPoint } from './article-dom.ts'
import type { ArticleDom } from './article-dom.ts'
import { countUpTo } from './text-map.ts'

/** The box of the character at `offset`, in the window's coordinates; null when it is not laid out. */
export function characterBox(dom: ArticleDom, offset: number): DOMRect | null {
  const point = startPoint(dom, offset)
  if (point === null) return null
  const range = document.createRange()
  range.setStart(point.node, point.offset)
  range.setEnd(point.node, Math.min(point.offset + 1, point.node.data.length))
  return range.getClientRects()[0] ?? point.node.parentElement?.getBoundingClientRect() ?? null
}

/** Offset of the first character whose line ends below the height `y` of the window. */
export function offsetAtHeight(dom: ArticleDom, y: number): number {
  const { blocks, blockStarts, map } = dom
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) <= y) low = middle + 1
    else high = middle
  }
  const start = blockStarts[low]
  if (start === undefined) return map.ends.at(-1) ?? 0
  const blockEnd = map.ends[countUpTo(map.starts, (blockStarts[low + 1] ?? Number.MAX_SAFE_INTEGER) - 1) - 1] ?? start
  let from = start
  let to = blockEnd
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((characterBox(dom, middle)?.bottom ?? 0) <= y) from = middle + 1
    else to = middle
  }
  return Math.min(from, Math.max(start, blockEnd - 1))
}

/** The boxes of a passage's lines, in the window's coordinates. */
export const lineBoxes = (
  dom: ArticleDom,
  span: { readonly start: number; readonly end: number },
): readonly DOMRect[] =>
  [...(rangeOf(dom, span)?.getClientRects() ?? [])].filter(box => box.width > 0 && box.height > 0)

import { offsetAtPoint } from './article-dom.ts'
import type { ArticleDom } from './article-dom.ts'
import { characterBox } from './geometry.ts'

const holds = (box: DOMRect | null, x: number, y: number): boolean =>
  box !== null && box.left - 1 <= x && x <= box.right + 1 && box.top <= y && y <= box.bottom

/** Offset of the character at a point of the window; null where there is none, such as the space beside a short line. */
export function offsetUnder(dom: ArticleDom, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (caret === null || !dom.root.contains(caret.offsetNode)) return null
  const after = offsetAtPoint(dom, caret.offsetNode, caret.offset, 'start')
  // The caret stands between two characters: the point lies on one of them.
  for (const offset of [after, after - 1]) {
    if (offset >= 0 && holds(characterBox(dom, offset), x, y)) return offset
  }
  return null
}

/**
 * The place in the article that is nearest to a point of the window, which may lie beyond its edges.
 * @param view the part of the window in which the article is seen
 */
export function nearestCaret(dom: ArticleDom, view: DOMRect, x: number, y: number): CaretPosition | null {
  const { left, right, top, bottom } = dom.root.getBoundingClientRect()
  const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low + 1), high - 1)
  const place = document.caretPositionFromPoint(
    within(x, left, right),
    within(y, Math.max(top, view.top), Math.min(bottom, view.bottom)),
  )
  return place !== null && dom.root.contains(place.offsetNode) ? place : null
}

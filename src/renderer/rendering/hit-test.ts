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

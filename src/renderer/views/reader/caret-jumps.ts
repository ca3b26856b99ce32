import { offsetAtPoint, rangeOf } from '../../rendering/article-dom.ts'
import type { ArticleDom } from '../../rendering/article-dom.ts'
import { characterBox } from '../../rendering/geometry.ts'
import type { TextPlaces } from '../../rendering/text-places.ts'
import { articleSurface } from '../../state/article-surface.ts'

/** How much of the view a page is: a little stays in sight. */
const PAGE = 0.9

/** A step of the caret that leads farther than the lines that are laid out. */
export type CaretJump = 'start' | 'end' | 'page-up' | 'page-down'

/** The jump that a key asks for; null for a key that asks for none. */
export function jumpOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): CaretJump | null {
  if (event.altKey || event.metaKey) return null
  if (event.ctrlKey) return event.key === 'Home' ? 'start' : event.key === 'End' ? 'end' : null
  return event.key === 'PageUp' ? 'page-up' : event.key === 'PageDown' ? 'page-down' : null
}

function put(selection: Selection, node: Node, offset: number, extend: boolean): void {
  if (extend) selection.extend(node, offset)
  else selection.collapse(node, offset)
}

/** Puts the caret, or the selection's moving end, at the article's first or last character, and brings it into view. */
function jumpToEdge(dom: ArticleDom, selection: Selection, edge: 'start' | 'end', extend: boolean): void {
  const at = edge === 'start' ? 0 : Math.max(0, dom.length - 1)
  const character = { start: at, end: Math.min(dom.length, at + 1) }
  const range = rangeOf(dom, character)
  if (range === null) return
  if (edge === 'start') put(selection, range.startContainer, range.startOffset, extend)
  else put(selection, range.endContainer, range.endOffset, extend)
  articleSurface.peek()?.reveal(character, { smooth: false })
}

/**
 * Scrolls by a page and puts the caret where it stood in the view, or at the end that is reached. The lines of the new page
 * are laid out by the frame after the next one.
 */
function jumpByPage(
  dom: ArticleDom,
  places: TextPlaces,
  scroller: HTMLElement,
  by: 1 | -1,
  extend: boolean,
  done: () => void,
): void {
  const selection = document.getSelection()
  const { focusNode, focusOffset } = selection ?? { focusNode: null, focusOffset: 0 }
  const isInside = focusNode !== null && dom.root.contains(focusNode)
  const box = isInside ? characterBox(dom, offsetAtPoint(dom, focusNode, focusOffset, 'start')) : null
  const view = scroller.getBoundingClientRect()
  const isSeen = box !== null && box.bottom > view.top && box.top < view.bottom
  const x = box?.left ?? view.left
  const y = isSeen ? (box.top + box.bottom) / 2 : view.top + view.height / 3
  const before = scroller.scrollTop
  scroller.scrollBy({ top: by * PAGE * scroller.clientHeight, behavior: 'instant' })
  const isAtEnd = scroller.scrollTop === before
  const place = (): void => {
    const caret = places.nearestCaret(view, x, isAtEnd ? (by === 1 ? view.bottom : view.top) : y)
    if (caret !== null && selection !== null) put(selection, caret.offsetNode, caret.offset, extend)
    done()
  }
  requestAnimationFrame(() => requestAnimationFrame(place))
}

/** Does a jump; `done` is called when the caret is there. */
export function jump(
  dom: ArticleDom,
  places: TextPlaces,
  scroller: HTMLElement,
  to: CaretJump,
  extend: boolean,
  done: () => void,
): void {
  if (to === 'page-up' || to === 'page-down') {
    jumpByPage(dom, places, scroller, to === 'page-down' ? 1 : -1, extend, done)
    return
  }
  const selection = document.getSelection()
  if (selection !== null) jumpToEdge(dom, selection, to, extend)
  done()
}

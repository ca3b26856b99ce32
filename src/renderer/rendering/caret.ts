import { endPoint, offsetAtPoint, startPoint } from './article-dom.ts'
import type { ArticleDom } from './article-dom.ts'
import { characterBox } from './geometry.ts'
import type { LineSteps } from './text-places.ts'

type Granularity = 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary' | 'paragraph'

interface Move {
  readonly direction: 'left' | 'right' | 'forward' | 'backward'
  readonly granularity: Granularity
}

/** How a key moves the caret; null for a key that does not. */
export function moveOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): Move | null {
  if (event.altKey || event.metaKey) return null
  switch (event.key) {
    case 'ArrowLeft':
      return { direction: 'left', granularity: event.ctrlKey ? 'word' : 'character' }
    case 'ArrowRight':
      return { direction: 'right', granularity: event.ctrlKey ? 'word' : 'character' }
    case 'ArrowUp':
      return { direction: 'backward', granularity: event.ctrlKey ? 'paragraph' : 'line' }
    case 'ArrowDown':
      return { direction: 'forward', granularity: event.ctrlKey ? 'paragraph' : 'line' }
    case 'Home':
      return { direction: 'backward', granularity: event.ctrlKey ? 'documentboundary' : 'lineboundary' }
    case 'End':
      return { direction: 'forward', granularity: event.ctrlKey ? 'documentboundary' : 'lineboundary' }
    default:
      return null
  }
}

/**
 * Reading with a caret: the window's selection is moved with the keyboard, in text that cannot be edited, and a caret is
 * drawn at its moving end. Chromium's own caret browsing is not there in Electron.
 */
export class Caret {
  readonly #dom: ArticleDom
  readonly #drawing: HTMLElement
  readonly #lines: LineSteps | null
  readonly #reveal: (box: DOMRect) => void
  #active = false

  /**
   * `drawing` is placed within its offset parent; `lines` says where lines are, null when the browser knows; `reveal` scrolls a box
   * into view.
   */
  constructor(dom: ArticleDom, drawing: HTMLElement, lines: LineSteps | null, reveal: (box: DOMRect) => void) {
    this.#dom = dom
    this.#lines = lines
    this.#drawing = drawing
    this.#reveal = reveal
  }

  get active(): boolean {
    return this.#active
  }

  /** Puts the caret before the character at `offset`, or leaves it at the end of what is selected in the article. */
  start(offset: number): void {
    const selection = document.getSelection()
    const point = startPoint(this.#dom, offset)
    if (selection === null || point === null) return
    this.#active = true
    if (!this.#dom.root.contains(selection.focusNode)) selection.collapse(point.node, point.offset)
    this.draw()
  }

  stop(): void {
    this.#active = false
    this.#drawing.hidden = true
    const selection = document.getSelection()
    if (selection?.isCollapsed === true && this.#dom.root.contains(selection.focusNode)) selection.removeAllRanges()
  }

  /** Moves the caret, or with `extend` the end of the selection. Never leaves the article. */
  move({ direction, granularity }: Move, extend: boolean): void {
    const selection = document.getSelection()
    if (selection === null) return
    if (this.#moveByLines(selection, direction, granularity, extend)) {
      this.draw()
      const there = this.#box(selection)
      if (there !== null) this.#reveal(there)
      return
    }
    const before = this.#offset(selection)
    // A step over a soft hyphen moves the selection but shows and changes nothing, so it is taken again.
    for (let step = 0; step < 3; step += 1) {
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
      selection.modify(extend ? 'extend' : 'move', direction, granularity)
      if (!this.#dom.root.contains(selection.focusNode)) {
        if (anchorNode !== null && focusNode !== null)
          selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
        break
      }
      if (granularity !== 'character' || this.#offset(selection) !== before) break
    }
    this.draw()
    const box = this.#box(selection)
    if (box !== null) this.#reveal(box)
  }

  /** Moves by what `lines` says, where it says anything. */
  #moveByLines(selection: Selection, direction: Move['direction'], granularity: Granularity, extend: boolean): boolean {
    if (this.#lines === null || (granularity !== 'line' && granularity !== 'lineboundary')) return false
    const offset = this.#offset(selection)
    const box = this.#box(selection)
    if (offset < 0 || box === null) return false
    const isForward = direction === 'forward'
    const target =
      granularity === 'line'
        ? this.#lines.step(offset, isForward ? 1 : -1, box.left)
        : this.#lines.edge(offset, isForward ? 'end' : 'start')
    const atEnd = granularity === 'lineboundary' && isForward
    const point = target === null ? null : atEnd ? endPoint(this.#dom, target) : startPoint(this.#dom, target)
    if (point === null) return true
    if (extend) selection.extend(point.node, point.offset)
    else selection.collapse(point.node, point.offset)
    return true
  }

  #offset(selection: Selection): number {
    const { focusNode, focusOffset } = selection
    return focusNode === null || !this.#dom.root.contains(focusNode)
      ? -1
      : offsetAtPoint(this.#dom, focusNode, focusOffset, 'start')
  }

  #box(selection: Selection): DOMRect | null {
    const { focusNode, focusOffset } = selection
    if (focusNode === null || !this.#dom.root.contains(focusNode)) return null
    const range = document.createRange()
    range.setStart(focusNode, focusOffset)
    const box = range.getClientRects()[0]
    return box !== undefined && box.height > 0 ? box : characterBox(this.#dom, this.#offset(selection))
  }

  /** Draws the caret where the selection ends now; called whenever that or the layout changes. */
  draw(): void {
    const selection = document.getSelection()
    const box = this.#active && selection !== null ? this.#box(selection) : null
    const frame =
      this.#drawing.offsetParent?.getBoundingClientRect() ?? this.#drawing.parentElement?.getBoundingClientRect()
    this.#drawing.hidden = box === null || frame === undefined
    if (box === null || frame === undefined) return
    this.#drawing.style.height = `${box.height}px`
    this.#drawing.style.transform = `translate(${box.left - frame.left - 1}px, ${box.top - frame.top}px)`
    // The blinking starts anew with each move, so that the caret is never dark while it moves.
    for (const animation of this.#drawing.getAnimations()) animation.currentTime = 0
  }
}

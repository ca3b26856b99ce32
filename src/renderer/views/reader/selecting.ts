import type { ArticleDom } from '../../rendering/article-dom.ts'
import { Caret, moveOf } from '../../rendering/caret.ts'
import { spanOfSelection } from '../../rendering/selection.ts'
import type { TextPlaces } from '../../rendering/text-places.ts'
import { announce } from '../../state/announce.ts'
import { lastSelectedSpan, selectedSpan } from '../../state/focus.ts'
import { firstVisibleOffset } from '../../state/article.ts'
import { leaveMark, markTarget } from '../../state/marking.ts'
import { jump, jumpOf } from './caret-jumps.ts'
import { revealBox } from './reveal-box.ts'

const sameSpan = (a: { start: number; end: number } | null, b: { start: number; end: number } | null): boolean =>
  a?.start === b?.start && a?.end === b?.end

/**
 * Selecting in the article, with the pointer or with a caret and the keyboard. Tells the state what is selected once a
 * gesture is over: while a button is held down nothing pops up.
 */
export class Selecting {
  readonly caret: Caret
  readonly #dom: ArticleDom
  readonly #text: string
  readonly #scroller: HTMLElement
  readonly #places: TextPlaces
  /** Where the pointer is while its button is held down. */
  #hand: { readonly clientX: number; readonly clientY: number } | null = null

  constructor(dom: ArticleDom, places: TextPlaces, text: string, scroller: HTMLElement, drawing: HTMLElement) {
    this.#dom = dom
    this.#text = text
    this.#places = places
    this.#scroller = scroller
    this.caret = new Caret(dom, drawing, places.lines ?? null, box => revealBox(scroller, box, false))
    document.addEventListener('selectionchange', this.#changed)
    document.addEventListener('pointermove', this.#moved)
    document.addEventListener('pointerup', this.#released)
    document.addEventListener('pointercancel', this.#released)
    scroller.addEventListener('pointerdown', this.#down)
    scroller.addEventListener('keydown', this.#keyed)
    dom.root.addEventListener('copy', this.#copied)
  }

  dispose(): void {
    this.caret.stop()
    document.removeEventListener('selectionchange', this.#changed)
    document.removeEventListener('pointermove', this.#moved)
    document.removeEventListener('pointerup', this.#released)
    document.removeEventListener('pointercancel', this.#released)
    this.#scroller.removeEventListener('pointerdown', this.#down)
    this.#scroller.removeEventListener('keydown', this.#keyed)
    this.#dom.root.removeEventListener('copy', this.#copied)
  }

  toggleCaret(): void {
    if (this.caret.active) this.#leaveCaret()
    else {
      this.#scroller.focus({ preventScroll: true })
      this.#startCaret()
      announce('Reading with a caret. Shift and the arrow keys select, Escape leaves.')
    }
  }

  #startCaret(): void {
    this.caret.start(markTarget.peek()?.span.start ?? firstVisibleOffset.peek())
  }

  #leaveCaret(): void {
    this.caret.stop()
    announce('Caret off')
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button === 0) this.#hand = event
  }

  readonly #released = (): void => {
    this.#keepInside()
    this.#hand = null
    this.read()
  }

  readonly #moved = (event: PointerEvent): void => {
    if (this.#hand === null) return
    // A button that was let go outside of the window is told by the first move after it.
    if (event.buttons === 0) this.#released()
    else this.#hand = event
  }

  /**
   * A hand that goes on over a panel or the bar above would select all that stands before or after in the window. The
   * selection's moving end stays in the article instead, on the line and at the edge that are nearest to the hand.
   */
  #keepInside(): void {
    const selection = document.getSelection()
    const { root } = this.#dom
    if (this.#hand === null || selection === null || !root.contains(selection.anchorNode)) return
    const { clientX: x, clientY: y } = this.#hand
    if (this.#places.isMeant(selection, x, y)) return
    const place = this.#places.nearestCaret(this.#scroller.getBoundingClientRect(), x, y)
    if (place !== null) selection.extend(place.offsetNode, place.offset)
  }

  readonly #changed = (): void => {
    if (this.caret.active) this.caret.draw()
    if (this.#hand === null) this.read()
    else this.#keepInside()
  }

  /** Tells the state what is selected now. */
  read(): void {
    const span = spanOfSelection(this.#dom, this.#text, document.getSelection())
    if (sameSpan(span, selectedSpan.peek())) return
    selectedSpan.value = span
    if (span === null) return
    lastSelectedSpan.value = span
    leaveMark()
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape' && this.caret.active) {
      event.preventDefault()
      this.#leaveCaret()
      return
    }
    const leap = jumpOf(event)
    // Without a caret the keys for pages and ends scroll; with Shift those for the ends select.
    if (leap !== null && (this.caret.active || (event.shiftKey && event.ctrlKey))) {
      event.preventDefault()
      if (!this.caret.active) this.#startCaret()
      jump(this.#dom, this.#places, this.#scroller, leap, event.shiftKey, () => this.caret.draw())
      return
    }
    const move = moveOf(event)
    if (move === null || (!this.caret.active && !event.shiftKey)) return
    event.preventDefault()
    if (!this.caret.active) this.#startCaret()
    this.caret.move(move, event.shiftKey)
  }

  /** What is copied are the article's own characters: none of the soft hyphens that were put in for the line breaks. */
  readonly #copied = (event: ClipboardEvent): void => {
    const span = spanOfSelection(this.#dom, this.#text, document.getSelection())
    if (span === null || event.clipboardData === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', this.#text.slice(span.start, span.end))
  }
}

import type { ReadingPosition } from '#core/article/document-entry.ts'
import { chunkAt } from '../../rendering/article-dom.ts'
import type { BuiltArticle } from '../../rendering/build-article.ts'
import type { ChunkSizes } from '../../rendering/chunk-sizes.ts'
import { characterBox, isLaidOut, offsetAtHeight } from '../../rendering/geometry.ts'
import { layoutTick } from '../../state/layout.ts'
import { library } from '../../state/library.ts'
import { progress, rememberPosition } from '../../state/reading-position.ts'
import { EDGE, READING_LINE, scrollToHeight, tellPlace } from './tell-place.ts'

/** Milliseconds for which an article that needs no scrolling stands in the window before it counts as read. */
const DWELL = 3_000

/**
 * Follows where the reader is, in offsets of the text: a place survives another window width, font or size. When lines
 * move, the place is kept and the scroll position follows it, not the other way round.
 */
export class ReadingTracker {
  readonly #dom: BuiltArticle
  readonly #heights: ChunkSizes
  readonly #scroller: HTMLElement
  readonly #document: string
  readonly #length: number
  readonly #sizes: ResizeObserver
  #frame = 0
  #dwell: ReturnType<typeof setTimeout> | undefined
  #hasStood = false
  #offset: number
  #laidOut = ''

  constructor(
    dom: BuiltArticle,
    heights: ChunkSizes,
    scroller: HTMLElement,
    document: string,
    position: ReadingPosition,
  ) {
    this.#dom = dom
    this.#heights = heights
    this.#scroller = scroller
    this.#document = document
    this.#length = dom.length
    this.#offset = Math.min(position.offset, Math.max(0, dom.length - 1))
    progress.value = position.progress
    this.#sizes = new ResizeObserver(() => this.#resized())
    // The whole sheet: what stands above the article moves it, too.
    this.#sizes.observe(dom.root.parentElement ?? dom.root)
    this.#sizes.observe(scroller)
    scroller.addEventListener('scroll', this.#scrolled, { passive: true })
    this.#relayout()
  }

  dispose(): void {
    this.#sizes.disconnect()
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#dwell)
    this.#scroller.removeEventListener('scroll', this.#scrolled)
  }

  /** What decides where lines break. */
  #layout(): string {
    const { clientWidth, clientHeight } = this.#scroller
    const { root } = this.#dom
    const { fontFamily, fontSize, lineHeight, textAlign } = getComputedStyle(root)
    return [clientWidth, clientHeight, root.clientWidth, fontFamily, fontSize, lineHeight, textAlign].join(' ')
  }

  /** An article that fits into the window is never scrolled: it is read where it stands. */
  #stood(): void {
    const { clientHeight, scrollHeight } = this.#scroller
    if (scrollHeight - clientHeight >= 2 || library.peek()?.writable !== true) return
    const isCovered = document.visibilityState === 'hidden' || this.#scroller.closest('[inert]') !== null
    if (isCovered || clientHeight === 0) {
      this.#dwell = setTimeout(() => this.#stood(), DWELL)
      return
    }
    this.#hasStood = true
    rememberPosition(this.#document, { offset: this.#offset, progress: 1 })
  }

  /** Something got another height. Where only that changed, the browser's scroll anchoring has kept the place. */
  #resized(): void {
    if (this.#layout() === this.#laidOut) this.#moved()
    else this.#relayout()
  }

  readonly #scrolled = (): void => {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      // Scrolling that comes from lines that moved tells nothing about the reader.
      if (this.#layout() === this.#laidOut) this.#follow(true)
    })
  }

  /** Puts the place that was being read back at the top of the view after lines have moved. */
  #relayout(): void {
    this.#laidOut = this.#layout()
    this.#heights.reset()
    this.#heights.measureAround(chunkAt(this.#dom, this.#offset), 2 * this.#scroller.clientHeight)
    const box = this.#offset === 0 ? null : characterBox(this.#dom, this.#offset)
    if (box !== null) scrollToHeight(this.#scroller, box.top)
    this.#moved()
  }

  #moved(): void {
    clearTimeout(this.#dwell)
    if (!this.#hasStood) this.#dwell = setTimeout(() => this.#stood(), DWELL)
    for (const chunk of this.#dom.chunks) {
      if (!isLaidOut(chunk)) continue
      for (const table of chunk.first.querySelectorAll<HTMLElement>('.table-scroll')) {
        if (table.scrollWidth > table.clientWidth) table.tabIndex = 0
        else table.removeAttribute('tabindex')
      }
    }
    this.#follow(false)
    layoutTick.value += 1
  }

  #follow(byReader: boolean): void {
    const scroller = this.#scroller
    const view = scroller.getBoundingClientRect()
    const { scrollTop, clientHeight, scrollHeight } = scroller
    const toEnd = scrollHeight - clientHeight - scrollTop
    const visible = scrollTop < EDGE ? 0 : offsetAtHeight(this.#dom, view.top + EDGE)
    const offset = byReader ? visible : this.#offset
    // Near the ends of the article the reading line moves to them, so that its first and last lines are reached.
    const line =
      toEnd < clientHeight * (1 - READING_LINE) && scrollTop > 0
        ? Math.max(clientHeight * READING_LINE, clientHeight - toEnd - EDGE)
        : Math.min(clientHeight * READING_LINE, scrollTop + clientHeight * 0.1)
    const atEdge = offsetAtHeight(this.#dom, view.top + clientHeight)
    const share = toEnd < 2 ? 1 : Math.min(1, atEdge / Math.max(1, this.#length))
    tellPlace(scroller, view, { visible, reading: offsetAtHeight(this.#dom, view.top + line), share })
    this.#offset = offset
    if (byReader) rememberPosition(this.#document, { offset, progress: share })
  }
}

import { batch } from '@preact/signals-core'
import type { ReadingPosition } from '#core/article/document-entry.ts'
import type { PageDom } from '../../pages/page-dom.ts'
import type { PagePlaces } from '../../pages/page-places.ts'
import type { PageStack } from '../../pages/page-stack.ts'
import { layoutTick } from '../../state/layout.ts'
import { currentPage } from '../../state/pages.ts'
import { progress, rememberPosition } from '../../state/reading-position.ts'
import { EDGE, READING_LINE, scrollToHeight, tellPlace } from '../reader/tell-place.ts'

/** Follows where the reader is on the pages, in offsets of the text and in pages. */
export class PageTracker {
  readonly #dom: PageDom
  readonly #places: PagePlaces
  readonly #stack: () => PageStack
  readonly #scroller: HTMLElement
  readonly #document: string
  #frame = 0
  #offset: number
  /** Scrolling that the program does to keep the place tells nothing about the reader; where it ended. */
  #putAt = Number.NaN

  constructor(
    dom: PageDom,
    places: PagePlaces,
    stack: () => PageStack,
    scroller: HTMLElement,
    document: string,
    position: ReadingPosition,
  ) {
    this.#dom = dom
    this.#places = places
    this.#stack = stack
    this.#scroller = scroller
    this.#document = document
    this.#offset = Math.min(position.offset, Math.max(0, dom.length - 1))
    progress.value = position.progress
    scroller.addEventListener('scroll', this.#scrolled, { passive: true })
    this.#goTo(this.#offset)
    this.follow(false)
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    this.#scroller.removeEventListener('scroll', this.#scrolled)
  }

  /** Scrolls by what something moved, without the reader having done it. */
  keep(scrollTop: number): void {
    this.#scroller.scrollTo({ top: scrollTop, behavior: 'instant' })
    this.#putAt = this.#scroller.scrollTop
    this.follow(false)
    layoutTick.value += 1
  }

  readonly #scrolled = (): void => {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.follow(Math.abs(this.#scroller.scrollTop - this.#putAt) > 1)
      this.#putAt = Number.NaN
    })
  }

  #goTo(offset: number): void {
    const height = offset === 0 ? null : this.#places.heightOf(offset)
    if (height === null) return
    scrollToHeight(this.#scroller, height)
    this.#putAt = this.#scroller.scrollTop
  }

  /** Tells the state where the view is now. */
  follow(byReader: boolean): void {
    const scroller = this.#scroller
    const stack = this.#stack()
    const view = scroller.getBoundingClientRect()
    const { scrollTop, clientHeight, scrollHeight } = scroller
    const toEnd = scrollHeight - clientHeight - scrollTop
    const visible = scrollTop < EDGE ? 0 : this.#places.offsetAtHeight(view.top + EDGE)
    const line = view.top + clientHeight * READING_LINE
    const inside = view.top - this.#dom.root.getBoundingClientRect().top
    const share = toEnd < 2 ? 1 : Math.min(1, Math.max(0, inside + clientHeight) / Math.max(1, stack.height))
    const offset = byReader ? visible : this.#offset
    batch(() => {
      tellPlace(scroller, view, { visible, reading: this.#places.offsetAtHeight(line), share })
      currentPage.value = stack.pageAt(toEnd < 2 ? stack.height : inside + clientHeight * READING_LINE)
    })
    this.#offset = offset
    if (byReader) rememberPosition(this.#document, { offset, progress: share })
  }
}

import type { Span } from '#core/text/span.ts'
import { likelyOffsetAtHeight } from './geometry.ts'
import type { ArticleDom } from './article-dom.ts'

/** How far above and below the view is made ready, and how near its end the view may come, in heights of the view. */
const REACH = 3
const RESERVE = 1.5

/** Keeps the part of the text that lies near the view, so that it changes once in a while and not with every scrolled line. */
export class NearView {
  readonly #dom: ArticleDom
  readonly #view: HTMLElement
  readonly #show: (near: Span) => void
  #near: Span | null = null

  /** @param show is told the new part whenever the view comes near the end of the last one */
  constructor(dom: ArticleDom, view: HTMLElement, show: (near: Span) => void) {
    this.#dom = dom
    this.#view = view
    this.#show = show
  }

  /** Called after scrolling, and after lines have moved. */
  look(): void {
    const { top, height } = this.#view.getBoundingClientRect()
    const around = (screens: number): Span => ({
      start: likelyOffsetAtHeight(this.#dom, top - screens * height),
      end: likelyOffsetAtHeight(this.#dom, top + (1 + screens) * height),
    })
    const needed = around(RESERVE)
    if (this.#near !== null && this.#near.start <= needed.start && needed.end <= this.#near.end) return
    this.#near = around(REACH)
    this.#show(this.#near)
  }
}

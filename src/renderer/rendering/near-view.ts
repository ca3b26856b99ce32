import type { Span } from '#core/text/span.ts'
import { likelyOffsetAtHeight } from './geometry.ts'
import type { ArticleDom } from './article-dom.ts'

/** How far from the view something is made ready, in heights of the view. */
export interface Reach {
  /** On either side, while nobody scrolls or after a jump. */
  readonly around: number
  /** Where the reader scrolls to, and where from. */
  readonly ahead: number
  readonly behind: number
  /** How near the view may come to the end ahead before more is made ready; half of it behind. */
  readonly reserve: number
}

/**
 * Building must be ahead of the browser, which lays out what is within one and a half heights of the view: a chunk that is
 * still empty then would have no height.
 */
export const TO_BUILD: Reach = { around: 3, ahead: 4, behind: 2, reserve: 1.75 }
/** Each painted range costs in every change of a highlight: fewer at rest, and fewer changes while scrolling. */
export const TO_PAINT: Reach = { around: 1, ahead: 2, behind: 0.75, reserve: 0.5 }

/** Keeps the part of the text that lies near the view, so that it changes once in a while and not with every scrolled line. */
export class NearView {
  readonly #dom: ArticleDom
  readonly #view: HTMLElement
  readonly #reach: Reach
  readonly #show: (near: Span) => void
  #near: Span | null = null
  #scrollTop = 0

  /** @param show is told the new part whenever the view comes near the end of the last one */
  constructor(dom: ArticleDom, view: HTMLElement, reach: Reach, show: (near: Span) => void) {
    this.#dom = dom
    this.#view = view
    this.#reach = reach
    this.#show = show
  }

  /** Called after scrolling, and after lines have moved. */
  look(): void {
    const { top, height } = this.#view.getBoundingClientRect()
    const { scrollTop } = this.#view
    const moved = scrollTop - this.#scrollTop
    this.#scrollTop = scrollTop
    const part = (above: number, below: number): Span => ({
      start: likelyOffsetAtHeight(this.#dom, top - above * height),
      end: likelyOffsetAtHeight(this.#dom, top + (1 + below) * height),
    })
    const { around, ahead, behind, reserve } = this.#reach
    const needed = moved < 0 ? part(reserve, reserve / 2) : part(reserve / 2, reserve)
    if (this.#near !== null && this.#near.start <= needed.start && needed.end <= this.#near.end) return
    if (moved === 0 || Math.abs(moved) > height) this.#near = part(around, around)
    else this.#near = moved < 0 ? part(ahead, behind) : part(behind, ahead)
    this.#show(this.#near)
  }
}

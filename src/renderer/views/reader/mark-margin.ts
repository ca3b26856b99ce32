import { html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { counted } from '../../components/counted.ts'
import { placement } from '../../state/anchoring.ts'
import { theme } from '../../state/appearance.ts'
import { firstVisibleOffset, opened } from '../../state/article.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { cards } from '../../state/cards.ts'
import { currentHit, hits } from '../../state/find.ts'
import { focusedAnnotation, requestNoteEdit } from '../../state/focus.ts'
import { goToPassage } from '../../state/go-to.ts'
import { markToolsShown } from '../../state/marking.ts'
import type { PlacedAnnotation, PlacedChange } from '../../state/placed-annotations.ts'
import { progress } from '../../state/reading-position.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import { MarginDrawing } from './mark-margin-drawing.ts'
import { markForKey } from './mark-margin-keys.ts'
import { MarginPointer } from './mark-margin-pointer.ts'
import { offsetAtRow } from './mark-margin-rows.ts'
import { marginValue, marksAt, placeAt } from './mark-margin-words.ts'
import type { MarginPlace } from './mark-margin-words.ts'

/** Space that stays above a line that was scrolled to, in CSS pixels. */
const EDGE = 8
/** The least height of the frame that shows what is in view, in CSS pixels. */
const LEAST_FRAME = 8

/**
 * The whole article in a strip beside its scroll bar: every mark in its colour, cards, search hits, and what is in view.
 * A click or a drag goes there. For the keyboard and a screen reader it is one slider whose values are the marks: the
 * arrow keys go from mark to mark, Enter opens the note, Escape goes back to the article.
 */
@customElement('mark-margin')
export class MarkMargin extends WatchingElement {
  @query('.mark-margin') private readonly strip!: HTMLElement | null
  @query('canvas') private readonly canvas!: HTMLCanvasElement | null
  @query('.in-view') private readonly view!: HTMLElement | null
  @state() private place: (MarginPlace & { readonly y: number }) | null = null
  #drawing: MarginDrawing | null = null
  /** What the drawing has taken in: the changes of one article, as many as there were. */
  #drawn: { readonly changes: readonly PlacedChange[]; readonly count: number } | null = null
  #frame = { top: 0, height: 0 }
  readonly #sizes = new ResizeObserver(() => this.#begin())
  readonly #pointer = new MarginPointer({
    frame: () => this.#frame,
    scrollTo: top => this.#scrollTo(top),
    goToMark: y => this.#goToMarkAt(y),
    name: y => this.#name(y),
  })

  constructor() {
    super()
    new Reaction(this, () => this.#follow())
    new Reaction(this, () => {
      void [cards.value, hits.value, currentHit.value]
      this.#showLanes()
    })
    new Reaction(this, () => {
      void theme.value
      this.#drawing?.readColors()
    })
    new Reaction(this, () => {
      void [firstVisibleOffset.value, progress.value]
      this.#showView()
    })
    new Reaction(this, () => {
      const forced = matchMedia('(forced-colors: active)')
      const changed = (): void => this.#drawing?.readColors()
      forced.addEventListener('change', changed)
      return () => forced.removeEventListener('change', changed)
    })
  }

  protected override createRenderRoot(): this {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#drawing?.dispose()
  }

  protected override render() {
    const { placed } = placement.value
    const count = placed.foundCount
    const id = focusedAnnotation.value
    const focused = id === null ? null : placed.get(id)
    const index = focused?.span == null ? -1 : placed.indexOf(focused.annotation.id)
    const current = index < 0 ? null : focused
    const empty = count === 0 && hits.value.length === 0 && cards.value.length === 0
    return html`
      <div
        class="mark-margin"
        ?hidden=${opened.value === null || empty}
        role=${count === 0 ? nothing : 'slider'}
        tabindex=${count === 0 ? nothing : '0'}
        aria-hidden=${count === 0 ? 'true' : nothing}
        aria-label="Marks in the article"
        aria-orientation="vertical"
        aria-controls="article"
        aria-valuemin="0"
        aria-valuemax=${count}
        aria-valuenow=${index + 1}
        aria-valuetext=${marginValue(current, index, count)}
        @keydown=${this.#keyed}
        @mousedown=${(event: Event) => event.preventDefault()}
        @pointerdown=${this.#pointer.down}
        @pointermove=${this.#pointer.move}
        @pointerup=${this.#pointer.up}
        @pointercancel=${this.#pointer.up}
        @pointerleave=${this.#pointer.leave}
      >
        <canvas></canvas>
        <div class="in-view"></div>
        ${this.#focusRing(current)}
      </div>
      ${this.#label()}
    `
  }

  #focusRing(mark: PlacedAnnotation | null) {
    const length = opened.value?.article.text.length ?? 0
    if (mark === null || mark.span === null || length === 0) return nothing
    const { start, end } = mark.span
    return html`<div
      class="focus"
      .style="inset-block-start: ${(100 * start) / length}%; block-size: ${(100 * (end - start)) / length}%"
    ></div>`
  }

  #label() {
    const { place } = this
    if (place === null) return nothing
    const { section, percent, marks, more, cards: titles, hits: found } = place
    return html`<div class="mark-margin-label" aria-hidden="true" .style="--y: ${place.y}px">
      <p class="where">
        <span class="section" dir="auto">${section === '' ? 'At the beginning' : section}</span> ${percent} %
      </p>
      ${marks.map(({ color, quote, note }) => html`<p class="mark ${color}" dir="auto">${quote}${note === '' ? nothing : html`<span class="note" dir="auto">${note}</span>`}</p>`)}
      ${more === 0 ? nothing : html`<p class="more">and ${counted(more, 'more mark', 'more marks')}</p>`}
      ${titles.map(title => html`<p class="card" dir="auto">${title}</p>`)}
      ${found === 0 ? nothing : html`<p class="hits">${counted(found, 'search hit', 'search hits')}</p>`}
    </div>`
  }

  protected override firstUpdated(): void {
    if (this.canvas === null || this.strip === null) return
    this.#drawing = MarginDrawing.on(this.canvas)
    // Tells of another density of pixels, too, as on another screen.
    this.#sizes.observe(this.canvas, { box: 'device-pixel-content-box' })
  }

  /** Keeps up with the marks; another article, or another size, begins anew. */
  #follow(): void {
    const { placed } = placement.value
    if (this.#drawn?.changes !== placed.changes) {
      this.#begin()
      return
    }
    this.#drawing?.follow(placed.changes.slice(this.#drawn.count))
    this.#drawn = { changes: placed.changes, count: placed.changes.length }
  }

  #begin(): void {
    const { placed } = placement.peek()
    this.#drawing?.begin(opened.peek()?.article.text.length ?? 0, placed.list)
    this.#drawn = { changes: placed.changes, count: placed.changes.length }
    this.#showLanes()
    this.#showView()
  }

  #showLanes(): void {
    const shown = cards.peek().flatMap(({ number, passage }) => (number > 0 ? [passage] : []))
    this.#drawing?.showLanes({ cards: shown, hits: hits.peek(), currentHit: hits.peek()[currentHit.peek()] ?? null })
  }

  /** The frame of what is in view, by the text's shares: real heights need not be known for it. */
  #showView(): void {
    const { strip, view } = this
    const length = opened.peek()?.article.text.length ?? 0
    if (strip === null || view === null || length === 0) return
    const rows = strip.clientHeight
    const top = Math.min((firstVisibleOffset.peek() / length) * rows, rows - LEAST_FRAME)
    const height = Math.max(LEAST_FRAME, Math.min(rows, progress.peek() * rows) - top)
    this.#frame = { top, height }
    view.style.transform = `translateY(${top}px)`
    view.style.blockSize = `${height}px`
  }

  #content() {
    const article = opened.peek()?.article
    const rows = this.strip?.clientHeight ?? 0
    const marks = placement.peek().placed.list
    return article === undefined ? null : { article, rows, marks, cards: cards.peek(), hits: hits.peek() }
  }

  #name(y: number | null): void {
    const content = this.#content()
    if (y === null || content === null || y < 0 || y > content.rows) this.place = null
    else this.place = { y, ...placeAt(content, y, offsetAtRow(y, content.rows, content.article.text.length)) }
  }

  /** Brings the text that belongs to a height of the margin to the top of the view. */
  #scrollTo(y: number): void {
    const surface = articleSurface.peek()
    const content = this.#content()
    if (surface === null || content === null) return
    const top = surface.topOf(offsetAtRow(y, content.rows, content.article.text.length))
    if (top !== null) surface.scroller.scrollTo({ top: y <= 0 ? 0 : top - EDGE, behavior: 'instant' })
  }

  #goToMarkAt(y: number): boolean {
    const content = this.#content()
    return content !== null && this.#goTo(marksAt(content, y)[0])
  }

  #goTo(mark: PlacedAnnotation | undefined): boolean {
    if (mark?.span == null) return false
    goToPassage(mark.span)
    focusedAnnotation.value = mark.annotation.id
    markToolsShown.value = false
    return true
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const { placed } = placement.peek()
    const id = focusedAnnotation.peek()
    const current = id === null || placed.get(id)?.span == null ? -1 : placed.indexOf(id)
    const next = placed.firstFrom(firstVisibleOffset.peek())
    const index = markForKey(event.key, current, next, placed.foundCount)
    if (index !== null) this.#goTo(placed.list[index])
    else if (event.key === 'Enter' && id !== null && current >= 0) requestNoteEdit(id, 'note')
    else if (event.key === 'Escape') articleSurface.peek()?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mark-margin': MarkMargin
  }
}

import { LitElement, html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ArrowDown, ArrowUp, EllipsisVertical } from 'lucide'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { foldWords } from '#core/article/filter-documents.ts'
import { documentOrders } from '#core/article/sort-documents.ts'
import type { DocumentOrder } from '#core/article/sort-documents.ts'
import { icon } from '../../components/icon.ts'
import { sheetOfRowsStyles } from '../../components/sheet-of-rows.styles.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { documentCard, documentCells } from './document-cells.ts'
import { documentSentence, orderNames } from './document-words.ts'
import { documentsGridStyles } from './documents-grid.styles.ts'
import { linesInView, placeAfterKey } from './grid-moves.ts'
import { LinePlaces } from './line-places.ts'
import { followPace } from './scroll-pace.ts'

/** What is asked for a document: by a key, a click, or the button of its row; `x` and `y` are where a menu is to stand. */
export interface DocumentAct {
  readonly id: string
  readonly act: 'open' | 'trash' | 'sort-into' | 'menu'
  readonly x: number
  readonly y: number
}
export type DocumentActEvent = CustomEvent<DocumentAct>
export type ChosenEvent = CustomEvent<ReadonlySet<string>>
export type OrderEvent = CustomEvent<DocumentOrder>

/** Heights in CSS pixels, as the styles give them; cards share the width. */
const ROW = 46
const CARD = { height: 300, width: 204 } as const
/** Lines beyond the view that are drawn as well. */
const MARGIN = 4
/** Milliseconds after which typing ahead begins anew. */
const TYPING = 700

/**
 * The library's articles as rows with columns or as cards, an ARIA grid of which only what is near the view is drawn. One article has the
 * keyboard: arrow keys move, letters go to the next title that begins with them, Enter opens, Space chooses several.
 * Properties `documents`, `form`, `order`, `ascending`, `chosen`, `open` (id of the open article).
 * Events `document-act`, `documents-chosen`, `documents-order`.
 */
@customElement('documents-grid')
export class DocumentsGrid extends LitElement {
  static override styles = [sidebarStyles, sheetOfRowsStyles, documentsGridStyles]

  @property({ attribute: false }) documents: readonly DocumentEntry[] = []
  @property() form: 'list' | 'cards' = 'list'
  /** Address below which covers are found. */
  @property() covers = ''
  @property() order: DocumentOrder = 'added'
  @property({ type: Boolean }) ascending = false
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set()
  @property() open: string | null = null
  /** Id of the article that has the keyboard, and where it was listed last. */
  @state() private current: string | null = null
  @state() private top = 0
  @state() private height = 800
  @state() private width = 1_000
  /** Whether the view flies past, so that pictures would be gone before they are seen. */
  @state() private flies = false
  @query('.scroll') private readonly scroller!: HTMLElement
  #at = 0
  #typed = ''
  #typedAt = 0
  /** Ids of the articles whose pictures are shown: those that were drawn when the view last stood, or went slowly. */
  #pictured: ReadonlySet<string> = new Set()
  readonly #places = new LinePlaces()
  readonly #pace = followPace({ top: () => this.scroller.scrollTop, line: () => this.#line }, flies => {
    this.flies = flies
  })
  readonly #resized = new ResizeObserver(() => {
    // Hidden, it has no size; what is drawn stays.
    if (this.scroller.clientHeight === 0) return
    this.height = this.scroller.clientHeight
    this.width = this.scroller.clientWidth
    if (this.scroller.scrollTop !== this.top) this.scroller.scrollTop = this.top
  })

  /** Gives the keyboard to the article that had it. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[data-document][tabindex="0"]')?.focus({ preventScroll: true })
  }

  scrollToTop(): void {
    this.scroller.scrollTop = 0
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('documents')) this.#keepPlace()
    if (this.form === 'cards' && !this.flies) this.#pictured = this.#drawnIds()
  }

  #keepPlace(): void {
    const at = this.documents.findIndex(({ id }) => id === this.current)
    // What is gone leaves the keyboard where it was.
    this.#at = at >= 0 ? at : Math.max(0, Math.min(this.#at, this.documents.length - 1))
    this.current = this.documents[this.#at]?.id ?? null
  }

  protected override firstUpdated(): void {
    this.#resized.observe(this.scroller)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
    this.#pace.stop()
    this.flies = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#resized.observe(this.scroller)
  }

  get #columns(): number {
    return this.form === 'list' ? 1 : Math.max(1, Math.floor((this.width - 24) / CARD.width))
  }

  get #line(): number {
    return this.form === 'list' ? ROW : CARD.height
  }

  get #lines(): number {
    return Math.ceil(this.documents.length / this.#columns)
  }

  protected override render() {
    const isList = this.form === 'list'
    const lines = this.#drawn()
    const places = this.#places.assign(lines)
    return html`
      <div
        class="grid ${this.form}"
        role="grid"
        aria-label="Articles"
        aria-multiselectable="true"
        aria-rowcount=${this.#lines + (isList ? 1 : 0)}
        aria-colcount=${isList ? documentOrders.length : this.#columns}
        @keydown=${this.#key}
      >
        ${
          isList
            ? html`<div class="headings" role="rowgroup">
                <div class="head" role="row" aria-rowindex="1">
                  ${documentOrders.map(order => this.#heading(order))}
                </div>
              </div>`
            : nothing
        }
        <div class="scroll" role="rowgroup" tabindex="-1" @scroll=${this.#scrolled}>
          <div class="sheet" role="presentation" .style="height: ${this.#lines * this.#line}px">
            ${repeat(
              lines,
              line => places.get(line),
              line => (isList ? this.#row(line) : this.#cards(line)),
            )}
          </div>
        </div>
      </div>
    `
  }

  #heading(order: DocumentOrder): TemplateResult {
    const sorted = this.order === order
    return html`<div
      class="heading by-${order}"
      role="columnheader"
      aria-sort=${sorted ? (this.ascending ? 'ascending' : 'descending') : 'none'}
    >
      <button
        type="button"
        title="Sort by ${orderNames[order].toLowerCase()}"
        @click=${() => this.dispatchEvent(new CustomEvent('documents-order', { detail: order }))}
      >
        <span>${orderNames[order]}</span>${sorted ? icon(this.ascending ? ArrowUp : ArrowDown, 13) : nothing}
      </button>
    </div>`
  }

  /** Lines near the view, and the one that has the keyboard. */
  #drawn(): readonly number[] {
    const view = { top: this.top, height: this.height, line: this.#line, lines: this.#lines }
    const [first, last] = linesInView(view, this.form === 'list' ? MARGIN * 3 : 1)
    const near = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    const current = Math.floor(this.#at / this.#columns)
    if (this.documents.length === 0 || (current >= first && current <= last)) return near
    return current < first ? [current, ...near] : [...near, current]
  }

  #drawnIds(): ReadonlySet<string> {
    const columns = this.#columns
    return new Set(
      this.#drawn().flatMap(line => this.documents.slice(line * columns, (line + 1) * columns).map(({ id }) => id)),
    )
  }

  #row(line: number): TemplateResult | typeof nothing {
    const entry = this.documents[line]
    if (entry === undefined) return nothing
    return html`<div
      class="row ${entry.id === this.open ? 'is-open' : ''}"
      role="row"
      aria-rowindex=${line + 2}
      aria-selected=${this.chosen.has(entry.id)}
      aria-label=${documentSentence(entry)}
      tabindex=${entry.id === this.current ? 0 : -1}
      data-document=${entry.id}
      .style="transform: translateY(${line * ROW}px)"
      @focus=${() => this.#stand(line)}
      @click=${(event: MouseEvent) => this.#clicked(event, line)}
      @contextmenu=${(event: MouseEvent) => this.#menu(event, line)}
    >
      ${documentCells(entry)}${this.#more(entry, line)}
    </div>`
  }

  #cards(line: number): TemplateResult {
    const columns = this.#columns
    const from = line * columns
    return html`<div
      class="row"
      role="row"
      aria-rowindex=${line + 1}
      .style="transform: translateY(${line * CARD.height}px); grid-template-columns: repeat(${columns}, minmax(0, 1fr))"
    >
      ${this.documents.slice(from, from + columns).map((entry, column) => {
        const at = from + column
        return html`<div
          class="card ${entry.id === this.open ? 'is-open' : ''}"
          role="gridcell"
          aria-colindex=${column + 1}
          aria-selected=${this.chosen.has(entry.id)}
          tabindex=${entry.id === this.current ? 0 : -1}
          data-document=${entry.id}
          @focus=${() => this.#stand(at)}
          @click=${(event: MouseEvent) => this.#clicked(event, at)}
          @contextmenu=${(event: MouseEvent) => this.#menu(event, at)}
        >
          ${documentCard(entry, this.#pictured.has(entry.id) ? this.covers : null)}${this.#more(entry, at)}
        </div>`
      })}
    </div>`
  }

  /** Of the pointer; with the keyboard the same menu opens by Shift+F10. */
  #more(entry: DocumentEntry, at: number): TemplateResult {
    return html`<span
      class="more"
      aria-hidden="true"
      title="More"
      @click=${(event: MouseEvent) => {
        event.stopPropagation()
        this.#menu(event, at)
      }}
      data-more=${entry.id}
      >${icon(EllipsisVertical, 16)}</span
    >`
  }

  #stand(at: number): void {
    this.#at = at
    this.current = this.documents[at]?.id ?? null
  }

  #clicked(event: MouseEvent, at: number): void {
    const entry = this.documents[at]
    if (entry === undefined) return
    const from = this.#at
    this.#stand(at)
    if (event.shiftKey) this.#choose(this.#between(from, at))
    else if (event.ctrlKey || event.metaKey) this.#toggle(entry.id)
    else {
      this.#choose(new Set())
      this.#act('open', entry.id)
    }
  }

  #menu(event: MouseEvent, at: number): void {
    event.preventDefault()
    const entry = this.documents[at]
    if (entry === undefined) return
    this.#stand(at)
    if (!this.chosen.has(entry.id)) this.#choose(new Set())
    this.#act('menu', entry.id, event.clientX, event.clientY)
  }

  #between(from: number, to: number): ReadonlySet<string> {
    const [first, last] = from < to ? [from, to] : [to, from]
    return new Set([...this.chosen, ...this.documents.slice(first, last + 1).map(({ id }) => id)])
  }

  #toggle(id: string): void {
    const chosen = new Set(this.chosen)
    if (!chosen.delete(id)) chosen.add(id)
    this.#choose(chosen)
  }

  #choose(chosen: ReadonlySet<string>): void {
    if (chosen.size === 0 && this.chosen.size === 0) return
    this.dispatchEvent(new CustomEvent('documents-chosen', { detail: chosen }))
  }

  #act(act: DocumentAct['act'], id: string, x = 0, y = 0): void {
    const detail: DocumentAct = { id, act, x, y }
    this.dispatchEvent(new CustomEvent('document-act', { detail }))
  }

  readonly #scrolled = (): void => {
    if (this.scroller.clientHeight === 0) return
    this.top = this.scroller.scrollTop
    if (this.form === 'cards') this.#pace.moved()
  }

  readonly #key = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0]
    if (!(target instanceof HTMLElement) || target.dataset['document'] === undefined) return
    const id = target.dataset['document']
    if (!this.#answers(event, id, target)) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Does what a key asks for; false when it is none of the grid's. */
  #answers(event: KeyboardEvent, id: string, target: HTMLElement): boolean {
    const { key, shiftKey } = event
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
      const box = target.getBoundingClientRect()
      this.#act('menu', id, box.left + 40, Math.min(box.bottom, box.top + 40))
      return true
    }
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a') {
      this.#choose(new Set(this.documents.map(document => document.id)))
      return true
    }
    if (key === ' ' && !event.altKey && this.#typed === '') {
      this.#toggle(id)
      return true
    }
    if (!isBare) return false
    const shape = { count: this.documents.length, columns: this.#columns, page: Math.floor(this.height / this.#line) }
    const to = placeAfterKey(key, this.#at, shape)
    if (to !== null) {
      if (shiftKey) this.#choose(this.#between(this.#at, to))
      void this.#goTo(to)
      return true
    }
    if (key === 'Enter') this.#act('open', id)
    else if (key === 'Delete') this.#act('trash', id)
    else if (key === 'F2') this.#act('sort-into', id)
    else return key.length === 1 && this.#typeAhead(key)
    return true
  }

  /** Goes to the next title that begins with what was typed in one go. */
  #typeAhead(key: string): boolean {
    const now = performance.now()
    this.#typed = now - this.#typedAt > TYPING ? foldWords(key) : this.#typed + foldWords(key)
    this.#typedAt = now
    setTimeout(() => {
      if (performance.now() - this.#typedAt >= TYPING) this.#typed = ''
    }, TYPING)
    const { length } = this.documents
    // The first letter goes on from here, more letters stay where they still fit.
    const from = this.#typed.length === 1 ? 1 : 0
    for (let step = from; step < length + from; step += 1) {
      const at = (this.#at + step) % length
      if (!foldWords(this.documents[at]?.title ?? '').startsWith(this.#typed)) continue
      void this.#goTo(at)
      break
    }
    return true
  }

  async #goTo(at: number): Promise<void> {
    this.#stand(at)
    const top = Math.floor(at / this.#columns) * this.#line
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top
    else if (top + this.#line > this.scroller.scrollTop + this.height)
      this.scroller.scrollTop = top + this.#line - this.height
    this.top = this.scroller.scrollTop
    await this.updateComplete
    this.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'documents-grid': DocumentsGrid
  }
}

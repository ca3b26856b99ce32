import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ArrowDown, ArrowUp, ChevronRight, FileText } from 'lucide'
import type { AcrossGroup } from '#core/mechanism/across/across-groups.ts'
import { groupSentence } from '#core/mechanism/across/group-words.ts'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import type { GroupOrder, Grouping } from '#core/mechanism/across/across-query.ts'
import { icon } from '../../components/icon.ts'
import { directionSignStyles } from '../mechanisms/direction-sign.styles.ts'
import { sheetOfRowsStyles } from '../../components/sheet-of-rows.styles.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { LitElement } from 'lit'
import { moveInRows, rowAt, rowsOf } from './across-rows.ts'
import type { AcrossRow, AcrossRows, RowMove } from './across-rows.ts'
import { acrossTableStyles } from './across-table.styles.ts'
import { orderNames, statementSentence, thingHeadings } from './across-words.ts'
import { groupCells } from './group-cells.ts'
import { whatIsSaid } from './statement-cells.ts'
import { statementCellsStyles } from './statement-cells.styles.ts'

export type StatementEvent = CustomEvent<AcrossStatement>
export type GroupToggleEvent = CustomEvent<string>
export type GroupOrderEvent = CustomEvent<GroupOrder>

/** Rows above and below the view that are drawn as well, so that scrolling by a notch shows no gap. In CSS pixels. */
const MARGIN = 240

const moves: Partial<Record<string, RowMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
}

/**
 * The library's effects in groups that unfold, as an ARIA tree grid: one row has the keyboard, arrow keys move and unfold, Enter
 * unfolds a group and goes to the passage of a statement. Only the rows near the view are drawn.
 * Properties `groups`, `unfolded` (statements by group; null while they are on their way), `grouping`, `order`.
 * Events `group-toggle`, `group-order`, `statement-choose`.
 */
@customElement('across-table')
export class AcrossTable extends LitElement {
  static override styles = [
    sidebarStyles,
    sheetOfRowsStyles,
    directionSignStyles,
    statementCellsStyles,
    acrossTableStyles,
  ]

  @property({ attribute: false }) groups: readonly AcrossGroup[] = []
  @property({ attribute: false }) unfolded: ReadonlyMap<string, readonly AcrossStatement[] | null> = new Map()
  @property() grouping: Grouping = 'target'
  @property() order: GroupOrder = 'articles'
  /** Id of the row that has the keyboard. */
  @state() private current: string | null = null
  @state() private top = 0
  @state() private height = 800
  @query('.scroll') private readonly scroller!: HTMLElement
  #rows: AcrossRows = rowsOf([], new Map())
  readonly #resized = new ResizeObserver(() => {
    // Hidden, it has no height; what is drawn stays.
    if (this.scroller.clientHeight > 0) this.height = this.scroller.clientHeight
    if (this.scroller.clientHeight > 0 && this.scroller.scrollTop !== this.top) this.scroller.scrollTop = this.top
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('groups') && !changed.has('unfolded')) return
    this.#rows = rowsOf(this.groups, this.unfolded)
    const { rows } = this.#rows
    if (!rows.some(row => row.id === this.current)) this.current = rows[0]?.id ?? null
  }

  protected override firstUpdated(): void {
    this.#resized.observe(this.scroller)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#resized.observe(this.scroller)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
  }

  /** Shows the table from its beginning, as after another filter. */
  scrollToTop(): void {
    this.current = this.#rows.rows[0]?.id ?? null
    this.top = 0
    this.scroller.scrollTop = 0
  }

  /** Gives the keyboard to the row that had it. */
  override focus(): void {
    this.#rowElement(this.current)?.focus({ preventScroll: true })
  }

  protected override render() {
    const { rows, tops } = this.#rows
    return html`
      <div
        class="grid"
        role="treegrid"
        aria-label="Effects of the library"
        aria-rowcount=${rows.length + 1}
        aria-colcount="4"
        @keydown=${this.#key}
      >
        <div class="headings" role="rowgroup">
          <div class="head" role="row" aria-rowindex="1">
            ${this.#heading('name', thingHeadings[this.grouping])} ${this.#heading('verdict', orderNames.verdict)}
            ${this.#heading('articles', orderNames.articles)} ${this.#heading('effects', orderNames.effects)}
          </div>
        </div>
        <div class="scroll" role="rowgroup" tabindex="-1" @scroll=${this.#scrolled}>
          <div class="sheet" role="presentation" .style="height: ${tops.at(-1) ?? 0}px">
            ${repeat(
              this.#drawn(),
              at => rows[at]?.id,
              at => this.#row(at),
            )}
          </div>
        </div>
      </div>
    `
  }

  #heading(order: GroupOrder, name: string): TemplateResult {
    const sorted = this.order === order
    const ascending = order === 'name'
    return html`<div
      class="heading by-${order}"
      role="columnheader"
      aria-sort=${sorted ? (ascending ? 'ascending' : 'descending') : 'none'}
    >
      <button
        type="button"
        title="Sort by ${order === 'verdict' ? 'contradiction' : name.toLowerCase()}"
        @click=${() => this.dispatchEvent(new CustomEvent('group-order', { detail: order }))}
      >
        ${name}${sorted ? icon(ascending ? ArrowUp : ArrowDown, 13) : nothing}
      </button>
    </div>`
  }

  /** Indexes of the rows near the view, and of the one that has the keyboard. */
  #drawn(): readonly number[] {
    const { rows, tops } = this.#rows
    if (rows.length === 0) return []
    const first = rowAt(tops, this.top - MARGIN)
    const last = rowAt(tops, this.top + this.height + MARGIN)
    const near = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    const current = rows.findIndex(row => row.id === this.current)
    if (current < 0 || (current >= first && current <= last)) return near
    return current < first ? [current, ...near] : [...near, current]
  }

  #row(at: number): TemplateResult | typeof nothing {
    const row = this.#rows.rows[at]
    if (row === undefined) return nothing
    const place = `transform: translateY(${this.#rows.tops[at] ?? 0}px)`
    if (row.kind === 'waiting')
      return html`<div class="row waiting" role="row" aria-level="2" aria-rowindex=${at + 2} .style=${place}>
        <span role="gridcell" aria-colspan="4">Reading what the articles say…</span>
      </div>`
    return row.kind === 'group' ? this.#group(row, at, place) : this.#statement(row, at, place)
  }

  #group(row: AcrossRow & { kind: 'group' }, at: number, place: string): TemplateResult {
    const { group, unfolded } = row
    return html`<div
      class="row group"
      role="row"
      aria-level="1"
      aria-rowindex=${at + 2}
      aria-posinset=${row.at + 1}
      aria-setsize=${this.#rows.groups}
      aria-expanded=${unfolded}
      aria-label=${groupSentence(group, this.grouping)}
      tabindex=${row.id === this.current ? 0 : -1}
      data-row=${row.id}
      .style=${place}
      @focus=${() => {
        this.current = row.id
      }}
      @click=${() => this.#toggle(group.name)}
    >
      ${groupCells(group, this.grouping, icon(ChevronRight, 15))}
    </div>`
  }

  #statement(row: AcrossRow & { kind: 'statement' }, at: number, place: string): TemplateResult {
    const { statement } = row
    return html`<div
      class="row statement"
      role="row"
      aria-level="2"
      aria-rowindex=${at + 2}
      aria-posinset=${row.at + 1}
      aria-setsize=${row.of}
      aria-label=${statementSentence(statement)}
      tabindex=${row.id === this.current ? 0 : -1}
      data-row=${row.id}
      .style=${place}
      @focus=${() => {
        this.current = row.id
      }}
      @click=${() => this.#choose(statement)}
    >
      <div class="cell said" role="gridcell" aria-colspan="2">${whatIsSaid(statement)}</div>
      <div class="cell article" role="gridcell" aria-colspan="2" title=${statement.title}>
        ${icon(FileText, 14)}<span>${statement.title}</span>
      </div>
    </div>`
  }

  #toggle(group: string): void {
    this.dispatchEvent(new CustomEvent('group-toggle', { detail: group }))
  }

  #choose(statement: AcrossStatement): void {
    this.dispatchEvent(new CustomEvent('statement-choose', { detail: statement }))
  }

  readonly #scrolled = (): void => {
    if (this.scroller.clientHeight > 0) this.top = this.scroller.scrollTop
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const target = event.composedPath()[0]
    if (!(target instanceof HTMLElement) || target.dataset['row'] === undefined) return
    const from = this.#rows.rows.findIndex(row => row.id === this.current)
    const row = this.#rows.rows[from]
    if (row === undefined || row.kind === 'waiting') return
    const move = moves[event.key]
    if (move !== undefined) void this.#move(from, move)
    else if (event.key === 'ArrowRight' && row.kind === 'group')
      if (row.unfolded) void this.#move(from, 'down')
      else this.#toggle(row.group.name)
    else if (event.key === 'ArrowLeft')
      if (row.kind === 'statement') void this.#move(from, 'out')
      else if (row.unfolded) this.#toggle(row.group.name)
      else return
    else if (event.key === 'Enter' || event.key === ' ')
      if (row.kind === 'group') this.#toggle(row.group.name)
      else this.#choose(row.statement)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  async #move(from: number, move: RowMove): Promise<void> {
    const to = moveInRows(this.#rows, from, move, this.height)
    const row = this.#rows.rows[to]
    if (row === undefined) return
    this.current = row.id
    this.#reveal(to)
    await this.updateComplete
    this.focus()
  }

  /** Scrolls a row into view, when it is not. */
  #reveal(at: number): void {
    const { tops } = this.#rows
    const top = tops[at] ?? 0
    const bottom = tops[at + 1] ?? top
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top
    else if (bottom > this.scroller.scrollTop + this.height) this.scroller.scrollTop = bottom - this.height
    this.top = this.scroller.scrollTop
  }

  #rowElement(id: string | null): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-row]')].find(row => row.dataset['row'] === id)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'across-table': AcrossTable
  }
}

import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Section } from '#core/article/article.ts'
import { focusedAnnotation } from '../../state/focus.ts'
import { WatchingElement } from '../../state/watch.ts'
import { scrollToPart } from '../mechanisms/scroll-to-part.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { groupBySection } from './group-by-section.ts'
import type { SectionGroup } from './group-by-section.ts'
import { firstRows, rowTops, rowsWithin } from './list-rows.ts'
import './note-card.ts'
import { editedNote } from './note-editing.ts'
import type { AnchoredNote } from './notes-aligned.ts'
import { notesListStyles } from './notes-list.styles.ts'

/** Heights of rows that were never on screen, with the space below them, in CSS pixels. */
const LIKELY_HEADING = 44
const LIKELY_NOTE = 86
/** Rows are rendered this far above and below the view. */
const MARGIN = 1_000

/**
 * Notes in a list by section. Of ten thousand only those near the view are in the DOM, and those that have the focus or are
 * edited; empty space stands for the others. Tab always finds the next one, because focus brings what follows into reach.
 * Properties `notes` (in text order), `sections` and `tagsInUse`.
 */
@customElement('notes-list')
export class NotesList extends WatchingElement {
  static override styles = [sidebarStyles, notesListStyles]

  @property({ attribute: false }) notes: readonly AnchoredNote[] = []
  @property({ attribute: false }) sections: readonly Section[] = []
  @property({ attribute: false }) tagsInUse: readonly string[] = []
  #groups: readonly SectionGroup<AnchoredNote>[] = []
  /** Number of each group's heading among all rows, and what stands at each row: a note's id or a heading's section. */
  #firstRows: readonly number[] = []
  #keys: readonly string[] = []
  #rowOf: ReadonlyMap<string, number> = new Map()
  #tops: Float64Array = new Float64Array(1)
  #stale = true
  readonly #heights = new Map<string, number>()
  #rendered = { top: 0, bottom: 0 }
  /** The note that the keyboard is in. */
  #entered: string | null = null
  readonly #observed = new Set<Element>()
  readonly #sizes = new ResizeObserver(entries => this.#measured(entries.map(({ target }) => target)))
  readonly #ownSize = new ResizeObserver(() => this.requestUpdate())

  constructor() {
    super()
    this.addEventListener('scroll', this.#scrolled, { passive: true })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#ownSize.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#ownSize.disconnect()
    this.#sizes.disconnect()
    this.#observed.clear()
  }

  /** Brings a note into view; does nothing when it is not in the list. */
  async reveal(id: string): Promise<void> {
    await this.updateComplete
    const row = this.#rowOf.get(id)
    if (row === undefined || this.clientHeight === 0) return
    const top = this.#tops[row] ?? 0
    const isFar = top < this.scrollTop - this.clientHeight || top > this.scrollTop + 2 * this.clientHeight
    // To glide past a thousand notes helps nobody, and those on the way are not there.
    if (isFar) this.scrollTo({ top: top - this.clientHeight / 3, behavior: 'instant' })
    this.requestUpdate()
    await this.updateComplete
    const card = this.#cards().find(element => element.dataset['id'] === id)
    if (card !== undefined) scrollToPart(this, card)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('notes') && !changed.has('sections')) return
    this.#groups = groupBySection(this.notes, { sections: [...this.sections] })
    this.#firstRows = firstRows(this.#groups)
    this.#keys = this.#groups.flatMap(({ id, items }) => [`section ${id}`, ...items.map(item => item.annotation.id)])
    this.#rowOf = new Map(this.#keys.map((key, row) => [key, row]))
    this.#stale = true
  }

  protected override render() {
    const kept = [focusedAnnotation.value, editedNote.value?.id ?? null, this.#entered]
    if (this.hasUpdated && !this.checkVisibility()) return nothing
    if (this.#stale) this.#tops = rowTops(this.#keys.length, row => this.#heightOf(row))
    this.#stale = false
    this.#rendered = { top: this.scrollTop - MARGIN, bottom: this.scrollTop + this.clientHeight + MARGIN }
    const near = rowsWithin(this.#tops, this.#rendered.top, this.#rendered.bottom)
    const rows = new Set(kept.flatMap(id => (id === null ? [] : (this.#rowOf.get(id) ?? []))))
    for (let row = near.from; row < near.to; row += 1) rows.add(row)
    const sorted = [...rows].toSorted((a, b) => a - b)
    return html`<div @focusin=${this.#focusCame} @focusout=${this.#focusLeft}>${this.#sections(sorted)}</div>`
  }

  /** The sections of these rows, with space for what stands before, between and after them. */
  #sections(rows: readonly number[]): unknown {
    const shown: { readonly group: SectionGroup<AnchoredNote>; readonly first: number; readonly rows: number[] }[] = []
    let number = 0
    for (const row of rows) {
      while ((this.#firstRows[number + 1] ?? Infinity) <= row) number += 1
      const group = this.#groups[number]
      const first = this.#firstRows[number] ?? 0
      const last = shown.at(-1)
      if (last?.group === group) last?.rows.push(row)
      else if (group !== undefined) shown.push({ group, first, rows: [row] })
    }
    let reached = 0
    const parts = shown.map(({ group, first, rows: own }) => {
      const space = this.#space(reached, first)
      reached = first + 1 + group.items.length
      return { key: group.id, content: html`${space}${this.#section(group, first, own)}` }
    })
    return html`${repeat(
      parts,
      ({ key }) => key,
      ({ content }) => content,
    )}${this.#space(reached, this.#keys.length)}`
  }

  #section(group: SectionGroup<AnchoredNote>, first: number, rows: readonly number[]): TemplateResult {
    let reached = first + 1
    const notes = rows.flatMap(row => {
      const placed = group.items[row - first - 1]
      if (placed === undefined) return []
      const space = this.#space(reached, row)
      reached = row + 1
      return [{ placed, space }]
    })
    return html`<section>
      <h3 data-key=${`section ${group.id}`}>
        ${group.path.length === 0 ? 'At the beginning' : group.path.map((title, index) => html`${index > 0 ? html`<span aria-hidden="true"> › </span>` : nothing}${title}`)}
      </h3>
      ${repeat(
        notes,
        ({ placed }) => placed.annotation.id,
        ({ placed, space }) =>
          html`${space}<note-card
              data-id=${placed.annotation.id}
              data-key=${placed.annotation.id}
              .placed=${placed}
              .tagsInUse=${this.tagsInUse}
            ></note-card>`,
      )}
      ${this.#space(reached, first + 1 + group.items.length)}
    </section>`
  }

  /** Empty space as high as the rows from one to another; nothing when there are none between. */
  #space(from: number, to: number): TemplateResult | typeof nothing {
    const height = (this.#tops[to] ?? 0) - (this.#tops[from] ?? 0)
    return height <= 0 ? nothing : html`<div .style="height: ${height}px"></div>`
  }

  #heightOf(row: number): number {
    const key = this.#keys[row] ?? ''
    return this.#heights.get(key) ?? (key.startsWith('section ') ? LIKELY_HEADING : LIKELY_NOTE)
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    const present = new Set<Element>(this.renderRoot.querySelectorAll('[data-key]'))
    for (const row of this.#observed) {
      if (present.has(row)) continue
      this.#sizes.unobserve(row)
      this.#observed.delete(row)
    }
    for (const row of present) {
      if (this.#observed.has(row)) continue
      this.#sizes.observe(row)
      this.#observed.add(row)
    }
  }

  #measured(rows: readonly Element[]): void {
    for (const row of rows) {
      const key = row instanceof HTMLElement ? row.dataset['key'] : undefined
      const { height } = row.getBoundingClientRect()
      if (key === undefined || height === 0) continue
      const { marginBottom } = getComputedStyle(row)
      const whole = height + Number.parseFloat(marginBottom)
      if (this.#heights.get(key) === whole) continue
      this.#heights.set(key, whole)
      this.#stale = true
    }
    // What is on screen stands right by itself; the space around it is corrected when it is next rendered.
    if (this.#stale) this.#scrolled()
  }

  readonly #scrolled = (): void => {
    const { top, bottom } = this.#rendered
    const isNearEnd = this.scrollTop - MARGIN / 2 < top || this.scrollTop + this.clientHeight + MARGIN / 2 > bottom
    if (isNearEnd) this.requestUpdate()
  }

  #cards(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('note-card')]
  }

  readonly #focusCame = (event: FocusEvent): void => {
    const card = event
      .composedPath()
      .find((target): target is HTMLElement => target instanceof HTMLElement && target.localName === 'note-card')
    this.#entered = card?.dataset['id'] ?? null
  }

  readonly #focusLeft = (): void => {
    this.#entered = null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-list': NotesList
  }
}

import { css, html } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Span } from '#core/text/span.ts'
import type { PlacedAnnotation } from '../../state/annotations.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { focusedAnnotation } from '../../state/focus.ts'
import { articleScroll, blockTop, layoutTick } from '../../state/layout.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import './note-card.ts'
import { editedNote } from './note-editing.ts'
import { notesNear } from './notes-near.ts'
import { stackNear } from './stack-notes.ts'

/** An annotation whose passage is known. */
export interface AnchoredNote extends PlacedAnnotation {
  readonly span: Span
}

const GAP = 8
/** How far above its passage's line a note begins, so that its first line of text stands level with it. */
const RISE = 8
/** Height of a note that was never on screen. */
const LIKELY_HEIGHT = 76
/** Notes are rendered this far above and below the view. */
const MARGIN = 600
/** Notes are stacked this far above and below the view, in heights of the view: what stands before pushes what follows. */
const REACH = 3
const WHEEL_LINE = 18

interface StackedNote {
  readonly note: AnchoredNote
  /** Its number among all notes, from 0. */
  readonly number: number
  readonly top: number
}

/**
 * Notes beside their passages: they follow the article's scrolling and never overlap. Only those near the view are in the
 * DOM, and the next one beyond either end, so that Tab leads from each to the next. Properties `notes` (in text order) and `tagsInUse`.
 */
@customElement('notes-aligned')
export class NotesAligned extends WatchingElement {
  static override styles = css`
    :host {
      position: relative;
      display: block;
      overflow: clip;
      contain: strict;
    }
    .layer {
      position: absolute;
      inset: 0 var(--space-3) auto var(--space-3);
      will-change: transform;
    }
    note-card {
      position: absolute;
      inset: 0 0 auto;
      transition: translate var(--calm) ease-out;
    }
    note-card:focus-within,
    note-card[data-focused] {
      z-index: 1;
    }
    @media (prefers-reduced-motion: reduce) {
      note-card {
        transition: none;
      }
    }
  `

  @property({ attribute: false }) notes: readonly AnchoredNote[] = []
  @property({ attribute: false }) tagsInUse: readonly string[] = []
  @query('.layer') private readonly layer!: HTMLElement | null
  readonly #heights = new Map<string, number>()
  /** Heights of the passages' lines, measured once for each layout of the article: asking for them is what costs. */
  readonly #lines = new Map<Span, number | null>()
  #linesOf = -1
  readonly #observed = new Set<Element>()
  /** First and last pixel of the article for which notes are rendered. */
  #rendered = { from: 0, to: 0 }
  /** The note that the keyboard is in, and whether it had to be brought into view for that. */
  #entered: { readonly id: string; readonly brought: boolean } | null = null
  readonly #sizes = new ResizeObserver(entries => this.#measured(entries))
  readonly #ownSize = new ResizeObserver(() => this.requestUpdate())

  constructor() {
    super()
    new Reaction(this, () => this.#follow(articleScroll.value.top))
    this.addEventListener('wheel', this.#wheel, { passive: true })
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

  protected override render() {
    if (this.hasUpdated && !this.checkVisibility()) return html`<div class="layer"></div>`
    if (layoutTick.value !== this.#linesOf) this.#lines.clear()
    this.#linesOf = layoutTick.value
    const { top, viewportHeight } = articleScroll.peek()
    const focused = focusedAnnotation.value
    const kept = new Set([focused, editedNote.value?.id ?? null, this.#entered?.id ?? null])
    this.#rendered = { from: top - MARGIN, to: top + viewportHeight + MARGIN }
    const stack = this.#place(this.#entered?.brought === true ? this.#entered.id : focused, kept)
    const first = stack.findIndex(({ note, top: at }) => at + this.#heightOf(note) > this.#rendered.from)
    const after = stack.findIndex(({ top: at }) => at >= this.#rendered.to)
    const shown = { from: (first < 0 ? stack.length : first) - 1, to: after < 0 ? stack.length : after }
    const near = stack.filter(
      ({ note }, index) => kept.has(note.annotation.id) || (shown.from <= index && index <= shown.to),
    )
    // Heard inside of this element: focus that moves from note to note is not seen from without.
    return html`<div
      class="layer"
      role="list"
      aria-label="Notes beside their passages"
      @focusin=${this.#focusCame}
      @focusout=${this.#focusLeft}
    >
      ${repeat(
        near,
        ({ note }) => note.annotation.id,
        ({ note, number, top: at }) =>
          html`<note-card
            role="listitem"
            aria-posinset=${number + 1}
            aria-setsize=${this.notes.length}
            data-id=${note.annotation.id}
            ?data-focused=${note.annotation.id === focused}
            .style="translate: 0 ${Math.round(at)}px"
            .placed=${note}
            .tagsInUse=${this.tagsInUse}
          ></note-card>`,
      )}
    </div>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    this.#observeCards()
    this.#follow(articleScroll.peek().top)
  }

  #observeCards(): void {
    const present = new Set<Element>(this.renderRoot.querySelectorAll('note-card'))
    for (const card of this.#observed) {
      if (present.has(card)) continue
      this.#sizes.unobserve(card)
      this.#observed.delete(card)
    }
    for (const card of present) {
      if (this.#observed.has(card)) continue
      this.#sizes.observe(card)
      this.#observed.add(card)
    }
  }

  /** Distance of this element's top from the top of the article's view; notes of the first lines begin there. */
  #inset(): number {
    return this.getBoundingClientRect().top - articleScroll.peek().viewportTop
  }

  /** Notes near the view where they fit, in text order, and those to be kept wherever they are. */
  #place(focused: string | null, kept: ReadonlySet<string | null>): readonly StackedNote[] {
    const inset = this.#inset()
    const { from, to } = this.#numbersNear()
    const place = (note: AnchoredNote, at: number): readonly StackedNote[] => {
      const line = this.#lineOf(note.span)
      return line === null ? [] : [{ note, number: at, top: Math.max(line - RISE, inset + GAP) }]
    }
    const placed = this.notes.slice(from, to).flatMap((note, at) => place(note, from + at))
    const request = {
      wanted: placed.map(({ top }) => top),
      heights: placed.map(({ note }) => this.#heightOf(note)),
      gap: GAP,
      limit: articleScroll.peek().contentHeight - GAP,
    }
    const index = placed.findIndex(({ note }) => note.annotation.id === focused)
    const tops = stackNear(request, index < 0 ? undefined : index, articleScroll.peek())
    const stacked = placed.map((note, at) => ({ ...note, top: tops[at] ?? 0 }))
    const far = [...kept].flatMap(id => {
      const at = id === null ? -1 : this.notes.findIndex(({ annotation }) => annotation.id === id)
      const note = at < from || at >= to ? this.notes[at] : undefined
      return note === undefined ? [] : place(note, at)
    })
    return far.length === 0 ? stacked : [...far, ...stacked].toSorted((a, b) => a.number - b.number)
  }

  /** Numbers of the notes that may stand near the view, or push those that do. */
  #numbersNear(): { readonly from: number; readonly to: number } {
    const surface = articleSurface.peek()
    const { viewportTop, viewportHeight } = articleScroll.peek()
    if (surface === null) return { from: 0, to: 0 }
    return notesNear(this.notes, {
      start: surface.offsetAtHeight(viewportTop - REACH * viewportHeight),
      end: surface.offsetAtHeight(viewportTop + (1 + REACH) * viewportHeight),
    })
  }

  #lineOf(span: Span): number | null {
    const known = this.#lines.get(span)
    if (known !== undefined) return known
    const line = blockTop(span.start)
    this.#lines.set(span, line)
    return line
  }

  #heightOf(note: AnchoredNote): number {
    return this.#heights.get(note.annotation.id) ?? LIKELY_HEIGHT
  }

  /** Moves the whole layer with the article; renders anew only when the view nears the end of what is rendered. */
  #follow(top: number): void {
    if (this.layer === null || !this.checkVisibility()) return
    this.layer.style.transform = `translateY(${-top - this.#inset()}px)`
    const { viewportHeight } = articleScroll.peek()
    if (top - MARGIN / 2 < this.#rendered.from || top + viewportHeight + MARGIN / 2 > this.#rendered.to)
      this.requestUpdate()
  }

  #measured(entries: readonly ResizeObserverEntry[]): void {
    let changed = false
    for (const { target } of entries) {
      const id = target instanceof HTMLElement ? target.dataset['id'] : undefined
      const height = target instanceof HTMLElement ? target.offsetHeight : 0
      if (id === undefined || height === 0 || this.#heights.get(id) === height) continue
      this.#heights.set(id, height)
      changed = true
    }
    if (changed) this.requestUpdate()
  }

  /** The notes have no scroll bar of their own: the wheel over them moves the article, and they with it. */
  readonly #wheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.composedPath().some(target => target instanceof HTMLTextAreaElement)) return
    const distance = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * WHEEL_LINE : event.deltaY
    articleSurface.peek()?.scroller.scrollBy({ top: distance, behavior: 'instant' })
  }

  /**
   * A note that Tab leads to comes into view beside its passage, where it stays while it has the focus. One that is in view
   * already stays where it is, so that no button moves away from under the pointer.
   */
  readonly #focusCame = (event: FocusEvent): void => {
    const card = event
      .composedPath()
      .find((target): target is HTMLElement => target instanceof HTMLElement && target.localName === 'note-card')
    const id = card?.dataset['id']
    if (card === undefined || id === undefined || id === this.#entered?.id) return
    const view = this.getBoundingClientRect()
    const box = card.getBoundingClientRect()
    const brought = box.top < view.top || box.top >= view.bottom - GAP
    this.#entered = { id, brought }
    if (!brought) return
    const span = this.notes.find(note => note.annotation.id === id)?.span
    const line = span === undefined ? null : this.#lineOf(span)
    this.requestUpdate()
    if (line !== null)
      articleSurface.peek()?.scroller.scrollTo({ top: line - view.height / 3 - this.#inset(), behavior: 'instant' })
  }

  readonly #focusLeft = (): void => {
    this.#entered = null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-aligned': NotesAligned
  }
}

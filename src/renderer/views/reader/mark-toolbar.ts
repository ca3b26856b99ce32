import { computePosition, flip, inline, offset, shift } from '@floating-ui/dom'
import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { BookA, Check, ChevronLeft, ChevronRight, Copy, NotebookPen, Tag, Trash2, Underline, Waypoints } from 'lucide'
import { annotationColors } from '#core/annotation/annotation.ts'
import { icon } from '../../components/icon.ts'
import type { EdgeMove } from '../../rendering/resize-span.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { articleScroll, layoutTick } from '../../state/layout.ts'
import {
  applyColor,
  applyUnderline,
  copyPassage,
  deleteMark,
  draftCard,
  draftName,
  lastColor,
  leaveMark,
  markTarget,
  markToolsShown,
  resizeMark,
  writeOnMark,
} from '../../state/marking.ts'
import type { MarkTarget } from '../../state/marking.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import { findShown } from '../../state/find.ts'
import { partNearView } from './part-near-view.ts'

/** Distance between the passage and the toolbar, and from the window's edges, in CSS pixels. */
const GAP = 8

/**
 * The tools that stand beside a selection, or beside the mark that was chosen. Tab goes from the article into it and on
 * to the sidebar, Shift+Tab back to the article; the arrow keys move within it, Escape leaves it.
 */
@customElement('mark-toolbar')
export class MarkToolbar extends WatchingElement {
  @query('.mark-toolbar') private readonly bar!: HTMLElement | null
  #placing = 0
  #hadFocus = false

  constructor() {
    super()
    new Reaction(this, () => {
      // Whatever moves the passage on screen moves the toolbar.
      void articleScroll.value
      void layoutTick.value
      void this.#place()
    })
    new Reaction(this, () => {
      const scroller = articleSurface.value?.scroller
      scroller?.addEventListener('keydown', this.#fromArticle)
      return () => scroller?.removeEventListener('keydown', this.#fromArticle)
    })
  }

  protected override createRenderRoot(): this {
    return this
  }

  get #target(): MarkTarget | null {
    const target = markTarget.value
    return target?.kind === 'selection' || markToolsShown.value ? target : null
  }

  protected override render() {
    const target = this.#target
    if (target === null || articleSurface.value === null) return nothing
    const mark = target.kind === 'mark' ? target.mark.annotation : null
    return html`
      <div
        class="mark-toolbar"
        role="toolbar"
        aria-label=${mark === null ? 'Mark the selection' : 'Change the mark'}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @keydown=${this.#keyed}
      >
        <div class="group" role="group" aria-label="Colour">
          ${annotationColors.map(
            (color, index) =>
              html` <button
                class="swatch"
                .style="--swatch: var(--mark-${color}); --swatch-line: var(--line-${color})"
                tabindex=${index === 0 ? 0 : -1}
                aria-label=${mark === null ? `Highlight in ${color}` : `Colour ${color}`}
                aria-pressed=${mark === null ? nothing : mark.color === color}
                title="${color[0]?.toUpperCase() ?? ''}${color.slice(1)} (${index + 1})"
                @click=${() => applyColor(color)}
              >
                ${mark?.color === color ? icon(Check, 14) : nothing}
              </button>`,
          )}
        </div>
        <div class="group">
          ${this.#tool('Underline', 'U', icon(Underline), applyUnderline, mark === null ? null : mark.style === 'underline')}
          ${this.#tool(mark !== null && mark.note !== '' ? 'Edit note' : 'Note', 'N', icon(NotebookPen), () => writeOnMark('note'))}
          ${this.#tool('Tag', 'T', icon(Tag), () => writeOnMark('tags'))}
          ${this.#tool('Copy', 'Ctrl+C', icon(Copy), () => void copyPassage())}
          ${this.#tool('New mechanism from this passage', 'M', icon(Waypoints), draftCard)}
          ${mark === null ? this.#tool('Add to my names', null, icon(BookA), draftName) : nothing}
        </div>
        ${
          mark === null
            ? nothing
            : html` <div class="group" role="group" aria-label="Extent">
                  <span class="edge" aria-hidden="true">start</span>
                  ${this.#edge('Start one word earlier', 'Alt+[', icon(ChevronLeft, 16), 'start-back')}
                  ${this.#edge('Start one word later', 'Alt+Shift+[', icon(ChevronRight, 16), 'start-forward')}
                  <span class="edge" aria-hidden="true">end</span>
                  ${this.#edge('End one word earlier', 'Alt+Shift+]', icon(ChevronLeft, 16), 'end-back')}
                  ${this.#edge('End one word later', 'Alt+]', icon(ChevronRight, 16), 'end-forward')}
                </div>
                <div class="group">${this.#tool('Delete mark', 'Delete', icon(Trash2), deleteMark)}</div>`
        }
      </div>
    `
  }

  #tool(name: string, key: string | null, content: unknown, run: () => void, pressed: boolean | null = null) {
    return html`<button
      class="button quiet square"
      tabindex="-1"
      aria-label=${name}
      title=${key === null ? name : `${name} (${key})`}
      aria-pressed=${pressed ?? nothing}
      .style=${name === 'Underline' ? `--underline: var(--line-${lastColor.value})` : ''}
      @click=${run}
    >
      ${content}
    </button>`
  }

  #edge(name: string, key: string, content: unknown, move: EdgeMove) {
    return html`<button
      class="button quiet narrow"
      tabindex="-1"
      aria-label=${name}
      title="${name} (${key})"
      @click=${() => resizeMark(move)}
    >
      ${content}
    </button>`
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.contains(document.activeElement)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (this.#hadFocus && this.bar === null) articleSurface.peek()?.focus()
    void this.#place()
  }

  async #place(): Promise<void> {
    const { bar } = this
    const target = this.#target
    const surface = articleSurface.peek()
    const range = target === null || surface === null ? null : surface.rangeOf(partNearView(surface, target.span))
    if (bar === null || range === null || surface === null) return
    this.#placing += 1
    const placing = this.#placing
    const reference = {
      getBoundingClientRect: () => range.getBoundingClientRect(),
      getClientRects: () => range.getClientRects(),
      contextElement: surface.scroller,
    }
    const edges = {
      boundary: surface.scroller,
      padding: { top: findShown.peek() ? 60 : GAP, bottom: GAP, left: GAP, right: GAP },
    }
    const { x, y } = await computePosition(reference, bar, {
      strategy: 'fixed',
      placement: 'top',
      middleware: [inline(), offset(GAP), flip(edges), shift({ ...edges, crossAxis: true })],
    })
    if (placing !== this.#placing) return
    const view = surface.scroller.getBoundingClientRect()
    const box = range.getBoundingClientRect()
    bar.toggleAttribute('data-away', box.bottom < view.top || box.top > view.bottom)
    bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }

  readonly #fromArticle = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && !event.shiftKey && this.bar !== null) {
      event.preventDefault()
      this.bar.querySelector<HTMLButtonElement>('button')?.focus()
    } else if (event.key === 'Escape' && !event.defaultPrevented && this.#target !== null) {
      event.preventDefault()
      this.#leave()
    }
  }

  #leave(): void {
    leaveMark()
    articleSurface.peek()?.clearSelection()
    articleSurface.peek()?.focus()
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const buttons = [...(this.bar?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: buttons.length - 1,
    }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      buttons[(next + buttons.length) % buttons.length]?.focus()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      this.#leave()
    } else if (event.key === 'Tab' && event.shiftKey) {
      event.preventDefault()
      articleSurface.peek()?.focus()
    }
  }
}

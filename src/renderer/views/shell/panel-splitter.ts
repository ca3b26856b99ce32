import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { choosePanelWidth, panelWidths } from '../../state/panels.ts'
import type { PanelName } from '../../state/panels.ts'
import { WatchingElement } from '../../state/watch.ts'

/** How far an arrow key moves the edge, in CSS pixels; with Shift four times as far. */
const STEP = 16

/**
 * The edge between a panel and the article, after the ARIA pattern of a window splitter: dragged, moved with the arrow
 * keys, Home and End; a double click or Enter gives the panel its usual width again.
 */
@customElement('panel-splitter')
export class PanelSplitter extends WatchingElement {
  @property() panel: PanelName = 'navigation'
  @property() name = ''
  #grip: { readonly x: number; readonly width: number } | null = null

  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const { min, max, now } = panelWidths[this.panel].value
    return html`<div
      class="splitter"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label="Width of ${this.name}"
      aria-controls=${this.panel}
      aria-valuemin=${min}
      aria-valuemax=${max}
      aria-valuenow=${now}
      aria-valuetext="${now} pixels"
      title="Drag to change the width; double-click for the usual one"
      @pointerdown=${this.#down}
      @pointermove=${this.#moved}
      @pointerup=${this.#released}
      @pointercancel=${this.#released}
      @dblclick=${() => choosePanelWidth(this.panel, null)}
      @keydown=${this.#keyed}
    ></div>`
  }

  /** 1 where the panel grows when its edge moves to the right, -1 where it shrinks. */
  get #direction(): 1 | -1 {
    return this.panel === 'navigation' ? 1 : -1
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const edge = event.currentTarget as HTMLElement
    edge.setPointerCapture(event.pointerId)
    edge.classList.add('held')
    this.#grip = { x: event.clientX, width: panelWidths[this.panel].peek().now }
  }

  readonly #moved = (event: PointerEvent): void => {
    if (this.#grip === null || event.clientX === this.#grip.x) return
    choosePanelWidth(this.panel, this.#grip.width + (event.clientX - this.#grip.x) * this.#direction)
  }

  readonly #released = (event: PointerEvent): void => {
    this.#grip = null
    ;(event.currentTarget as HTMLElement).classList.remove('held')
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const { min, max, now } = panelWidths[this.panel].peek()
    const step = STEP * (event.shiftKey ? 4 : 1) * this.#direction
    const widths: Readonly<Record<string, number | null>> = {
      ArrowRight: now + step,
      ArrowLeft: now - step,
      Home: min,
      End: max,
      Enter: null,
    }
    const width = widths[event.key]
    if (width === undefined) return
    event.preventDefault()
    choosePanelWidth(this.panel, width)
  }
}

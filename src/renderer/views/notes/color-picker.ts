import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom'
import { LitElement, css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { Highlighter, Underline } from 'lucide'
import { annotationColors, annotationStyles } from '#core/annotation/annotation.ts'
import type { AnnotationColor, AnnotationStyle } from '#core/annotation/annotation.ts'
import { icon } from '../../components/icon.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { noteColorStyles } from './note-color.styles.ts'

/** Colour and style of a mark, chosen in a small popover. Properties `color`, `mark`; event `mark-look` with what was chosen. */
@customElement('color-picker')
export class ColorPicker extends LitElement {
  static override styles = [
    sidebarStyles,
    noteColorStyles,
    css`
      :host {
        display: inline-flex;
      }
      .open .dot {
        width: 14px;
        height: 14px;
      }
      .dot {
        display: block;
        border: 1.5px solid var(--line);
        border-radius: 50%;
        background: var(--mark);
      }
      .popover {
        position: fixed;
        inset: 0 auto auto 0;
        margin: 0;
        padding: var(--space-2);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow-high);
      }
      .row {
        display: flex;
        gap: 4px;
      }
      .row + .row {
        margin-top: 6px;
        padding-top: 6px;
        border-top: 1px solid var(--rule);
      }
      .swatch {
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
        padding: 0;
        border: 2px solid transparent;
        border-radius: 50%;
        background: none;
        cursor: pointer;
      }
      .swatch .dot {
        width: 20px;
        height: 20px;
      }
      .swatch[aria-checked='true'] {
        border-color: var(--ink);
      }
    `,
  ]

  @property() color: AnnotationColor = 'yellow'
  @property() mark: AnnotationStyle = 'highlight'
  @state() private open = false
  @query('.open') private readonly button!: HTMLElement
  @query('.popover') private readonly popoverElement!: HTMLElement
  #stopPlacing: (() => void) | null = null

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopPlacing?.()
  }

  protected override render() {
    return html`
      <button
        class="button quiet square open ${this.color}"
        type="button"
        popovertarget="colors"
        aria-haspopup="true"
        aria-expanded=${this.open}
        aria-label="Colour and style: ${this.color} ${this.mark}"
        title="Colour and style"
      >
        <span class="dot"></span>
      </button>
      <div class="popover" id="colors" popover="auto" @beforetoggle=${this.#toggling} @toggle=${this.#toggled}>
        <div class="row" role="radiogroup" aria-label="Colour" @keydown=${this.#arrow}>
          ${annotationColors.map(
            color =>
              html`<button
                class="swatch ${color}"
                type="button"
                role="radio"
                aria-checked=${color === this.color}
                aria-label=${color}
                title=${color}
                tabindex=${color === this.color ? 0 : -1}
                @click=${() => this.#choose({ color })}
              >
                <span class="dot"></span>
              </button>`,
          )}
        </div>
        <div class="row" role="group" aria-label="Style">
          ${annotationStyles.map(
            style =>
              html`<button
                class="button"
                type="button"
                aria-pressed=${style === this.mark}
                @click=${() => this.#choose({ style })}
              >
                ${icon(style === 'highlight' ? Highlighter : Underline, 14)}${style === 'highlight' ? 'Highlight' : 'Underline'}
              </button>`,
          )}
        </div>
      </div>
    `
  }

  #choose(look: { readonly color?: AnnotationColor; readonly style?: AnnotationStyle }): void {
    this.popoverElement.hidePopover()
    this.dispatchEvent(new CustomEvent('mark-look', { detail: look }))
  }

  readonly #arrow = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const swatches = [...this.renderRoot.querySelectorAll<HTMLElement>('.swatch')]
    const at = swatches.indexOf(event.target as HTMLElement)
    swatches[(at + step + swatches.length) % swatches.length]?.focus()
  }

  /** The focus that was in the popover goes back to the button that opened it. */
  readonly #toggling = (event: ToggleEvent): void => {
    if (event.newState === 'closed' && this.popoverElement.matches(':focus-within'))
      this.button.focus({ preventScroll: true })
  }

  readonly #toggled = (event: ToggleEvent): void => {
    this.open = event.newState === 'open'
    this.#stopPlacing?.()
    this.#stopPlacing = null
    if (!this.open) return
    this.#stopPlacing = autoUpdate(this.button, this.popoverElement, () => void this.#place())
    this.renderRoot.querySelector<HTMLElement>('.swatch[aria-checked=true]')?.focus()
  }

  async #place(): Promise<void> {
    const { x, y } = await computePosition(this.button, this.popoverElement, {
      placement: 'bottom-end',
      strategy: 'fixed',
      middleware: [offset(6), flip({ padding: 12 }), shift({ padding: 12 })],
    })
    this.popoverElement.style.translate = `${x}px ${y}px`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'color-picker': ColorPicker
  }
}

import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { IconNode } from 'lucide'
import { sidebarStyles } from '../views/mechanisms/sidebar.styles.ts'
import { icon } from './icon.ts'

export interface MenuAction {
  readonly label: string
  readonly icon: IconNode
  readonly key?: string
  readonly disabled?: boolean
  /** Whether a line stands above it. */
  readonly apart?: boolean
  readonly run: () => void
}

/** Room between the menu and the window's edge, in CSS pixels. */
const EDGE = 8

/**
 * A menu at a point of the window, by the menu pattern of ARIA: arrow keys, Home, End and first letters move, Enter chooses, Escape closes and
 * gives the focus back. Property `actions`; method `openAt`.
 */
@customElement('action-menu')
export class ActionMenu extends LitElement {
  static override styles = [
    sidebarStyles,
    css`
      [popover] {
        position: fixed;
        inset: auto;
        min-width: 220px;
        margin: 0;
        padding: 5px;
        border: 1px solid var(--rule);
        border-radius: var(--radius-large);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow-high);
      }
      button {
        display: flex;
        align-items: center;
        gap: 10px;
        width: 100%;
        padding: 7px 10px;
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: start;
        cursor: pointer;
      }
      button:is(:hover, :focus-visible):not(:disabled) {
        background: var(--accent-soft);
      }
      button:disabled {
        color: var(--ink-soft);
        cursor: default;
      }
      .icon {
        color: var(--ink-soft);
      }
      kbd {
        margin-inline-start: auto;
        padding-inline-start: 16px;
        color: var(--ink-soft);
        font: inherit;
        font-size: 12px;
      }
      hr {
        margin: 5px 0;
        border: 0;
        border-top: 1px solid var(--rule);
      }
    `,
  ]

  @property({ attribute: false }) actions: readonly MenuAction[] = []
  @property() label = 'Actions'
  @query('[popover]') private readonly menu!: HTMLElement
  #returnTo: HTMLElement | null = null
  /** Whether a button of the pointer is held down. */
  #isHeld = false

  override connectedCallback(): void {
    super.connectedCallback()
    for (const name of ['pointerdown', 'pointerup', 'pointercancel'] as const)
      window.addEventListener(name, this.#held, { capture: true })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const name of ['pointerdown', 'pointerup', 'pointercancel'] as const)
      window.removeEventListener(name, this.#held, { capture: true })
  }

  /** Shows these actions with their corner at a point of the window; `returnTo` gets the focus back. */
  async openAt(actions: readonly MenuAction[], x: number, y: number, returnTo: HTMLElement | null): Promise<void> {
    this.actions = actions
    this.#returnTo = returnTo
    await this.updateComplete
    await this.#released()
    this.menu.showPopover()
    const { width, height } = this.menu.getBoundingClientRect()
    this.menu.style.left = `${Math.max(EDGE, Math.min(x, window.innerWidth - width - EDGE))}px`
    this.menu.style.top = `${Math.max(EDGE, Math.min(y, window.innerHeight - height - EDGE))}px`
    this.#items[0]?.focus()
  }

  get #items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  }

  protected override render() {
    return html`<div popover role="menu" aria-label=${this.label} @keydown=${this.#key} @toggle=${this.#toggled}>
      ${this.actions.map(
        action => html`
          ${action.apart === true ? html`<hr role="separator" />` : nothing}
          <button
            type="button"
            role="menuitem"
            tabindex="-1"
            @pointermove=${this.#pointed}
            ?disabled=${action.disabled === true}
            @click=${() => this.#choose(action)}
          >
            ${icon(action.icon, 16)}<span>${action.label}</span>${action.key === undefined ? nothing : html`<kbd>${action.key}</kbd>`}
          </button>
        `,
      )}
    </div>`
  }

  readonly #held = ({ type, buttons }: PointerEvent): void => {
    this.#isHeld = type !== 'pointercancel' && buttons !== 0
  }

  /**
   * Waits until no button is held down. On Linux and macOS the menu is asked for when the right one goes down, and coming up again beside a
   * menu that stands open closes it.
   */
  async #released(): Promise<void> {
    while (this.#isHeld) await new Promise(resolve => requestAnimationFrame(resolve))
  }

  #choose(action: MenuAction): void {
    this.menu.hidePopover()
    // Before the action: a dialog that it opens gives the focus back to what had it then.
    this.#giveBack()
    action.run()
  }

  #giveBack(): void {
    this.#returnTo?.focus()
    this.#returnTo = null
  }

  /** One item at a time is lit, by whatever hand. */
  readonly #pointed = (event: PointerEvent): void => (event.currentTarget as HTMLElement).focus()

  readonly #toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') this.#giveBack()
  }

  readonly #key = (event: KeyboardEvent): void => {
    const items = this.#items
    const at = items.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement)
    const last = items.length - 1
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      Home: 0,
      End: last,
    }
    const begins = (item: HTMLElement): boolean =>
      item.innerText.trim().toLowerCase().startsWith(event.key.toLowerCase())
    const to = places[event.key] ?? (event.key.length === 1 ? items.findIndex(begins) : -1)
    event.stopPropagation()
    if (event.key === 'Tab') this.menu.hidePopover()
    if (to < 0) return
    event.preventDefault()
    items[to]?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'action-menu': ActionMenu
  }
}

import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { sidebarStyles } from './sidebar.styles.ts'

/** The article's own words, cut after `lines` lines until the reader asks for all of them. Property `quote`. */
@customElement('passage-quote')
export class PassageQuote extends LitElement {
  static override styles = [
    sidebarStyles,
    css`
      :host {
        display: block;
      }
      blockquote {
        padding-left: var(--space-3);
        border-left: 2px solid var(--quote-edge, var(--rule-strong));
        color: var(--ink-soft);
        font: 400 14.5px / 1.5 var(--font-serif);
        overflow-wrap: anywhere;
      }
      .clamped {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
      .link {
        margin: 4px 0 0 calc(var(--space-3) + 2px);
      }
    `,
  ]

  @property() quote = ''
  @property({ type: Number }) lines = 3
  @state() private whole = false
  @state() private cut = false
  @query('blockquote') private readonly block!: HTMLElement
  readonly #resized = new ResizeObserver(() => this.#measure())

  protected override firstUpdated(): void {
    this.#resized.observe(this.block)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#resized.observe(this.block)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
  }

  protected override render() {
    return html`
      <blockquote class=${this.whole ? '' : 'clamped'} .style="-webkit-line-clamp: ${this.lines}">
        ${this.quote}
      </blockquote>
      ${
        this.cut || this.whole
          ? html`<button class="link" type="button" aria-expanded=${this.whole} @click=${this.#toggle}>
              ${this.whole ? 'Show less' : 'Show the whole passage'}
            </button>`
          : nothing
      }
    `
  }

  #measure(): void {
    if (!this.whole) this.cut = this.block.scrollHeight > this.block.clientHeight + 1
  }

  readonly #toggle = (event: Event): void => {
    event.stopPropagation()
    this.whole = !this.whole
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'passage-quote': PassageQuote
  }
}

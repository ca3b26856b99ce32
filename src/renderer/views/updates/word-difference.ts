import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DifferencePart } from '#core/anchoring/verdict.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { changeInWords, changesIn, shortDifference, sideOf } from './difference-words.ts'

/** Changes that are told one by one to those who do not see them; beyond that the two texts speak for themselves. */
const TOLD = 5

/**
 * Old and new words one above the other, side by side where there is room. Property `parts`; `was` and `now` name the two.
 * Words that went are struck through, words that came are underlined: neither is told by its colour alone.
 */
@customElement('word-difference')
export class WordDifference extends LitElement {
  static override styles = [
    sidebarStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
      }
      dl > div {
        display: grid;
        grid-template-columns: 46px minmax(0, 1fr);
        gap: var(--space-2);
        align-items: baseline;
      }
      dt {
        color: var(--ink-faint);
        font-size: var(--text-small);
        font-weight: 500;
      }
      dd {
        color: var(--ink-soft);
        font: 400 14px / 1.5 var(--font-serif);
        text-align: start;
        overflow-wrap: anywhere;
      }
      del,
      ins {
        border-radius: 3px;
        color: var(--ink);
        -webkit-box-decoration-break: clone;
        box-decoration-break: clone;
      }
      del {
        background: var(--down-soft);
        text-decoration: line-through 1.5px var(--down);
      }
      ins {
        background: var(--up-soft);
        text-decoration: underline 2px var(--up);
        text-underline-offset: 3px;
      }
      .link {
        margin: 4px 0 0 54px;
      }
      @container (min-width: 520px) {
        dl {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: var(--space-4);
        }
        dl > div {
          grid-template-columns: minmax(0, 1fr);
          gap: 2px;
          align-content: start;
        }
        .link {
          margin-inline-start: 0;
        }
      }
    `,
  ]

  @property({ attribute: false }) parts: readonly DifferencePart[] = []
  @property() was = 'Before'
  @property() now = 'Now'
  @state() private whole = false

  protected override render() {
    const short = shortDifference(this.parts)
    const canGrow = short.some((part, index) => part.text !== this.parts[index]?.text)
    const parts = this.whole ? this.parts : short
    return html`
      <p class="visually-hidden">${this.#told()}</p>
      <dl>
        <div>
          <dt>${this.was}</dt>
          <dd dir="auto">${this.#side(parts, 'removed')}</dd>
        </div>
        <div>
          <dt>${this.now}</dt>
          <dd dir="auto">${this.#side(parts, 'added')}</dd>
        </div>
      </dl>
      ${
        canGrow
          ? html`<button class="link" type="button" aria-expanded=${this.whole} @click=${this.#toggle}>
              ${this.whole ? 'Show less' : 'Show the whole passage'}
            </button>`
          : nothing
      }
    `
  }

  #side(parts: readonly DifferencePart[], kind: 'removed' | 'added') {
    return sideOf(parts, kind).map(({ isChanged, text }) => {
      if (!isChanged) return text
      // The blanks around changed words are not struck through or underlined with them.
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
      return html`${before}${kind === 'removed' ? html`<del>${words}</del>` : html`<ins>${words}</ins>`}${after}`
    })
  }

  #told(): string {
    const changes = changesIn(this.parts)
    const rest = changes.length - TOLD
    const more = rest > 0 ? `; ${rest} more ${rest === 1 ? 'change' : 'changes'}` : ''
    return `${changes.slice(0, TOLD).map(changeInWords).join('; ')}${more}.`
  }

  readonly #toggle = (event: Event): void => {
    event.stopPropagation()
    this.whole = !this.whole
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'word-difference': WordDifference
  }
}

import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { ChevronDown, ChevronUp, Search, X } from 'lucide'
import { icon } from '../../components/icon.ts'
import {
  changeQuery,
  closeFind,
  currentHit,
  findQuery,
  findRequests,
  findShown,
  hits,
  stepHit,
} from '../../state/find.ts'
import { WatchingElement } from '../../state/watch.ts'

/** The bar for finding words in the article. */
@customElement('find-bar')
export class FindBar extends WatchingElement {
  @query('input') private readonly input!: HTMLInputElement | null
  #answered = findRequests.peek()

  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    // Read here so that a second Ctrl+F brings the bar back into focus.
    const asked = findRequests.value
    if (!findShown.value || asked === 0) return nothing
    const count = hits.value.length
    const status =
      findQuery.value.trim() === '' ? '' : count === 0 ? 'Not found' : `${currentHit.value + 1} of ${count}`
    return html`
      <search class="find" aria-label="Find in the article" @keydown=${this.#keyed}>
        <span class="magnifier">${icon(Search, 16)}</span>
        <input
          type="text"
          aria-label="Find in the article"
          placeholder="Find in the article"
          spellcheck="false"
          autocomplete="off"
          .value=${findQuery.value}
          @input=${this.#typed}
          aria-describedby="find-status"
        />
        <output id="find-status" class=${count === 0 && status !== '' ? 'none' : ''}>${status}</output>
        <button
          class="button quiet square"
          aria-label="Previous hit"
          title="Previous hit (Shift+F3)"
          ?disabled=${count === 0}
          @click=${() => stepHit(-1)}
        >
          ${icon(ChevronUp)}
        </button>
        <button
          class="button quiet square"
          aria-label="Next hit"
          title="Next hit (F3)"
          ?disabled=${count === 0}
          @click=${() => stepHit(1)}
        >
          ${icon(ChevronDown)}
        </button>
        <button class="button quiet square" aria-label="Close" title="Close (Escape)" @click=${closeFind}>
          ${icon(X)}
        </button>
      </search>
    `
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (findRequests.peek() === this.#answered) return
    this.#answered = findRequests.peek()
    this.input?.focus()
    this.input?.select()
  }

  readonly #typed = (event: InputEvent): void => {
    changeQuery((event.target as HTMLInputElement).value)
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      closeFind()
    } else if (event.key === 'Enter' && event.target === this.input) {
      event.preventDefault()
      stepHit(event.shiftKey ? -1 : 1)
    }
  }
}

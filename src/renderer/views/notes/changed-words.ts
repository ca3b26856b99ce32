import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Archive, Check, TextSelect } from 'lucide'
import type { Annotation } from '#core/annotation/annotation.ts'
import type { DifferencePart } from '#core/anchoring/verdict.ts'
import { icon } from '../../components/icon.ts'
import { beginAttaching } from '../../state/attaching.ts'
import { selectedSpan } from '../../state/focus.ts'
import { WatchingElement } from '../../state/watch.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import '../updates/word-difference.ts'

/**
 * Says that the words under a mark are not those that it was made on, and what they were. Properties `annotation` and
 * `difference`; events `mark-keep-words`, `mark-set-aside`, and `mark-attach` with the span of the selection.
 */
@customElement('changed-words')
export class ChangedWords extends WatchingElement {
  static override styles = [
    sidebarStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
        cursor: default;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
    `,
  ]

  @property({ attribute: false }) annotation!: Annotation
  @property({ attribute: false }) difference: readonly DifferencePart[] = []

  protected override render() {
    const span = selectedSpan.value
    return html`
      <word-difference .parts=${this.difference}></word-difference>
      <div class="choices" role="group" aria-label="What to do with this ${this.annotation.style}">
        <button class="button" type="button" @click=${() => this.#tell('mark-keep-words')}>
          ${icon(Check, 15)}Keep on the new words
        </button>
        <button
          class="button"
          type="button"
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => (span === null ? beginAttaching(this.annotation.id) : this.#tell('mark-attach', span))}
        >
          ${icon(TextSelect, 15)}${span === null ? 'Choose other words…' : 'Attach to the selection'}
        </button>
        <button
          class="button"
          type="button"
          title="Take the ${this.annotation.style} off these words and keep it with the words it was made on"
          @click=${() => this.#tell('mark-set-aside')}
        >
          ${icon(Archive, 15)}Not the same: set aside
        </button>
      </div>
    `
  }

  #tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'changed-words': ChangedWords
  }
}

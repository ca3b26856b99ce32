import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { TextSelect, X } from 'lucide'
import { icon } from '../../components/icon.ts'
import { attachSelection, attaching, cancelAttaching } from '../../state/attaching.ts'
import { selectedSpan } from '../../state/focus.ts'
import { WatchingElement } from '../../state/watch.ts'

/** Stands over the article while the reader chooses the words that a mark is to be attached to. */
@customElement('attach-bar')
export class AttachBar extends WatchingElement {
  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const placed = attaching.value
    if (placed === null) return nothing
    const { style, selectors, madeOn } = placed.annotation
    return html`
      <section class="attach-bar" aria-label="Attach a ${style}">
        <p>
          <strong>Select the words for this ${style}.</strong>
          <span class="quote" dir="auto">${madeOn ?? selectors.quote.exact}</span>
        </p>
        <button
          class="button primary"
          title="Attach (Enter)"
          ?disabled=${selectedSpan.value === null}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${attachSelection}
        >
          ${icon(TextSelect, 16)} Attach here
        </button>
        <button class="button quiet square" aria-label="Cancel" title="Cancel (Escape)" @click=${cancelAttaching}>
          ${icon(X)}
        </button>
      </section>
    `
  }
}

import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { RotateCcw } from 'lucide'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'

/** The cards that the reader rejected, folded away, each to be restored. */
export const rejectedCards = (
  rejected: readonly ShownCard[],
  restore: (card: ShownCard) => void,
): TemplateResult | typeof nothing =>
  rejected.length === 0
    ? nothing
    : html`<details class="rejected">
        <summary>${counted(rejected.length, 'rejected card', 'rejected cards')}</summary>
        <ul>
          ${rejected.map(
            card =>
              html`<li>
                <span>${card.title}</span>
                <button
                  class="button quiet"
                  type="button"
                  aria-label="Restore: ${card.title}"
                  @click=${() => restore(card)}
                >
                  ${icon(RotateCcw, 15)}Restore
                </button>
              </li>`,
          )}
        </ul>
      </details>`

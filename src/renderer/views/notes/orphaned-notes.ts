import { css, html } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { TextSelect, Unlink } from 'lucide'
import { icon } from '../../components/icon.ts'
import { moveAnnotation } from '../../state/annotations.ts'
import type { PlacedAnnotation } from '../../state/annotations.ts'
import { lastSelectedSpan } from '../../state/focus.ts'
import { WatchingElement } from '../../state/watch.ts'
import { followPassage } from '../mechanisms/lit-passages.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import './note-card.ts'

/** Marks whose passage is gone: kept with the words they stood on, and attached again where the reader says. */
@customElement('orphaned-notes')
export class OrphanedNotes extends WatchingElement {
  static override styles = [
    sidebarStyles,
    css`
      :host {
        display: block;
      }
      details {
        padding: var(--space-3);
        border: 1px solid var(--warning);
        border-radius: var(--radius);
        background: var(--warning-soft);
      }
      summary {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--warning);
        font-size: var(--text-small);
        font-weight: 600;
        cursor: pointer;
      }
      summary::after {
        content: 'Show';
        margin-left: auto;
        font-weight: 500;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      details[open] summary::after {
        content: 'Hide';
      }
      p {
        margin-top: var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        max-height: 40vh;
        margin-top: var(--space-3);
        overflow-y: auto;
      }
      .button {
        margin-top: var(--space-1);
      }
    `,
  ]

  @property({ attribute: false }) notes: readonly PlacedAnnotation[] = []
  @property({ attribute: false }) tagsInUse: readonly string[] = []

  protected override render() {
    const count = this.notes.length
    return html`<details>
      <summary>
        ${icon(Unlink, 15)}${count === 1 ? '1 mark has lost its passage' : `${count} marks have lost their passage`}
      </summary>
      <p>
        The text they stood on changed. They are kept. To attach one again, select its passage in the article first.
      </p>
      <ul>
        ${this.notes.map(placed => this.#orphan(placed))}
      </ul>
    </details>`
  }

  #orphan(placed: PlacedAnnotation): TemplateResult {
    return html`<li>
      <note-card .placed=${placed} .tagsInUse=${this.tagsInUse}></note-card>
      <button
        class="button"
        type="button"
        ?disabled=${lastSelectedSpan.value === null}
        @click=${() => this.#attach(placed)}
      >
        ${icon(TextSelect, 15)}Attach to the selection
      </button>
    </li>`
  }

  #attach({ annotation }: PlacedAnnotation): void {
    const span = lastSelectedSpan.peek()
    if (span === null) return
    moveAnnotation(annotation.id, span, 'attach to a passage')
    followPassage(span)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orphaned-notes': OrphanedNotes
  }
}

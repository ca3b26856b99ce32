import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Check } from 'lucide'
import type { Annotation } from '#core/annotation/annotation.ts'
import { icon } from '../../components/icon.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { noteColorStyles } from './note-color.styles.ts'
import { colorCounts, isFiltering, noFilter, tagCounts, toggled } from './note-filter.ts'
import type { NoteFilter } from './note-filter.ts'

/** The colours and tags in use, each to be chosen or not. Properties `annotations`, `filter`; event `filter-change`. */
@customElement('note-filter-bar')
export class NoteFilterBar extends LitElement {
  static override styles = [
    sidebarStyles,
    noteColorStyles,
    css`
      :host {
        display: block;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 5px;
      }
      .row + .row {
        margin-top: 6px;
        max-height: 92px;
        overflow-y: auto;
      }
      .color,
      .tag {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        min-height: 26px;
        padding: 1px 8px;
        border: 1px solid var(--rule);
        border-radius: 13px;
        background: var(--raised);
        color: var(--ink-soft);
        font-size: var(--text-small);
        cursor: pointer;
      }
      .tag {
        max-width: 100%;
        text-align: left;
        overflow-wrap: anywhere;
      }
      .tag .number {
        white-space: nowrap;
      }
      .dot {
        width: 13px;
        height: 13px;
        border: 1.5px solid var(--line);
        border-radius: 50%;
        background: var(--mark);
      }
      .color[aria-pressed='true'] {
        border-color: var(--line);
        background: var(--mark);
        color: var(--ink);
      }
      .tag[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent-soft);
        color: var(--ink);
      }
      .color[aria-pressed='true'] .dot {
        display: none;
      }
    `,
  ]

  @property({ attribute: false }) annotations: readonly Annotation[] = []
  @property({ attribute: false }) filter: NoteFilter = noFilter

  protected override render() {
    const tags = tagCounts(this.annotations)
    const { filter } = this
    return html`
      <div class="row" role="group" aria-label="Show colours">
        ${colorCounts(this.annotations).map(
          ([color, count]) =>
            html`<button
              class="color ${color}"
              type="button"
              aria-pressed=${filter.colors.includes(color)}
              aria-label="${color}, ${count}"
              title=${color}
              @click=${() => this.#change({ ...filter, colors: toggled(filter.colors, color) })}
            >
              <span class="dot"></span>${filter.colors.includes(color) ? icon(Check, 13) : nothing}<span class="number"
                >${count}</span
              >
            </button>`,
        )}
        ${isFiltering(filter) ? html`<button class="link" type="button" @click=${() => this.#change(noFilter)}>Show all</button>` : nothing}
      </div>
      ${
        tags.length === 0
          ? nothing
          : html`<div class="row" role="group" aria-label="Show tags">
              ${tags.map(
                ([tag, count]) =>
                  html`<button
                    class="tag"
                    type="button"
                    aria-pressed=${filter.tags.includes(tag)}
                    @click=${() => this.#change({ ...filter, tags: toggled(filter.tags, tag) })}
                  >
                    <bdi>${tag}</bdi> <span class="faint number">${count}</span>
                  </button>`,
              )}
            </div>`
      }
    `
  }

  #change(filter: NoteFilter): void {
    this.dispatchEvent(new CustomEvent('filter-change', { detail: filter }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-filter-bar': NoteFilterBar
  }
}

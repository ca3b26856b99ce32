import { LitElement, html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { ChevronDown } from 'lucide'
import type { Section } from '#core/article/article.ts'
import { directions } from '#core/mechanism/mechanism.ts'
import type { Direction } from '#core/mechanism/mechanism.ts'
import { counted } from '../../components/counted.ts'
import '../../components/entity-picker.ts'
import type { EntityPickEvent } from '../../components/entity-picker.ts'
import type { EntityChoice } from '../../components/suggest-entities.ts'
import { icon } from '../../components/icon.ts'
import { isFiltering } from './card-filter.ts'
import type { CardFilter, FilterCounts } from './card-filter.ts'
import { cardFilterBarStyles } from './card-filter-bar.styles.ts'
import { choiceStyles } from './choice.styles.ts'
import { directionSignStyles } from './direction-sign.styles.ts'
import { directionSign } from './direction-sign.ts'
import { directionNames } from './effect-words.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** How many cards and effects are shown of how many. */
export interface ShownCounts {
  readonly cards: number
  readonly effects: number
  readonly allCards: number
  readonly allEffects: number
}

/** "3 of 12 mechanisms, 5 of 26 effects". */
export const shownInWords = ({ cards, effects, allCards, allEffects }: ShownCounts): string =>
  `${cards} of ${counted(allCards, 'mechanism', 'mechanisms')}, ${effects} of ${counted(allEffects, 'effect', 'effects')}`

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement).value

/**
 * What narrows the cards. Properties `filter`, `counts` (what each choice would leave), `entities` to pick
 * from, `sections` in order, `shown`. Events: `filter-change` with the new filter, `filter-clear`, and
 * `entity-ask` when the field for entities is first used.
 */
@customElement('card-filter-bar')
export class CardFilterBar extends LitElement {
  static override styles = [sidebarStyles, directionSignStyles, choiceStyles, cardFilterBarStyles]

  @property({ attribute: false }) filter!: CardFilter
  @property({ attribute: false }) counts!: FilterCounts
  @property({ attribute: false }) entities: readonly EntityChoice[] = []
  @property({ attribute: false }) sections: readonly Section[] = []
  @property({ attribute: false }) shown!: ShownCounts

  protected override render() {
    const { filter } = this
    return html`
      <div class="row">
        <entity-picker
          .choices=${this.entities}
          .selected=${filter.entity}
          placeholder="Any entity"
          @entity-pick=${(event: EntityPickEvent) => this.#change({ entity: event.detail })}
          @entity-ask=${() => this.dispatchEvent(new CustomEvent('entity-ask'))}
        ></entity-picker>
        ${this.#sections()}
      </div>
      <div class="segments" role="group" aria-label="Filter by direction">
        <button
          class="button"
          type="button"
          aria-pressed=${filter.direction === null}
          @click=${() => this.#change({ direction: null })}
        >
          All <span class="faint number">${this.counts.allDirections}</span>
        </button>
        ${directions.map(direction => this.#direction(direction))}
      </div>
      ${isFiltering(filter) ? this.#left() : nothing}
    `
  }

  /** A direction that the other choices leave none of cannot be chosen. */
  #direction(direction: Direction): TemplateResult {
    const chosen = this.filter.direction === direction
    const count = this.counts.directions[direction]
    return html`<button
      class="button"
      type="button"
      aria-pressed=${chosen}
      aria-label="${capital(directionNames[direction])}, ${count}"
      title=${capital(directionNames[direction])}
      ?disabled=${count === 0 && !chosen}
      @click=${() => this.#change({ direction: chosen ? null : direction })}
    >
      ${directionSign({ direction, negated: false, hedged: false }, 13)}<span class="faint number">${count}</span>
    </button>`
  }

  #sections(): TemplateResult | typeof nothing {
    const { counts, filter } = this
    const sections = this.sections.filter(({ id }) => counts.sections.has(id) || id === filter.section)
    if (sections.length < 2 && filter.section === null) return nothing
    const least = Math.min(...sections.map(({ level }) => level))
    return html`<div class="choice" ?data-chosen=${filter.section !== null}>
      <select
        aria-label="Filter by section"
        .value=${live(filter.section ?? '')}
        @change=${(event: Event) => this.#change({ section: valueOf(event) === '' ? null : valueOf(event) })}
      >
        <option value="" ?selected=${filter.section === null}>Any section</option>
        ${sections.map(
          ({ id, level, title }) =>
            html`<option value=${id} ?selected=${id === filter.section}>
              ${'\u2003'.repeat(level - least)}${title} (${counts.sections.get(id) ?? 0})
            </option>`,
        )}
      </select>
      ${icon(ChevronDown, 13)}
    </div>`
  }

  #left(): TemplateResult {
    return html`<p class="left">
      <span class="number">${shownInWords(this.shown)}</span>
      <button class="link" type="button" @click=${() => this.dispatchEvent(new CustomEvent('filter-clear'))}>
        Clear filters<kbd aria-hidden="true">Esc</kbd>
      </button>
    </p>`
  }

  #change(changes: Partial<CardFilter>): void {
    this.dispatchEvent(new CustomEvent('filter-change', { detail: { ...this.filter, ...changes } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'card-filter-bar': CardFilterBar
  }
}

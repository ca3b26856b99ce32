import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { BookA, Plus } from 'lucide'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { opened } from '../../state/article.ts'
import { askForNames } from '../../state/names.ts'
import { openNames } from '../../state/own-names.ts'
import { WatchingElement } from '../../state/watch.ts'
import './card-filter-bar.ts'
import type { CardFilter } from './card-filter.ts'
import './map-panel.ts'
import { mechanismsHeadStyles } from './mechanisms-head.styles.ts'
import {
  cardFilter,
  clearFilters,
  entityChoices,
  filterCounts,
  filteredCards,
  setFilter,
  shownCounts,
} from './shown-cards.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** How many mechanisms there are, their map, and what narrows and orders the cards. Event `card-add` to write a new one. */
@customElement('mechanisms-head')
export class MechanismsHead extends WatchingElement {
  static override styles = [sidebarStyles, mechanismsHeadStyles]

  protected override render() {
    const counts = shownCounts.value
    const choices = filterCounts.value
    return html`
      <header class="head">
        <h2>
          <span class="number">${counted(counts.allCards, 'mechanism', 'mechanisms')}</span>
          <span class="faint number">${counted(counts.allEffects, 'effect', 'effects')}</span>
        </h2>
        <button
          class="button quiet square"
          type="button"
          aria-label="My names"
          title="My names: what you added to the lexicon"
          @click=${this.#names}
        >
          ${icon(BookA, 16)}
        </button>
        <button class="button add" type="button" @click=${this.#add}>${icon(Plus, 15)}Add</button>
      </header>
      ${
        counts.allEffects === 0 || choices === null
          ? nothing
          : html`<map-panel .cards=${filteredCards.value}></map-panel>
              <card-filter-bar
                .filter=${cardFilter.value}
                .counts=${choices}
                .entities=${entityChoices.value}
                .sections=${opened.value?.article.sections.filter(({ level }) => level > 0) ?? []}
                .shown=${counts}
                @filter-change=${(event: CustomEvent<CardFilter>) => setFilter(event.detail)}
                @filter-clear=${this.#clear}
                @entity-ask=${() => void askForNames()}
              ></card-filter-bar>`
      }
    `
  }

  /** The button that clears is gone then: the field for entities takes over the focus. */
  readonly #clear = (): void => {
    clearFilters()
    this.renderRoot.querySelector('card-filter-bar')?.renderRoot.querySelector('entity-picker')?.focus()
  }

  readonly #names = (): void => {
    openNames(null)
  }

  readonly #add = (): void => {
    this.dispatchEvent(new CustomEvent('card-add'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mechanisms-head': MechanismsHead
  }
}

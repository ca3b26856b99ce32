import { computed, signal } from '@preact/signals-core'
import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Plus, RotateCcw, Waypoints } from 'lucide'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import { passageAt } from '#core/text/span.ts'
import type { Passage } from '#core/text/span.ts'
import { icon } from '../../components/icon.ts'
import { announce } from '../../state/announce.ts'
import { opened, panelsMayFollow } from '../../state/article.ts'
import { addCard, cardDraft, cards, currentCard, decideCard, editCard, requestedCard } from '../../state/cards.ts'
import type { CardContent } from '../../state/cards.ts'
import { hoveredCard, lastSelectedSpan } from '../../state/focus.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import { beginCard, editingOf, endEditing, keepForm, startOver } from './card-editing.ts'
import type { Editing } from './card-editing.ts'
import type { CardForm } from './card-form-content.ts'
import './card-form.ts'
import { countEffects, effectFilters, filterCards } from './effect-passages.ts'
import type { EffectFilter } from './effect-passages.ts'
import './map-panel.ts'
import './mechanism-card.ts'
import { mechanismsPanelStyles } from './mechanisms-panel.styles.ts'
import { scrollToPart } from './scroll-to-part.ts'
import { scrollingPanelStyles } from './scrolling-panel.styles.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** Cards that are put on screen at once, and with each "Show more". */
const PAGE = 60

const filterNames: Record<EffectFilter, string> = { all: 'All', increases: 'Increases', decreases: 'Decreases' }
const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`)

// Computed, so that the map is laid out anew only when a card has changed, not whenever another one is being read.
const shownCards = computed(() => cards.value.filter(card => card.decision !== 'rejected'))
const rejectedCards = computed(() => cards.value.filter(card => card.decision === 'rejected'))

/** The Mechanisms tab: the map, the cards in the order of the text, the form for new ones, and what was rejected. */
@customElement('mechanisms-panel')
export class MechanismsPanel extends WatchingElement {
  static override styles = [sidebarStyles, scrollingPanelStyles, mechanismsPanelStyles]

  readonly #filter = signal<EffectFilter>('all')
  readonly #filtered = computed(() => filterCards(shownCards.value, this.#filter.value))
  @state() private editing: Editing | null = null
  /** How many cards may be on screen. */
  @state() private limit = PAGE
  @query('.scroll') private readonly scroller!: HTMLElement | null

  constructor() {
    super()
    new Reaction(this, () => void this.#keepInView(currentCard.value?.id ?? null))
    new Reaction(this, () => void this.#keepInView(hoveredCard.value))
    new Reaction(this, () => {
      const draft = cardDraft.value
      if (draft === null) return
      cardDraft.value = null
      this.#startNew(draft.passage)
    })
    new Reaction(this, () => {
      const id = requestedCard.value
      if (id === null) return
      requestedCard.value = null
      this.#filter.value = 'all'
      // The tab that was asked for with it is on screen by the next frame.
      requestAnimationFrame(() => void this.#focusCard(id))
    })
  }

  protected override render() {
    const article = opened.value?.article
    if (article === undefined || !panelsMayFollow.value) return html`<div class="scroll"></div>`
    const shown = shownCards.value
    const rejected = rejectedCards.value
    const editing = this.editing?.document === article.id ? this.editing : null
    return html`<div class="scroll">
      ${shown.length === 0 && editing === null ? this.#empty(rejected.length > 0) : this.#cards(shown, editing)}
      ${rejected.length === 0 ? nothing : this.#rejected(rejected)}
    </div>`
  }

  #empty(allRejected: boolean): TemplateResult {
    return html`<div class="empty">
      ${icon(Waypoints, 28)}
      <h3>${allRejected ? 'Every card was rejected' : 'No mechanisms found here'}</h3>
      <p>
        ${
          allRejected
            ? 'You can restore them below, or write a card of your own.'
            : 'Pathmark found no passage that says what acts on what. When you see one, select it in the article and make a card of it.'
        }
      </p>
      <button class="button primary add" type="button" @click=${this.#add}>${icon(Plus, 15)}Add a mechanism</button>
    </div>`
  }

  #cards(shown: readonly ShownCard[], editing: Editing | null): TemplateResult {
    const counts = countEffects(shown)
    const filtered = this.#filtered.value
    const current = currentCard.value?.id ?? null
    return html`
      <header class="head">
        <h2>
          <span class="number">${many(shown.length, 'mechanism', 'mechanisms')}</span>
          <span class="faint number">${many(counts.all, 'effect', 'effects')}</span>
        </h2>
        <button class="button add" type="button" @click=${this.#add}>${icon(Plus, 15)}Add</button>
      </header>
      ${
        counts.all === 0
          ? nothing
          : html` <map-panel .cards=${filtered}></map-panel>
              <div class="segments" role="group" aria-label="Show effects">
                ${effectFilters.map(
                  filter =>
                    html`<button
                      class="button"
                      type="button"
                      aria-pressed=${this.#filter.value === filter}
                      @click=${() => this.#show(filter)}
                    >
                      ${filterNames[filter]} <span class="faint number">${counts[filter]}</span>
                    </button>`,
                )}
              </div>`
      }
      ${editing?.card === null ? this.#form(editing, 'New mechanism') : nothing}
      ${filtered.length === 0 ? html`<p class="none">No effect of this kind. <button class="link" type="button" @click=${() => this.#show('all')}>Show all</button></p>` : nothing}
      <ol class="cards" aria-label="Mechanisms in the order of the text">
        ${repeat(
          filtered.slice(0, this.limit),
          card => card.id,
          card =>
            html`<li data-card=${card.id}>
              ${
                editing?.card === card.id
                  ? this.#form(editing, `Edit “${card.title}”`)
                  : html`<mechanism-card
                      .card=${card}
                      .current=${card.id === current}
                      @card-edit=${() => {
                        this.editing = editingOf(card.id)
                      }}
                      @card-remove=${() => void this.#removed(card)}
                    ></mechanism-card>`
              }
            </li>`,
        )}
      </ol>
      ${this.#more(filtered.length - this.limit)}
    `
  }

  #more(hidden: number): TemplateResult | typeof nothing {
    if (hidden <= 0) return nothing
    return html`<button
      class="link more"
      type="button"
      @click=${() => {
        this.limit += PAGE
      }}
    >
      Show ${Math.min(hidden, PAGE)} more of ${hidden} cards
    </button>`
  }

  /** Has a card that stands farther down the list put on screen, too. */
  async #unfold(card: string | null): Promise<void> {
    const place = card === null ? -1 : this.#filtered.peek().findIndex(({ id }) => id === card)
    if (place >= this.limit) this.limit = (Math.floor(place / PAGE) + 1) * PAGE
    await this.updateComplete
  }

  #form(editing: Editing, heading: string): TemplateResult {
    return html`<card-form
      .heading=${heading}
      .form=${editing.form}
      ?resumed=${editing.resumed}
      @form-input=${(event: CustomEvent<CardForm>) => {
        this.editing = keepForm(editing, event.detail)
      }}
      @form-restart=${() => {
        this.editing = startOver(editing)
      }}
      @form-save=${(event: CustomEvent<CardContent>) => this.#save(editing, event.detail)}
      @form-cancel=${() => void this.#close(editing.card)}
    ></card-form>`
  }

  #rejected(rejected: readonly ShownCard[]): TemplateResult {
    return html`<details class="rejected">
      <summary>${many(rejected.length, 'rejected card', 'rejected cards')}</summary>
      <ul>
        ${rejected.map(
          card =>
            html`<li>
              <span>${card.title}</span>
              <button
                class="button quiet"
                type="button"
                aria-label="Restore: ${card.title}"
                @click=${() => {
                  decideCard(card.id, null)
                  announce(`Card restored: ${card.title}`)
                  void this.#focusCard(card.id)
                }}
              >
                ${icon(RotateCcw, 15)}Restore
              </button>
            </li>`,
        )}
      </ul>
    </details>`
  }

  #show(filter: EffectFilter): void {
    this.#filter.value = filter
    announce(filter === 'all' ? 'All effects' : `Only ${filter}`)
  }

  readonly #add = (): void => {
    const text = opened.peek()?.article.text
    const span = lastSelectedSpan.peek()
    this.#startNew(text === undefined || span === null ? null : passageAt(text, span))
  }

  #startNew(passage: Passage | null): void {
    this.#filter.value = 'all'
    this.editing = beginCard(passage)
  }

  #save(editing: Editing, content: CardContent): void {
    const id = editing.card ?? addCard(content)
    if (editing.card !== null) editCard(editing.card, content)
    endEditing(editing)
    announce(`Card saved: ${content.title}`)
    void this.#close(id)
  }

  /** Closes the form and gives the focus to the card that it was about. */
  #close(card: string | null): Promise<void> {
    this.editing = null
    return this.#focusCard(card)
  }

  /** The card after the one that is going, else the one before it, takes over the focus. */
  #removed({ id, origin, title }: ShownCard): Promise<void> {
    announce(`${origin === 'reader' ? 'Card deleted' : 'Card rejected'}: ${title}`)
    const place = this.#placeOf(id)
    const next = place?.nextElementSibling ?? place?.previousElementSibling
    return this.#focusCard(next instanceof HTMLElement ? (next.dataset['card'] ?? null) : null)
  }

  /** Gives the focus to a card; to the button that adds one when the card is not shown. */
  async #focusCard(card: string | null): Promise<void> {
    await this.updateComplete
    await this.#unfold(card)
    const place = this.#placeOf(card)
    const element = place?.querySelector('mechanism-card')
    await element?.updateComplete
    const target = element?.renderRoot.querySelector<HTMLElement>('h3 button')
    ;(target ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus({ preventScroll: true })
    // The card's own parts are laid out by the next frame.
    requestAnimationFrame(() => {
      if (place !== undefined && this.scroller !== null) scrollToPart(this.scroller, place)
    })
  }

  /** Keeps the card of what is read, or pointed at in the article, in view, unless the reader is busy in the panel. */
  async #keepInView(card: string | null): Promise<void> {
    if (card === null) return
    await this.updateComplete
    if (this.scroller === null || this.editing !== null || this.matches(':hover, :focus-within')) return
    await this.#unfold(card)
    const place = this.#placeOf(card)
    if (place !== undefined) scrollToPart(this.scroller, place)
  }

  #placeOf(card: string | null): HTMLElement | undefined {
    const places = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-card]')]
    return places.find(place => place.dataset['card'] === card)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mechanisms-panel': MechanismsPanel
  }
}

import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import { passageAt } from '#core/text/span.ts'
import type { Passage } from '#core/text/span.ts'
import { announce } from '../../state/announce.ts'
import { opened, panelsMayFollow } from '../../state/article.ts'
import { addCard, cardDraft, currentCard, editCard, requestedCard } from '../../state/cards.ts'
import type { CardContent } from '../../state/cards.ts'
import { restoreCard } from '../../state/effects.ts'
import { hoveredCard, lastSelectedSpan } from '../../state/focus.ts'
import { finding, found } from '../../state/mechanisms.ts'
import { requestedCardForm } from '../../state/resume-writing.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import { beginCard, editingOf, endEditing, keepForm, startOver } from './card-editing.ts'
import type { Editing } from './card-editing.ts'
import { noFilter } from './card-filter.ts'
import type { CardForm } from './card-form-content.ts'
import './card-form.ts'
import { groupHead, showMore } from './card-groups.ts'
import { firstOf, orderNames } from './card-order.ts'
import type { CardGroup } from './card-order.ts'
import { choiceStyles } from './choice.styles.ts'
import { findingState } from './finding-state.ts'
import './mechanism-card.ts'
import './mechanisms-head.ts'
import { mechanismsPanelStyles } from './mechanisms-panel.styles.ts'
import { noMechanisms } from './no-mechanisms.ts'
import { OpeningCard } from './opening-card.ts'
import { rejectedCards } from './rejected-cards.ts'
import { scrollToPart } from './scroll-to-part.ts'
import { scrollingPanelStyles } from './scrolling-panel.styles.ts'
import {
  cardGroups,
  cardOrder,
  chooseFilter,
  clearFilters,
  filteredCards,
  isFiltered,
  keptCards,
  rejected,
} from './shown-cards.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** Cards that are put on screen at once, and with each "Show more". */
const PAGE = 60

/** The Mechanisms tab: the map, what narrows the cards, the cards themselves, the form for new ones, and what was rejected. */
@customElement('mechanisms-panel')
export class MechanismsPanel extends WatchingElement {
  static override styles = [sidebarStyles, scrollingPanelStyles, choiceStyles, mechanismsPanelStyles]

  @state() private editing: Editing | null = null
  /** How many cards may be on screen. */
  @state() private limit = PAGE
  @query('.scroll') private readonly scroller!: HTMLElement | null
  readonly #openingCard = new OpeningCard()

  constructor() {
    super()
    this.addEventListener('keydown', this.#key)
    new Reaction(this, () => {
      const card = currentCard.value?.id ?? null
      // Where the surest cards come first the list stays at its top until the reader moves.
      if (!this.#openingCard.is(card) || cardOrder.peek() === 'text') void this.#keepInView(card)
    })
    new Reaction(this, () => void this.#keepInView(hoveredCard.value))
    new Reaction(this, () => {
      const draft = cardDraft.value
      if (draft === null) return
      cardDraft.value = null
      this.#startNew(draft.passage)
    })
    new Reaction(this, () => {
      const request = requestedCardForm.value
      // A card that is changed comes with what was found.
      if (request === null || (request.card !== null && found.value === null)) return
      requestedCardForm.value = null
      chooseFilter(noFilter)
      this.editing = request.card === null ? beginCard(null) : editingOf(request.card)
    })
    new Reaction(this, () => {
      const id = requestedCard.value
      if (id === null) return
      requestedCard.value = null
      chooseFilter(noFilter)
      // The tab that was asked for with it is on screen by the next frame.
      requestAnimationFrame(() => void this.#focusCard(id))
    })
  }

  protected override render() {
    const article = opened.value?.article
    if (article === undefined || !panelsMayFollow.value) return html`<div class="scroll"></div>`
    const editing = this.editing?.document === article.id ? this.editing : null
    const hasCards = keptCards.value.length > 0
    return html`<div class="scroll">
      ${findingState(finding.value)}
      ${hasCards ? html`<mechanisms-head @card-add=${this.#add}></mechanisms-head>` : nothing}
      ${editing?.card === null ? this.#form(editing, 'New mechanism') : nothing}
      ${hasCards ? this.#cards(editing) : editing === null ? this.#empty() : nothing}
      ${rejectedCards(rejected.value, card => this.#restore(card))}
    </div>`
  }

  #empty(): TemplateResult | typeof nothing {
    if (found.value === null || finding.value?.status === 'looking') return nothing
    const why = found.value.unread ?? (rejected.value.length > 0 ? 'all-rejected' : 'none-found')
    return noMechanisms(why, this.#add)
  }

  #cards(editing: Editing | null): TemplateResult {
    const groups = cardGroups.value
    return html`
      ${
        filteredCards.value.length === 0
          ? html`<p class="none">
              No effect passes these filters.
              <button class="link" type="button" @click=${clearFilters}>Clear filters</button>
            </p>`
          : nothing
      }
      ${firstOf(groups, this.limit).map((group, index) => this.#group(group, index, editing))}
      ${showMore(filteredCards.value.length - this.limit, PAGE, () => {
        this.limit += PAGE
      })}
    `
  }

  #group(group: CardGroup, index: number, editing: Editing | null): TemplateResult {
    const { name, cards } = group
    const current = currentCard.value?.id ?? null
    const id = `group-${index}`
    const label = `Mechanisms, ${orderNames[cardOrder.value].toLowerCase()}`
    return html`
      ${groupHead(group, index, cardOrder.value)}
      <ol class="cards" aria-label=${name === null ? label : nothing} aria-labelledby=${name === null ? nothing : id}>
        ${repeat(
          cards,
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
                      @card-emptied=${() => void this.#emptied(card)}
                    ></mechanism-card>`
              }
            </li>`,
        )}
      </ol>
    `
  }

  /** Has a card that stands farther down the list put on screen, too. */
  async #unfold(card: string | null): Promise<void> {
    const shown = cardGroups.peek().flatMap(group => group.cards)
    const place = card === null ? -1 : shown.findIndex(({ id }) => id === card)
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

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !isFiltered.peek()) return
    event.preventDefault()
    event.stopPropagation()
    clearFilters()
  }

  readonly #add = (): void => {
    const text = opened.peek()?.article.text
    const span = lastSelectedSpan.peek()
    this.#startNew(text === undefined || span === null ? null : passageAt(text, span))
  }

  #startNew(passage: Passage | null): void {
    chooseFilter(noFilter)
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

  #restore(card: ShownCard): void {
    restoreCard(card)
    announce(`Card restored: ${card.title}`)
    void this.#focusCard(card.id)
  }

  /** The card after the one that is going, else the one before it, takes over the focus. */
  #removed({ id, origin, title }: ShownCard): Promise<void> {
    announce(`${origin === 'reader' ? 'Card deleted' : 'Card rejected'}: ${title}`)
    return this.#focusCard(this.#neighbourOf(id))
  }

  /** A card that has lost its last effect keeps the focus, if it stays without them. */
  async #emptied({ id }: ShownCard): Promise<void> {
    const neighbour = this.#neighbourOf(id)
    await this.updateComplete
    return this.#focusCard(this.#placeOf(id) === undefined ? neighbour : id)
  }

  #neighbourOf(card: string): string | null {
    const places = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-card]')]
    const at = places.findIndex(place => place.dataset['card'] === card)
    return (places[at + 1] ?? places[at - 1])?.dataset['card'] ?? null
  }

  /** Gives the focus to a card; to the button that adds one when the card is not shown. */
  async #focusCard(card: string | null): Promise<void> {
    await this.updateComplete
    await this.#unfold(card)
    const place = this.#placeOf(card)
    const element = place?.querySelector('mechanism-card')
    await element?.updateComplete
    const target = element?.renderRoot.querySelector<HTMLElement>('h3 button')
    ;(target ?? this.#addButton)?.focus({ preventScroll: true })
    // The card's own parts are laid out by the next frame.
    requestAnimationFrame(() => {
      if (place !== undefined && this.scroller !== null) scrollToPart(this.scroller, place)
    })
  }

  get #addButton(): HTMLElement | null {
    const head = this.renderRoot.querySelector('mechanisms-head')
    return (head?.renderRoot ?? this.renderRoot).querySelector<HTMLElement>('.add')
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

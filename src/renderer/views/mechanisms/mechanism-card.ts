import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Check, Pencil, Plus, RotateCcw, ScanText, Trash2, Unlink, UserPen, X } from 'lucide'
import type { IconNode } from 'lucide'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import { nothingKnown } from '#core/mechanism/glossary/about-entity.ts'
import type { AboutEntity } from '#core/mechanism/glossary/about-entity.ts'
import type { Entity } from '#core/mechanism/mechanism.ts'
import { contains } from '#core/text/span.ts'
import type { Span } from '#core/text/span.ts'
import '../../components/entity-chip.ts'
import type { EntityMentionEvent } from '../../components/entity-chip.ts'
import { aboutInArticle } from '../../components/entity-glossary.ts'
import { icon } from '../../components/icon.ts'
import { opened } from '../../state/article.ts'
import { decideCard, deleteCard } from '../../state/cards.ts'
import { focusedCard, hoveredCard, lastSelectedSpan } from '../../state/focus.ts'
import { goToPassage } from '../../state/go-to.ts'
import { openNames } from '../../state/own-names.ts'
import { WatchingElement } from '../../state/watch.ts'
import './card-effects.ts'
import { withSpellings } from './entities-once.ts'
import { entitiesInEffects } from './entities-in-effects.ts'
import { followPassage, light, unlight } from './lit-passages.ts'
import { mechanismCardStyles } from './mechanism-card.styles.ts'
import './passage-quote.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** More entities than this wait until the reader asks for them. */
const MOST_ENTITIES = 9

/** What the reader made of a card that was found, in the words of its badge. */
const decisionNames = { accepted: 'accepted', edited: 'edited by you', rejected: 'rejected', added: '' } as const

/** What is known of an entity in the open article. */
const lookUp = (entity: Entity): AboutEntity => {
  const article = opened.peek()
  return article === null ? nothingKnown : aboutInArticle(withSpellings(entity), article)
}

/**
 * One mechanism. Properties `card` and `current` (its passage is being read); event `card-edit` when the reader wants to
 * change it. Pointing at it tints its passage, a click goes there; its other actions go to the state directly.
 */
@customElement('mechanism-card')
export class MechanismCard extends WatchingElement {
  static override styles = [sidebarStyles, mechanismCardStyles]

  @property({ attribute: false }) card!: ShownCard
  @property({ type: Boolean, reflect: true }) current = false
  /** Also those that its passage only names, however many. */
  @state() private allEntities = false

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave()
  }

  protected override render() {
    const { card } = this
    const lost = card.passage.lost !== undefined
    const classes = ['card', card.origin, hoveredCard.value === card.id ? 'pointed' : '', card.decision ?? ''].join(' ')
    return html`<article
      class=${classes}
      aria-labelledby="title"
      aria-current=${this.current ? 'true' : nothing}
      @pointerenter=${this.#point}
      @pointerleave=${this.#leave}
      @focus=${this.#focus}
      @focusout=${this.#blur}
      @click=${this.#go}
    >
      <header>
        <span class="place" aria-hidden="true">${card.number}</span>
        <h3 id="title">
          <span class="visually-hidden">Mechanism ${card.number}:</span>
          <button type="button" title=${lost ? 'Its passage is gone' : 'Go to the passage'}>${card.title}</button>
        </h3>
        ${this.#origin()}
      </header>
      ${card.consequence === undefined ? nothing : html`<p class="consequence">${card.consequence}</p>`}
      ${
        card.effects.length === 0 && card.rejected === undefined
          ? nothing
          : html`<card-effects
              .card=${card}
              ?pointed=${hoveredCard.value === card.id}
              @effects-empty=${() => this.#tell('card-emptied')}
            ></card-effects>`
      }
      ${
        lost
          ? html`<p class="lost">
              ${icon(Unlink, 14)}<span>These words are no longer in the text. Edit the card to choose others.</span>
            </p>`
          : nothing
      }
      <passage-quote .quote=${card.passage.quote} .lines=${2}></passage-quote>
      ${this.#entities()}
      <footer>${this.#actions()}</footer>
    </article>`
  }

  #origin(): TemplateResult {
    const { card } = this
    const own = card.origin === 'reader'
    const decision = card.decision === null ? '' : decisionNames[card.decision]
    return html`<span class="origin">
      <span class="badge" title=${own ? 'You wrote this card' : 'Pathmark found this card in the text'}>
        ${icon(own ? UserPen : ScanText, 13)}${own ? 'yours' : 'found'}
      </span>
      ${decision === '' ? nothing : html`<span class="badge decision">${card.decision === 'accepted' ? icon(Check, 12) : nothing}${decision}</span>`}
    </span>`
  }

  #entities(): TemplateResult {
    const ordered = entitiesInEffects(this.card)
    const entities = this.allEntities || ordered.length <= MOST_ENTITIES + 1 ? ordered : ordered.slice(0, MOST_ENTITIES)
    return html`<ul class="entities" aria-label="Named in this passage">
      ${entities.map(
        entity =>
          html`<li>
            <entity-chip .entity=${entity} .lookUp=${lookUp} @entity-mention=${this.#mention}></entity-chip>
          </li>`,
      )}
      ${
        entities.length === ordered.length
          ? nothing
          : html`<li>
              <button class="name" type="button" @click=${this.#showAll}>
                ${ordered.length - entities.length} more
              </button>
            </li>`
      }
      <li>
        <button
          class="name"
          type="button"
          aria-label="Add a name: ${this.card.title}"
          title="Add a name that was not recognised here"
          @click=${this.#addName}
        >
          ${icon(Plus, 12)}name
        </button>
      </li>
    </ul>`
  }

  readonly #showAll = async (event: Event): Promise<void> => {
    event.stopPropagation()
    this.allEntities = true
    await this.updateComplete
    this.renderRoot.querySelectorAll('entity-chip')[MOST_ENTITIES]?.renderRoot.querySelector('button')?.focus()
  }

  /** The words that are selected in the card's passage are the likeliest to be meant. */
  readonly #addName = (event: Event): void => {
    event.stopPropagation()
    const span = lastSelectedSpan.peek()
    const text = opened.peek()?.article.text ?? ''
    const isHere = span !== null && contains(this.card.passage, span)
    openNames(isHere ? { name: text.slice(span.start, span.end), type: null } : null)
  }

  #actions(): TemplateResult {
    const { card } = this
    const edit = this.#action(Pencil, 'Edit', () => this.#tell('card-edit'))
    if (card.origin === 'reader')
      return html`${edit}${this.#action(Trash2, 'Delete', () => {
        deleteCard(card.id)
        this.#tell('card-remove')
      })}`
    const accept =
      card.decision === null
        ? this.#action(Check, 'Accept', () => decideCard(card.id, 'accepted'))
        : this.#action(RotateCcw, card.decision === 'edited' ? 'Restore what was found' : 'Take back', () =>
            decideCard(card.id, null),
          )
    return html`${accept}${edit}${this.#action(X, 'Reject', () => {
      decideCard(card.id, 'rejected')
      this.#tell('card-remove')
    })}`
  }

  #tell(name: 'card-edit' | 'card-remove' | 'card-emptied'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }))
  }

  #action(drawing: IconNode, name: string, act: () => void): TemplateResult {
    const run = (event: Event): void => {
      event.stopPropagation()
      act()
    }
    return html`<button class="button quiet" type="button" aria-label="${name}: ${this.card.title}" @click=${run}>
      ${icon(drawing, 15)}${name}
    </button>`
  }

  /** Where the card stands; nowhere when its words are gone from the text. */
  get #spans(): readonly Span[] {
    return this.card.passage.lost === undefined ? [this.card.passage] : []
  }

  readonly #point = (): void => {
    hoveredCard.value = this.card.id
    light(this, this.#spans)
  }

  readonly #leave = (): void => {
    if (hoveredCard.peek() === this.card.id) hoveredCard.value = null
    unlight(this)
  }

  /** Heard on the way down, so that a part of the card that is focused lights its own passage after this. */
  readonly #focus = {
    capture: true,
    handleEvent: (): void => {
      focusedCard.value = this.card.id
      light(this, this.#spans)
    },
  }

  readonly #blur = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)) return
    if (focusedCard.peek() === this.card.id) focusedCard.value = null
    unlight(this)
  }

  readonly #go = (): void => {
    const [span] = this.#spans
    if (span !== undefined) followPassage(span)
  }

  readonly #mention = (event: EntityMentionEvent): void => goToPassage(event.detail)
}

declare global {
  interface HTMLElementTagNameMap {
    'mechanism-card': MechanismCard
  }
}

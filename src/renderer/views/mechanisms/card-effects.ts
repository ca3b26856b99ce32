import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ChevronDown, RotateCcw } from 'lucide'
import { effectVerb } from '#core/mechanism/cards/effect-verb.ts'
import { placesOf } from '#core/mechanism/cards/merge-effects.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { announce } from '../../state/announce.ts'
import { restoreEffect } from '../../state/effects.ts'
import { goToPassage } from '../../state/go-to.ts'
import { found } from '../../state/mechanisms.ts'
import { WatchingElement } from '../../state/watch.ts'
import { cardEffectsStyles } from './card-effects.styles.ts'
import { directionSignStyles } from './direction-sign.styles.ts'
import { directionSign, qualifiers } from './direction-sign.ts'
import { draftOfEffect } from './effect-drafts.ts'
import { effectSpans } from './effect-passages.ts'
import './effect-why.ts'
import { effectSentence } from './effect-words.ts'
import { leadsTo } from './lit-passages.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/**
 * The effects of a card, each a row that leads to its passage and opens why it is there; and those that the reader rejected.
 * Property `card`; event `effects-empty` when the last row was rejected while it had the focus.
 */
@customElement('card-effects')
export class CardEffects extends WatchingElement {
  static override styles = [sidebarStyles, directionSignStyles, cardEffectsStyles]

  @property({ attribute: false }) card!: ShownCard
  /** Id of the effect that is explained. */
  @state() private explained: string | null = null
  /** The effect whose places are stepped through, and which of them was gone to. */
  @state() private stepped: { readonly id: string; readonly place: number } | null = null

  /** The effect whose correction was left unsaved is open from the start. */
  protected override willUpdate(): void {
    if (this.hasUpdated) return
    this.explained = this.card.effects.find(({ id }) => draftOfEffect(id) !== null)?.id ?? null
  }

  protected override render() {
    const { effects, rejected = [] } = this.card
    return html`
      ${
        effects.length === 0
          ? nothing
          : html`<ul class="effects" aria-label="Effects">
              ${repeat(
                effects,
                effect => effect.id,
                (effect, index) => this.#row(effect, effects[index - 1]?.agent === effect.agent),
              )}
            </ul>`
      }
      ${rejected.length === 0 ? nothing : this.#rejected(rejected)}
    `
  }

  #row(effect: ShownEffect, repeats: boolean): TemplateResult {
    const open = this.explained === effect.id
    return html`<li data-effect=${effect.id}>
      <div class="row">
        <button class="effect" type="button" ${leadsTo(effectSpans(effect, found.value))}>
          <span class="agent" ?data-repeats=${repeats}>${effect.agent ?? html`<em>agent not named</em>`}</span>
          ${directionSign(effect)}
          <span class="outcome"
            ><span class="verb ${effect.direction}">${effectVerb(effect)}</span>
            <span class="target">${effect.target}</span
            >${effect.trigger === null ? nothing : html`<span class="spoken">, in the words</span>`}</span
          >
          ${this.#says(effect)}
        </button>
        <button
          class="button quiet square toggle"
          type="button"
          aria-expanded=${open}
          aria-label="Why: ${effectSentence(effect)}"
          title="Show why"
          @click=${(event: Event) => this.#toggle(event, effect)}
        >
          ${icon(ChevronDown, 15)}
        </button>
      </div>
      ${open ? nothing : this.#places(effect)}
      ${
        open
          ? html`<effect-why
              .effect=${effect}
              @why-close=${() => void this.#close(effect)}
              @effect-removed=${() => void this.#removed(effect)}
            ></effect-why>`
          : nothing
      }
    </li>`
  }

  #says(effect: ShownEffect): TemplateResult | typeof nothing {
    const { trigger, negated, hedged, corrects } = effect
    if (trigger === null && !negated && !hedged && corrects === undefined) return nothing
    return html`<span class="says"
      >${trigger === null ? nothing : html`<q>${trigger}</q>`} ${qualifiers(effect)}
      ${corrects === undefined ? nothing : html`<span class="corrected">corrected by you</span>`}</span
    >`
  }

  /** Several passages say it: each click goes to the next. */
  #places(effect: ShownEffect): TemplateResult | typeof nothing {
    const places = placesOf(effect)
    if (places.length < 2) return nothing
    const at = this.stepped?.id === effect.id ? this.stepped.place : null
    const words = at === null ? counted(places.length, 'passage', 'passages') : `Passage ${at + 1} of ${places.length}`
    return html`<p class="places">
      <button
        class="link"
        type="button"
        title="Go to the next passage that says so"
        aria-label="${words}: ${effectSentence(effect)}. Go to the next."
        @click=${(event: Event) => this.#step(event, effect)}
      >
        ${words}
      </button>
    </p>`
  }

  #rejected(rejected: readonly ShownEffect[]): TemplateResult {
    return html`<details class="rejected" @click=${(event: Event) => event.stopPropagation()}>
      <summary>${counted(rejected.length, 'rejected effect', 'rejected effects')}</summary>
      <ul>
        ${rejected.map(
          effect =>
            html`<li>
              <span>${effectSentence(effect)}</span>
              <button
                class="button quiet square"
                type="button"
                aria-label="Restore: ${effectSentence(effect)}"
                title="Restore"
                @click=${() => void this.#restore(effect)}
              >
                ${icon(RotateCcw, 15)}
              </button>
            </li>`,
        )}
      </ul>
    </details>`
  }

  #toggle(event: Event, effect: ShownEffect): void {
    event.stopPropagation()
    this.explained = this.explained === effect.id ? null : effect.id
  }

  #step(event: Event, effect: ShownEffect): void {
    event.stopPropagation()
    const places = placesOf(effect)
    const before = this.stepped?.id === effect.id ? this.stepped.place : -1
    const place = (before + 1) % places.length
    this.stepped = { id: effect.id, place }
    const passage = places[place]?.passage
    if (passage === undefined) return
    goToPassage(passage)
    announce(`Passage ${place + 1} of ${places.length}`)
  }

  async #close(effect: ShownEffect): Promise<void> {
    this.explained = null
    await this.updateComplete
    this.#rowOf(effect.id)?.querySelector<HTMLElement>('.toggle')?.focus()
  }

  /** The row after the one that is going, else the one before it, takes over the focus. */
  async #removed(effect: ShownEffect): Promise<void> {
    const row = this.#rowOf(effect.id)
    const next = row?.nextElementSibling ?? row?.previousElementSibling
    this.explained = null
    if (!(next instanceof HTMLElement)) {
      this.dispatchEvent(new CustomEvent('effects-empty'))
      return
    }
    await this.updateComplete
    next.querySelector<HTMLElement>('.effect')?.focus()
  }

  async #restore(effect: ShownEffect): Promise<void> {
    restoreEffect(effect)
    announce(`Effect restored: ${effectSentence(effect)}`)
    // The card gets its effects anew from the state before this can show them.
    await new Promise(requestAnimationFrame)
    this.#rowOf(effect.id)?.querySelector<HTMLElement>('.effect')?.focus()
  }

  #rowOf(id: string): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-effect]')].find(row => row.dataset['effect'] === id)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'card-effects': CardEffects
  }
}

import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ChevronLeft, ChevronRight, Pencil, RotateCcw, X } from 'lucide'
import { certaintyNames, certaintyOf } from '#core/mechanism/cards/certainty.ts'
import { placesOf } from '#core/mechanism/cards/merge-effects.ts'
import type { ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import type { Effect } from '#core/mechanism/mechanism.ts'
import { icon } from '../../components/icon.ts'
import { announce } from '../../state/announce.ts'
import { opened } from '../../state/article.ts'
import { correctEffect, rejectEffect, restoreEffect } from '../../state/effects.ts'
import { goToPassage } from '../../state/go-to.ts'
import { found } from '../../state/mechanisms.ts'
import { effectRecords } from '../../state/records.ts'
import { requestedEffectForm } from '../../state/resume-writing.ts'
import { WatchingElement } from '../../state/watch.ts'
import { correctionOf, fieldsOfEffect } from './correction.ts'
import { describeRule } from './describe-rule.ts'
import { directionSignStyles } from './direction-sign.styles.ts'
import { draftOfEffect, dropEffectDraft, keepEffectDraft } from './effect-drafts.ts'
import { effectEvidence } from './effect-evidence.ts'
import type { EvidenceRole, EvidenceSentence } from './effect-evidence.ts'
import { effectFields } from './effect-fields.ts'
import type { EffectFields } from './effect-fields.ts'
import { effectFieldsStyles } from './effect-fields.styles.ts'
import { effectSentence } from './effect-words.ts'
import { effectWhyStyles } from './effect-why.styles.ts'
import { light, unlight } from './lit-passages.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** What a marked word does, as it is read out and as the legend calls it. */
const roleNames: Record<EvidenceRole, string> = { agent: 'acts', trigger: 'says so', target: 'is acted on' }

/** More names than this help nobody who is typing one. */
const MOST_NAMES = 200

/**
 * Why an effect is there: the sentence with what acts, what is acted on and the words that say so, the rule that read it, how
 * sure that is, and the places that say the same; and what the reader can do about it. While it is open its words are lit in
 * the article. Property `effect`; events `why-close`, and `effect-removed` when the reader has rejected it.
 */
@customElement('effect-why')
export class EffectWhy extends WatchingElement {
  static override styles = [sidebarStyles, directionSignStyles, effectFieldsStyles, effectWhyStyles]

  @property({ attribute: false }) effect!: ShownEffect
  /** Index of the place that is shown. */
  @state() private place = 0
  @state() private correcting: EffectFields | null = null
  /** Saving was tried with something missing. */
  @state() private tried = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('pointerenter', this.#light)
    this.addEventListener('focusin', this.#light)
    this.addEventListener('keydown', this.#key)
    this.addEventListener('click', this.#click)
    this.#resume()
    this.updateComplete.then(this.#light, () => undefined)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    unlight(this)
  }

  /** The effect that was found in the place that is shown; null for one that the reader wrote. */
  get #source(): Effect | null {
    const id = placesOf(this.effect)[this.place]?.id
    return found.value?.effects.find(effect => effect.id === id) ?? null
  }

  protected override render() {
    const article = opened.value?.article
    if (article === undefined) return nothing
    const source = this.#source
    const evidence = source === null ? null : effectEvidence(article, source)
    return html`<section class="why" aria-label="Why: ${effectSentence(this.effect)}">
      ${
        evidence === null
          ? html`<blockquote class="sentence">${this.effect.passage.quote}</blockquote>`
          : html`${evidence.agentSentence === null ? nothing : html`<blockquote class="sentence before">${this.#runs(evidence.agentSentence)}</blockquote>`}
              <blockquote class="sentence">${this.#runs(evidence.sentence)}</blockquote>
              ${this.#legend(source)}`
      }
      ${this.#reasons(source)} ${this.#places()}
      ${this.correcting === null ? this.#actions() : this.#form(this.correcting)}
    </section>`
  }

  #runs({ runs }: EvidenceSentence): readonly (TemplateResult | string)[] {
    return runs.map(({ words, role }) =>
      role === null
        ? words
        : html`<mark class=${this.#markClass(role)}
            >${words}<span class="visually-hidden"> (${roleNames[role]})</span></mark
          >`,
    )
  }

  #markClass(role: EvidenceRole): string {
    return role === 'trigger' ? `trigger ${(this.effect.corrects ?? this.effect).direction}` : role
  }

  #legend(source: Effect | null): TemplateResult {
    const roles: readonly EvidenceRole[] =
      source?.agent === null ? ['trigger', 'target'] : ['agent', 'trigger', 'target']
    return html`<p class="legend" aria-hidden="true">
      ${roles.map(role => html`<mark class=${this.#markClass(role)}>${roleNames[role]}</mark>`)}
    </p>`
  }

  #reasons(source: Effect | null): TemplateResult {
    const { effect } = this
    const { confidence, rule } = source ?? effect
    return html`<dl>
      ${
        effect.corrects === undefined
          ? nothing
          : html`<dt>Found</dt>
              <dd>${effectSentence(effect.corrects)}. You corrected it.</dd>`
      }
      <dt>Rule</dt>
      <dd>${describeRule(rule)}</dd>
      ${
        source === null
          ? nothing
          : html`<dt>Certainty</dt>
              <dd>
                ${certaintyNames[certaintyOf(confidence)]}<span class="faint number">
                  · ${Math.round(confidence * 100)} of 100</span
                >
              </dd>`
      }
    </dl>`
  }

  #places(): TemplateResult | typeof nothing {
    const places = placesOf(this.effect)
    if (places.length < 2) return nothing
    const step = (by: 1 | -1, name: string, drawing: typeof ChevronLeft): TemplateResult =>
      html`<button class="button square" type="button" aria-label=${name} title=${name} @click=${() => this.#step(by)}>
        ${icon(drawing, 16)}
      </button>`
    return html`<div class="places">
      <span class="number" aria-live="polite">Passage ${this.place + 1} of ${places.length}</span>
      ${step(-1, 'Previous passage', ChevronLeft)} ${step(1, 'Next passage', ChevronRight)}
    </div>`
  }

  #actions(): TemplateResult | typeof nothing {
    const { effect } = this
    const takeBack = (run: () => void): TemplateResult =>
      html`<button class="button quiet" type="button" @click=${run}>${icon(RotateCcw, 15)}Take back</button>`
    if (effect.origin === 'reader' && effect.corrects === undefined) {
      // One that was put right and is not found any more is there for its correction only.
      return effectRecords.value.has(effect.id) ? html`<div class="foot">${takeBack(this.#forget)}</div>` : nothing
    }
    return html`<div class="foot">
      <button class="button quiet" type="button" @click=${this.#correct}>${icon(Pencil, 15)}Correct…</button>
      ${effect.corrects === undefined ? nothing : takeBack(this.#restore)}
      <button class="button quiet" type="button" @click=${this.#reject}>${icon(X, 15)}Reject effect</button>
    </div>`
  }

  #form(fields: EffectFields): TemplateResult {
    const missing = this.tried && fields.target.trim() === ''
    return html`<form @submit=${this.#save} novalidate>
      ${effectFields({
        name: 'Corrected effect',
        fields,
        change: changes => this.#change({ ...fields, ...changes }),
        problem: missing ? 'target-problem' : null,
        problemLine: missing
          ? html`<p class="problem" id="target-problem" role="alert">Say what is acted on.</p>`
          : nothing,
        end: nothing,
        names: 'names',
      })}
      <datalist id="names">
        ${(found.value?.entities ?? []).slice(0, MOST_NAMES).map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
      <div class="foot end">
        <button class="button quiet" type="button" @click=${this.#giveUp}>Cancel</button>
        <button class="button primary" type="submit">Save the effect</button>
      </div>
    </form>`
  }

  #step(by: 1 | -1): void {
    const places = placesOf(this.effect)
    this.place = (this.place + by + places.length) % places.length
    const passage = places[this.place]?.passage
    if (passage !== undefined) goToPassage(passage)
    this.#light()
  }

  readonly #light = (): void => {
    const source = this.#source
    if (!this.isConnected || source === null) return
    light(this, source.agent === null ? [source.trigger, source.target] : [source.trigger, source.agent, source.target])
  }

  readonly #correct = async (): Promise<void> => {
    this.correcting = fieldsOfEffect(this.effect)
    this.tried = false
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('form .field')?.focus()
  }

  /** What was left unsaved is gone on with; the reader who was writing it when the page failed is taken back to it. */
  #resume(): void {
    this.correcting = draftOfEffect(this.effect.id)
    if (requestedEffectForm.peek() !== this.effect.id) return
    requestedEffectForm.value = null
    // The panel that it is in is on screen by the next frame.
    requestAnimationFrame(() => {
      const field = this.renderRoot.querySelector<HTMLElement>('form .field')
      field?.focus({ preventScroll: true })
      field?.scrollIntoView({ block: 'nearest' })
    })
  }

  #change(fields: EffectFields): void {
    this.correcting = fields
    keepEffectDraft(fields)
  }

  readonly #giveUp = async (): Promise<void> => {
    this.correcting = null
    dropEffectDraft(this.effect.id)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.foot .button')?.focus()
  }

  readonly #save = (event: Event): void => {
    event.preventDefault()
    const statement = this.correcting === null ? null : correctionOf(this.correcting)
    if (statement === null) {
      this.tried = true
      this.renderRoot.querySelectorAll<HTMLElement>('form .field')[1]?.focus()
      return
    }
    correctEffect(this.effect, statement)
    announce(`Effect corrected: ${effectSentence(statement)}`)
    void this.#giveUp()
  }

  readonly #restore = (): void => {
    restoreEffect(this.effect)
    announce('Effect restored as it was found')
  }

  readonly #forget = (): void => {
    announce(`Effect taken back: ${effectSentence(this.effect)}`)
    this.dispatchEvent(new CustomEvent('effect-removed'))
    restoreEffect(this.effect)
  }

  readonly #reject = (): void => {
    announce(`Effect rejected: ${effectSentence(this.effect)}`)
    this.dispatchEvent(new CustomEvent('effect-removed'))
    rejectEffect(this.effect)
  }

  /** The card goes to its passage when it is clicked; here there are words to select. */
  readonly #click = (event: Event): void => event.stopPropagation()

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (this.correcting === null) this.dispatchEvent(new CustomEvent('why-close'))
    else void this.#giveUp()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'effect-why': EffectWhy
  }
}

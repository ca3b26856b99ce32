import { LitElement, html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { Plus, TextSelect, Trash2 } from 'lucide'
import { passageAt } from '#core/text/span.ts'
import { icon } from '../../components/icon.ts'
import { opened } from '../../state/article.ts'
import { newId } from '../../state/clock.ts'
import { lastSelectedSpan } from '../../state/focus.ts'
import { WatchingElement } from '../../state/watch.ts'
import { contentOfForm, emptyEffect, formProblems } from './card-form-content.ts'
import type { CardForm, FormEffect } from './card-form-content.ts'
import { cardFormStyles } from './card-form.styles.ts'
import { directionSignStyles } from './direction-sign.styles.ts'
import { effectFields } from './effect-fields.ts'
import { effectFieldsStyles } from './effect-fields.styles.ts'
import './passage-quote.ts'
import { sidebarStyles } from './sidebar.styles.ts'

const textOf = (event: Event): string => (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value

/**
 * The form in which a card is written or changed. Properties: `form` as it begins, `heading`. Events: `form-input` with each
 * change (so that a draft can be kept), `form-save` with the card's content, `form-cancel`, and `form-restart` when the reader
 * gives up the draft that the form was `resumed` from.
 */
@customElement('card-form')
export class CardFormElement extends WatchingElement {
  static override styles = [sidebarStyles, directionSignStyles, effectFieldsStyles, cardFormStyles]
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property({ attribute: false }) form!: CardForm
  @property() heading = 'New mechanism'
  @property({ type: Boolean }) resumed = false
  /** Problems are shown once saving was tried, and then kept up to date. */
  @state() private tried = false

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus({ preventScroll: true })
    this.scrollIntoView({ block: 'nearest' })
  }

  protected override render() {
    const { form } = this
    return html`<form aria-label=${this.heading} @submit=${this.#save} @keydown=${this.#key} novalidate>
      <h3>${this.heading}</h3>
      ${
        this.resumed
          ? html`<p class="resumed">
              Your unsaved draft.
              <button class="link" type="button" @click=${this.#restart}>Start over</button>
            </p>`
          : nothing
      }
      <div>
        <label class="label" for="title">Title</label>
        <input
          class="field"
          id="title"
          autocomplete="off"
          placeholder="What works here, in a few words"
          maxlength="160"
          .value=${live(form.title)}
          aria-invalid=${this.#problem('title') === null ? 'false' : 'true'}
          aria-describedby="title-problem"
          @input=${(event: Event) => this.#change({ title: textOf(event) })}
        />
        ${this.#problemLine('title')}
      </div>
      <div>
        <label class="label" for="consequence">What follows from it <span class="faint">optional</span></label>
        <textarea
          class="field short"
          id="consequence"
          placeholder="One line"
          .value=${live(form.consequence)}
          @input=${(event: Event) => this.#change({ consequence: textOf(event) })}
        ></textarea>
      </div>
      <fieldset>
        <legend class="label">Effects</legend>
        ${repeat(
          form.effects,
          effect => effect.id,
          (effect, index) => this.#effect(effect, index),
        )}
        <button class="button quiet" type="button" @click=${this.#addEffect}>${icon(Plus, 15)}Add an effect</button>
      </fieldset>
      ${this.#passage()}
      <div class="foot">
        <button class="button quiet" type="button" @click=${this.#cancel}>Cancel</button>
        <button class="button primary" type="submit">Save card</button>
      </div>
    </form>`
  }

  #effect(effect: FormEffect, index: number): TemplateResult {
    const name = `Effect ${index + 1}`
    const field = `effect-${index}`
    return effectFields({
      name,
      fields: effect,
      change: changes => this.#changeEffect(effect.id, changes),
      problem: this.#problem(field) === null ? null : `${field}-problem`,
      problemLine: this.#problemLine(field),
      end: html`<button
        class="button quiet square"
        type="button"
        aria-label="Remove ${name.toLowerCase()}"
        title="Remove this effect"
        @click=${() => this.#change({ effects: this.form.effects.filter(other => other.id !== effect.id) })}
      >
        ${icon(Trash2, 15)}
      </button>`,
    })
  }

  #passage(): TemplateResult {
    const { passage } = this.form
    const selection = lastSelectedSpan.value
    return html`<div role="group" aria-label="Passage">
      <span class="label">Passage</span>
      ${
        passage === null
          ? html`<p class="faint">Select the words in the article that say so.</p>`
          : html`<passage-quote .quote=${passage.quote} .lines=${4}></passage-quote
              >${passage.lost === undefined ? nothing : html`<p class="faint">These words are no longer in the text. You can keep them, or select others.</p>`}`
      }
      <button class="button use" type="button" ?disabled=${selection === null} @click=${this.#useSelection}>
        ${icon(TextSelect, 15)}Use the selection
      </button>
      ${this.#problemLine('passage')}
    </div>`
  }

  #problem(field: string): string | null {
    return this.tried ? (formProblems(this.form).find(problem => problem.field === field)?.text ?? null) : null
  }

  #problemLine(field: string): TemplateResult | typeof nothing {
    const text = this.#problem(field)
    return text === null ? nothing : html`<p class="problem" id="${field}-problem" role="alert">${text}</p>`
  }

  #change(changes: Partial<CardForm>): void {
    this.form = { ...this.form, ...changes }
    this.dispatchEvent(new CustomEvent('form-input', { detail: this.form }))
  }

  #changeEffect(id: string, changes: Partial<FormEffect>): void {
    this.#change({ effects: this.form.effects.map(effect => (effect.id === id ? { ...effect, ...changes } : effect)) })
  }

  readonly #addEffect = async (): Promise<void> => {
    // Most effects of a card have the same agent.
    const agent = this.form.effects.at(-1)?.agent ?? ''
    this.#change({ effects: [...this.form.effects, { ...emptyEffect(newId()), agent }] })
    await this.updateComplete
    const rows = this.renderRoot.querySelectorAll('.effect-fields')
    rows[rows.length - 1]?.querySelectorAll<HTMLElement>('.field')[agent === '' ? 0 : 1]?.focus()
  }

  readonly #useSelection = (): void => {
    const text = opened.peek()?.article.text
    const span = lastSelectedSpan.peek()
    if (text !== undefined && span !== null) this.#change({ passage: passageAt(text, span) })
  }

  readonly #save = (event: Event): void => {
    event.preventDefault()
    const content = contentOfForm(this.form)
    if (content !== null) {
      this.dispatchEvent(new CustomEvent('form-save', { detail: content }))
      return
    }
    this.tried = true
    void this.#focusProblem()
  }

  async #focusProblem(): Promise<void> {
    await this.updateComplete
    const field = this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')
    ;(field ?? this.renderRoot.querySelector<HTMLElement>('.use'))?.focus()
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      this.#cancel()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.stopPropagation()
      this.#save(event)
    }
  }

  readonly #restart = (): void => {
    this.dispatchEvent(new CustomEvent('form-restart'))
  }

  readonly #cancel = (): void => {
    this.dispatchEvent(new CustomEvent('form-cancel'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'card-form': CardFormElement
  }
}

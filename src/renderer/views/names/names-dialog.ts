import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { Plus, Trash2 } from 'lucide'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { entityTypes } from '#core/mechanism/mechanism.ts'
import type { EntityType } from '#core/mechanism/mechanism.ts'
import { entityTypeLooks } from '../../components/entity-type.ts'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { announce } from '../../state/announce.ts'
import { shownDialog } from '../../state/dialogs.ts'
import { addName, deleteName, loadOwnNames, nameDraft, ownNames, restoreName } from '../../state/own-names.ts'
import {
  LONGEST_NAME,
  contentOfName,
  emptyNameForm,
  keepNameForm,
  leftNameForm,
  nameOfWords,
  nameProblem,
} from './name-form.ts'
import type { NameForm } from './name-form.ts'

/** Synonyms that a form takes, in UTF-16 units. */
const LONGEST_SYNONYMS = 1_000

const textOf = (event: Event): string => (event.currentTarget as HTMLInputElement).value

/** The names that the reader added to the lexicon: each to be deleted, and a form that adds one. */
@customElement('names-dialog')
export class NamesDialog extends ModalElement {
  readonly name = 'names'
  readonly heading = 'My names'
  @state() private form: NameForm = emptyNameForm
  /** What is wrong with the form, once it was tried. */
  @state() private problem: string | null = null
  /** What went wrong with the list as a whole. */
  @state() private failure: string | null = null
  /** The name that was deleted last, to be brought back. */
  @state() private gone: OwnName | null = null
  #shown = false

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = shownDialog.peek() === this.name
    if (shown === this.#shown) return
    this.#shown = shown
    if (shown) this.#begin()
  }

  /** Begins with what was selected, or with the entity for which it was opened. */
  #begin(): void {
    const draft = nameDraft.peek()
    nameDraft.value = null
    this.form =
      draft === null
        ? leftNameForm()
        : { ...emptyNameForm, name: nameOfWords(draft.name), type: draft.type ?? emptyNameForm.type }
    this.problem = null
    this.gone = null
    this.querySelector<HTMLElement>('#own-name')?.focus()
    void this.#load()
  }

  async #load(): Promise<void> {
    const loaded = await loadOwnNames()
    this.failure = loaded.ok ? null : loaded.error.message
  }

  protected content(): TemplateResult {
    return html`
      <p class="faint">
        What you add here is found as an entity in every article from now on, this one included. It stays in your
        library, in <span class="file">lexicon.json</span>.
      </p>
      ${this.#addForm()} ${this.failure === null ? nothing : html`<p class="problem" role="alert">${this.failure}</p>`}
      ${this.#deleted()} ${this.#list()}
    `
  }

  #addForm(): TemplateResult {
    const { form, problem } = this
    return html`<form class="name-form" @submit=${this.#add} novalidate>
      <div class="name-field">
        <label for="own-name">Name</label>
        <input
          class="field"
          id="own-name"
          autocomplete="off"
          spellcheck="false"
          maxlength=${LONGEST_NAME}
          .value=${live(form.name)}
          aria-invalid=${problem === null ? 'false' : 'true'}
          aria-describedby=${problem === null ? nothing : 'own-name-problem'}
          @input=${(event: Event) => this.#change({ name: textOf(event) })}
        />
      </div>
      <div class="name-field">
        <label for="own-name-type">Kind</label>
        <select
          class="field"
          id="own-name-type"
          .value=${live(form.type)}
          @change=${(event: Event) => this.#change({ type: textOf(event) as EntityType })}
        >
          ${entityTypes.map(type => html`<option value=${type} ?selected=${type === form.type}>${entityTypeLooks[type].name}</option>`)}
        </select>
      </div>
      <div class="name-field wide">
        <label for="own-name-synonyms">Other names <span class="faint">optional, separated by commas</span></label>
        <input
          class="field"
          id="own-name-synonyms"
          autocomplete="off"
          spellcheck="false"
          maxlength=${LONGEST_SYNONYMS}
          .value=${live(form.synonyms)}
          @input=${(event: Event) => this.#change({ synonyms: textOf(event) })}
        />
      </div>
      <button class="button primary" type="submit">${icon(Plus, 16)} Add the name</button>
      ${problem === null ? nothing : html`<p class="problem" id="own-name-problem" role="alert">${problem}</p>`}
    </form>`
  }

  #deleted(): TemplateResult | typeof nothing {
    const { gone } = this
    if (gone === null) return nothing
    return html`<p class="faint deleted-name" role="status">
      “${gone.name}” was deleted.
      <button class="link" type="button" @click=${() => void this.#restore(gone)}>Undo</button>
    </p>`
  }

  #list(): TemplateResult | typeof nothing {
    const names = ownNames.value
    if (names === null) return nothing
    if (names.length === 0) return html`<p class="faint no-names">You have not added a name yet.</p>`
    return html`<ul class="own-names" aria-label="Names that you added">
      ${repeat(
        names,
        ({ id }) => id,
        name =>
          html`<li>
            <span class="kind" title=${entityTypeLooks[name.type].name}
              >${icon(entityTypeLooks[name.type].icon, 15)}</span
            >
            <span class="words">
              <strong>${name.name}</strong>
              <span class="faint"
                >${[entityTypeLooks[name.type].name, ...(name.synonyms.length === 0 ? [] : [name.synonyms.join(', ')])].join(' · ')}</span
              >
            </span>
            <button
              class="button quiet square"
              type="button"
              aria-label="Delete ${name.name}"
              title="Delete"
              @click=${() => void this.#delete(name)}
            >
              ${icon(Trash2, 16)}
            </button>
          </li>`,
      )}
    </ul>`
  }

  #change(changes: Partial<NameForm>): void {
    this.form = { ...this.form, ...changes }
    keepNameForm(this.form)
    if (this.problem !== null) this.problem = nameProblem(this.form, ownNames.peek() ?? [])
  }

  readonly #add = async (event: Event): Promise<void> => {
    event.preventDefault()
    this.problem = nameProblem(this.form, ownNames.peek() ?? [])
    const field = this.querySelector<HTMLElement>('#own-name')
    field?.focus()
    if (this.problem !== null) return
    const content = contentOfName(this.form)
    const saved = await addName(content)
    if (!saved.ok) {
      this.problem = saved.error.message
      return
    }
    this.form = { ...emptyNameForm, type: content.type }
    keepNameForm(this.form)
    this.gone = null
    announce(`Name added: ${content.name}`)
  }

  async #delete(name: OwnName): Promise<void> {
    const saved = await deleteName(name)
    this.failure = saved.ok ? null : saved.error.message
    if (!saved.ok) return
    this.gone = name
    announce(`Name deleted: ${name.name}`)
    await this.updateComplete
    this.querySelector<HTMLElement>('.deleted-name .link')?.focus()
  }

  async #restore(name: OwnName): Promise<void> {
    const saved = await restoreName(name)
    this.failure = saved.ok ? null : saved.error.message
    if (!saved.ok) return
    this.gone = null
    announce(`Name restored: ${name.name}`)
    this.querySelector<HTMLElement>('#own-name')?.focus()
  }
}

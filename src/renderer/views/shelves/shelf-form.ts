import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { X } from 'lucide'
import { LitElement } from 'lit'
import { icon } from '../../components/icon.ts'
import { smallDialogStyles } from '../../components/small-dialog.styles.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { shelfFormStyles } from './shelf-form.styles.ts'

/** One question for names: what it is headed, what stands in it, and what takes the answer. */
export interface ShelfQuestion {
  readonly heading: string
  readonly label: string
  /** Names that may be chosen instead of typed. */
  readonly known: readonly string[]
  /** Names that stand already and can be taken away; null for a question that has one name as its answer. */
  readonly names: readonly string[] | null
  readonly value: string
  readonly done: string
  readonly take: (names: readonly string[]) => void
}

/** Asks for the name of a collection, or for a list of names, in a modal dialog. Method `ask`. */
@customElement('shelf-form')
export class ShelfForm extends LitElement {
  static override styles = [sidebarStyles, smallDialogStyles, shelfFormStyles]

  @property({ attribute: false }) question: ShelfQuestion | null = null
  @state() private names: readonly string[] = []
  @query('dialog') private readonly dialog!: HTMLDialogElement | null
  @query('input') private readonly field!: HTMLInputElement | null

  async ask(question: ShelfQuestion): Promise<void> {
    this.question = question
    this.names = question.names ?? []
    await this.updateComplete
    this.dialog?.showModal()
    if (this.field !== null) this.field.value = question.value
    this.field?.select()
  }

  protected override render() {
    const { question } = this
    if (question === null) return nothing
    const { heading, label, known, names, done } = question
    return html`<dialog aria-labelledby="heading" @close=${() => (this.question = null)} @keydown=${this.#key}>
      <form method="dialog" @submit=${this.#submitted}>
        <h2 id="heading">${heading}</h2>
        ${names === null ? nothing : this.#chips()}
        <label
          >${label}<input class="field" maxlength="100" list="known" autocomplete="off" ?required=${names === null}
        /></label>
        <datalist id="known">${known.map(name => html`<option value=${name}></option>`)}</datalist>
        <div class="actions">
          <button class="button" type="button" @click=${() => this.dialog?.close()}>Cancel</button>
          <button class="button primary" type="submit">${done}</button>
        </div>
      </form>
    </dialog>`
  }

  #chips(): TemplateResult {
    return html`<ul class="chips" aria-label="Tags now">
      ${this.names.map(
        name =>
          html`<li>
            <bdi>${name}</bdi
            ><button type="button" aria-label="Take away ${name}" @click=${() => this.#without(name)}>
              ${icon(X, 13)}
            </button>
          </li>`,
      )}
    </ul>`
  }

  #without(name: string): void {
    this.names = this.names.filter(other => other !== name)
    this.field?.focus()
  }

  /** Enter in a list adds a name; with an empty field it is done. */
  readonly #key = (event: KeyboardEvent): void => {
    const typed = this.field?.value.trim() ?? ''
    if (event.key !== 'Enter' || this.question?.names == null || event.target !== this.field || typed === '') return
    event.preventDefault()
    this.names = [...new Set([...this.names, typed])]
    if (this.field !== null) this.field.value = ''
  }

  readonly #submitted = (event: Event): void => {
    const typed = this.field?.value.trim() ?? ''
    const names = typed === '' ? this.names : [...new Set([...this.names, typed])]
    if (this.question?.names === null && names.length === 0) {
      event.preventDefault()
      return
    }
    this.question?.take(names)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shelf-form': ShelfForm
  }
}

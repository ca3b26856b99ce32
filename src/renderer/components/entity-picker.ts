import { LitElement, html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { Search, X } from 'lucide'
import { sidebarStyles } from '../views/mechanisms/sidebar.styles.ts'
import { entityPickerStyles } from './entity-picker.styles.ts'
import { entityTypeLooks } from './entity-type.ts'
import { icon } from './icon.ts'
import { suggestEntities } from './suggest-entities.ts'
import type { EntityChoice, EntitySuggestion } from './suggest-entities.ts'

/** `entity-pick`: the id of the entity that was picked; null when none is to be picked any more. */
export type EntityPickEvent = CustomEvent<string | null>

/**
 * A field that picks one of many entities while its name, or any other name of it, is typed. Arrow keys move in the list, Enter
 * picks, Escape closes the list. Properties `choices`, `selected` (an id or null), `label`,
 * `unit` (what is counted, as "effects"); event `entity-pick`, and `entity-ask` when the field is first used.
 */
@customElement('entity-picker')
export class EntityPicker extends LitElement {
  static override styles = [sidebarStyles, entityPickerStyles]
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property({ attribute: false }) choices: readonly EntityChoice[] = []
  @property({ attribute: false }) selected: string | null = null
  @property() label = 'Filter by entity'
  @property() placeholder = 'Entity'
  @property() unit = 'effects'
  @state() private typed = ''
  @state() private open = false
  /** Index of the suggestion that Enter takes. */
  @state() private active = 0
  @query('input') private readonly field!: HTMLInputElement
  /** What is picked, kept while the choices no longer hold it. */
  #picked: EntityChoice | null = null

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('selected') && !changed.has('choices')) return
    if (this.selected === null) this.#picked = null
    else this.#picked = this.choices.find(({ entity }) => entity.id === this.selected) ?? this.#picked
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active') && this.open)
      this.renderRoot.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }

  get #suggestions(): readonly EntitySuggestion[] {
    return this.open ? suggestEntities(this.choices, this.typed) : []
  }

  protected override render() {
    const suggestions = this.#suggestions
    const picked = this.#picked
    const shown = this.open || picked === null ? this.typed : picked.entity.name
    return html`
      <div class="box" ?data-chosen=${picked !== null}>
        ${icon(picked === null ? Search : entityTypeLooks[picked.entity.type].icon, 14)}
        <input
          role="combobox"
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-expanded=${this.open}
          aria-controls="entities"
          aria-activedescendant=${this.open && suggestions.length > 0 ? `entity-${this.active}` : nothing}
          placeholder=${picked === null ? this.placeholder : picked.entity.name}
          autocomplete="off"
          spellcheck="false"
          .value=${live(shown)}
          @input=${this.#input}
          @keydown=${this.#key}
          @focus=${() => this.dispatchEvent(new CustomEvent('entity-ask'))}
          @pointerdown=${this.#show}
          @blur=${this.#hide}
        />
        ${
          picked === null
            ? nothing
            : html`<button class="clear" type="button" aria-label="Any entity" title="Any entity" @click=${this.#clear}>
                ${icon(X, 14)}
              </button>`
        }
      </div>
      <div
        class="list"
        role="listbox"
        id="entities"
        aria-label="Entities"
        ?hidden=${!this.open}
        @pointerdown=${(event: Event) => event.preventDefault()}
      >
        ${suggestions.map((suggestion, index) => this.#option(suggestion, index))}
      </div>
      ${
        this.open && suggestions.length === 0
          ? html`<div class="list" role="status">
              <p class="none">No entity of this name acts or is acted on here.</p>
            </div>`
          : nothing
      }
    `
  }

  #option({ choice, by }: EntitySuggestion, index: number) {
    const { entity, count } = choice
    const look = entityTypeLooks[entity.type]
    return html`<div
      role="option"
      id="entity-${index}"
      aria-selected=${entity.id === this.selected}
      ?data-active=${index === this.active}
      title=${look.name}
      @click=${() => this.#pick(choice)}
    >
      ${icon(look.icon, 13)}<span class="name">${entity.name}</span>
      <span class="faint number">${count}<span class="visually-hidden"> ${this.unit}</span></span>
      ${by === null ? nothing : html`<span class="by">${by}</span>`}
    </div>`
  }

  readonly #show = (): void => {
    this.open = true
    this.active = 0
  }

  readonly #hide = (): void => {
    this.open = false
    this.typed = ''
  }

  readonly #input = (): void => {
    this.typed = this.field.value
    this.#show()
  }

  readonly #key = (event: KeyboardEvent): void => {
    // Enter and Escape belong to the input method while it composes a word.
    if (event.isComposing) return
    const suggestions = this.#suggestions
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.open) {
        const step = event.key === 'ArrowDown' ? 1 : -1
        this.active = (this.active + step + suggestions.length) % Math.max(1, suggestions.length)
      } else this.#show()
    } else if (event.key === 'Enter') {
      const chosen = suggestions[this.active]?.choice
      if (chosen !== undefined) this.#pick(chosen)
      else if (!this.open) this.#show()
    } else if (event.key === 'Escape' && this.open) this.#hide()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  readonly #clear = (): void => {
    this.#tell(null)
    this.field.focus()
  }

  #pick(choice: EntityChoice): void {
    this.#picked = choice
    this.#hide()
    this.#tell(choice.entity.id)
  }

  #tell(id: string | null): void {
    this.dispatchEvent(new CustomEvent('entity-pick', { detail: id }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-picker': EntityPicker
  }
}

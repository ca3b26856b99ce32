import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { X } from 'lucide'
import { icon } from '../../components/icon.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { suggestTags } from './note-filter.ts'

/**
 * The tags of a note, each removable, with a field that suggests the tags in use. Enter or comma adds; Backspace in the empty
 * field takes the last one off. Properties `tags`, `inUse`, `begun` (a tag that was being typed before); events `tags-change`
 * with the new list, `tags-input` with what is being typed, `tags-done`.
 */
@customElement('tag-editor')
export class TagEditor extends LitElement {
  static override styles = [
    sidebarStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      .box {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        padding: 4px;
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--raised);
      }
      .box:focus-within {
        outline: var(--focus-ring);
        outline-offset: 0;
      }
      .tag {
        display: inline-flex;
        align-items: center;
        gap: 2px;
        padding: 1px 2px 1px 8px;
        border-radius: 10px;
        background: var(--accent-soft);
        font-size: var(--text-small);
        overflow-wrap: anywhere;
      }
      .tag button {
        display: grid;
        place-items: center;
        width: 18px;
        height: 18px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: none;
        cursor: pointer;
      }
      .tag button:hover {
        background: color-mix(in srgb, var(--accent) 22%, transparent);
      }
      input {
        flex: 1;
        min-width: 90px;
        padding: 2px 5px;
        border: 0;
        background: none;
        font-size: var(--text-small);
        outline: none;
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--ink-faint);
        opacity: 1;
      }
      [role='listbox'] {
        position: absolute;
        z-index: 2;
        inset: calc(100% + 4px) 0 auto;
        padding: 4px;
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow-high);
      }
      [role='option'] {
        padding: 4px 8px;
        border-radius: var(--radius-small);
        font-size: var(--text-small);
        cursor: pointer;
      }
      [role='option'][aria-selected='true'],
      [role='option']:hover {
        background: var(--accent-soft);
      }
    `,
  ]

  @property({ attribute: false }) tags: readonly string[] = []
  @property({ attribute: false }) inUse: readonly string[] = []
  @property() begun = ''
  @state() private typed = ''
  /** Index of the suggestion that Enter takes; -1 for what is typed. */
  @state() private active = -1
  @state() private listening = true
  @query('input') private readonly field!: HTMLInputElement

  override connectedCallback(): void {
    super.connectedCallback()
    this.typed = this.begun
  }

  protected override firstUpdated(): void {
    this.field.focus({ preventScroll: true })
  }

  get #suggestions(): readonly string[] {
    return this.listening ? suggestTags(this.typed, this.inUse, this.tags) : []
  }

  protected override render() {
    const suggestions = this.#suggestions
    return html`
      <div class="box" @focusout=${this.#left}>
        ${this.tags.map(tag => html`<span class="tag">${tag}<button type="button" aria-label="Remove tag ${tag}" @click=${() => this.#remove(tag)}>${icon(X, 12)}</button></span>`)}
        <input
          role="combobox"
          aria-label="Add a tag"
          aria-autocomplete="list"
          aria-expanded=${suggestions.length > 0}
          aria-controls="suggestions"
          aria-activedescendant=${this.active >= 0 && suggestions.length > 0 ? `suggestion-${this.active}` : nothing}
          placeholder=${this.tags.length === 0 ? 'Add a tag, Enter' : 'Add another'}
          autocomplete="off"
          maxlength="80"
          .value=${this.typed}
          @input=${this.#input}
          @keydown=${this.#key}
          @focus=${() => {
            this.listening = true
          }}
        />
      </div>
      <div role="listbox" id="suggestions" aria-label="Tags in use" ?hidden=${suggestions.length === 0}>
        ${suggestions.map(
          (tag, index) =>
            html`<div
              role="option"
              id="suggestion-${index}"
              aria-selected=${index === this.active}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.#add(tag)}
            >
              ${tag}
            </div>`,
        )}
      </div>
    `
  }

  readonly #input = (event: Event): void => {
    const { value } = event.currentTarget as HTMLInputElement
    this.active = -1
    this.listening = true
    const parts = value.split(',')
    this.typed = parts.at(-1) ?? ''
    const complete = parts
      .slice(0, -1)
      .map(part => part.trim())
      .filter(part => part !== '')
    this.#tellTyped()
    if (complete.length > 0) this.#change([...new Set([...this.tags, ...complete])])
  }

  readonly #key = (event: KeyboardEvent): void => {
    // Enter and Escape belong to the input method while it composes a word.
    if (event.isComposing) return
    const suggestions = this.#suggestions
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const count = suggestions.length + 1
      this.active = ((this.active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + count) % count) - 1
    } else if (event.key === 'Enter') {
      const chosen = suggestions[this.active] ?? this.typed
      if (chosen.trim() === '') this.#done()
      else this.#add(chosen)
    } else if (event.key === 'Backspace' && this.typed === '') {
      const last = this.tags.at(-1)
      if (last !== undefined) this.#remove(last)
      return
    } else if (event.key === 'Escape') {
      if (suggestions.length > 0 && this.active >= 0) this.active = -1
      else this.#done()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** What stands in the field when it is left is a tag that was meant. */
  readonly #left = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)) return
    if (!document.hasFocus()) return
    if (this.typed.trim() !== '') this.#add(this.typed)
    this.#done()
  }

  #tellTyped(): void {
    this.dispatchEvent(new CustomEvent('tags-input', { detail: this.typed }))
  }

  #add(tag: string): void {
    this.typed = ''
    this.#tellTyped()
    this.active = -1
    this.#change([...new Set([...this.tags, tag.trim()])])
    this.field.focus({ preventScroll: true })
  }

  #remove(tag: string): void {
    this.#change(this.tags.filter(other => other !== tag))
    this.field.focus({ preventScroll: true })
  }

  #change(tags: readonly string[]): void {
    this.tags = tags
    this.dispatchEvent(new CustomEvent('tags-change', { detail: tags }))
  }

  #done(): void {
    this.listening = false
    this.dispatchEvent(new CustomEvent('tags-done'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tag-editor': TagEditor
  }
}

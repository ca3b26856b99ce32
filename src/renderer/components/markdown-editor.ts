import { LitElement, html } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { sidebarStyles } from '../views/mechanisms/sidebar.styles.ts'
import { markdownEditorStyles } from './markdown-editor.styles.ts'
import './markdown-text.ts'

/** `markdown-save`: the text is to be kept. `markdown-leave`: the reader left without saving. `markdown-input`: it changed. */
export type MarkdownEditorEvent = CustomEvent<{ readonly value: string; readonly caret: number }>

/**
 * A field for Markdown that grows with its text, with a preview. Ctrl+Enter, "Save" and leaving the field save;
 * Escape leaves without saving. Properties: `value` to begin with, `caret` (null for its end), `label` as its
 * accessible name, `placeholder`.
 */
@customElement('markdown-editor')
export class MarkdownEditor extends LitElement {
  static override styles = [sidebarStyles, markdownEditorStyles]
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property() value = ''
  @property({ attribute: false }) caret: number | null = null
  @property() label = 'Note'
  @property() placeholder = 'Write in Markdown…'
  @state() private text = ''
  @state() private previewing = false
  @query('textarea') private readonly field!: HTMLTextAreaElement | null
  /** Set when the editor has said how it ends, so that losing the focus afterwards says nothing more. */
  #ended = false

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.text = this.value
  }

  protected override firstUpdated(): void {
    this.field?.focus({ preventScroll: true })
    const caret = this.caret ?? this.text.length
    this.field?.setSelectionRange(caret, caret)
  }

  protected override render() {
    return html`
      <div class="editor" @focusout=${this.#focusLeft} @keydown=${this.#key}>
        <div class="tabs" role="tablist" aria-label="${this.label}: write or preview" @keydown=${this.#tabKey}>
          ${this.#tab('Write', false)} ${this.#tab('Preview', true)}
        </div>
        <div role="tabpanel" id="panel" aria-labelledby=${this.previewing ? 'preview-tab' : 'write-tab'}>
          ${
            this.previewing
              ? html`<div class="preview" tabindex="0">
                  ${this.text.trim() === '' ? html`<p class="faint">Nothing to show yet.</p>` : html`<markdown-text .source=${this.text}></markdown-text>`}
                </div>`
              : html`<textarea
                  class="field"
                  aria-label=${this.label}
                  placeholder=${this.placeholder}
                  spellcheck="true"
                  .value=${this.text}
                  @input=${this.#input}
                ></textarea>`
          }
        </div>
        <div class="foot">
          <span class="faint"><kbd>Ctrl</kbd> <kbd>Enter</kbd> saves, <kbd>Esc</kbd> keeps a draft</span>
          <button class="button primary" type="button" @click=${this.#save}>Save</button>
        </div>
      </div>
    `
  }

  #tab(name: string, previews: boolean) {
    const chosen = this.previewing === previews
    return html`<button
      type="button"
      role="tab"
      id=${previews ? 'preview-tab' : 'write-tab'}
      aria-selected=${chosen}
      aria-controls="panel"
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.#show(previews)}
    >
      ${name}
    </button>`
  }

  async #show(previews: boolean, focusTab = false): Promise<void> {
    this.previewing = previews
    await this.updateComplete
    if (focusTab) this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
    else if (!previews) this.field?.focus()
  }

  readonly #tabKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    void this.#show(!this.previewing, true)
  }

  readonly #input = (event: Event): void => {
    this.text = (event.currentTarget as HTMLTextAreaElement).value
    this.#tell('markdown-input')
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      this.#save()
    } else if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      event.stopPropagation()
      this.#end('markdown-leave')
    }
  }

  /** Another window taking the focus is no reason to close the editor; the draft is kept on every key anyway. */
  readonly #focusLeft = (event: FocusEvent): void => {
    const to = event.relatedTarget
    if (!document.hasFocus() || (to instanceof Node && this.renderRoot.contains(to))) return
    if (to === null && this.previewing) return
    this.#save()
  }

  readonly #save = (): void => this.#end('markdown-save')

  #end(how: 'markdown-save' | 'markdown-leave'): void {
    if (this.#ended) return
    this.#ended = true
    this.#tell(how)
  }

  #tell(name: 'markdown-save' | 'markdown-leave' | 'markdown-input'): void {
    const caret = this.field?.selectionEnd ?? this.text.length
    this.dispatchEvent(new CustomEvent(name, { detail: { value: this.text, caret } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'markdown-editor': MarkdownEditor
  }
}

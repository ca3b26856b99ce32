import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { query } from 'lit/decorators.js'
import { X } from 'lucide'
import { shownDialog } from '../state/dialogs.ts'
import type { DialogName } from '../state/dialogs.ts'
import { WatchingElement } from '../state/watch.ts'
import { icon } from './icon.ts'

/** A modal dialog that the state opens by its name. Its children say what is in it; the browser keeps and returns the focus. */
export abstract class ModalElement extends WatchingElement {
  abstract readonly name: DialogName
  abstract readonly heading: string
  @query('dialog') private readonly dialog!: HTMLDialogElement | null

  protected abstract content(): TemplateResult

  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    if (shownDialog.value !== this.name) return nothing
    return html`
      <dialog
        class="modal modal-${this.name}"
        aria-labelledby="${this.name}-heading"
        @close=${this.#closed}
        @click=${this.#clicked}
      >
        <div class="modal-body">
          <header>
            <h2 id="${this.name}-heading">${this.heading}</h2>
            <button class="button quiet square" aria-label="Close" @click=${() => this.close()}>${icon(X)}</button>
          </header>
          ${this.content()}
        </div>
      </dialog>
    `
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (this.dialog !== null && !this.dialog.open) this.dialog.showModal()
  }

  close(): void {
    this.dialog?.close()
  }

  readonly #closed = (): void => {
    if (shownDialog.peek() === this.name) shownDialog.value = null
  }

  /** A click beside the dialog closes it: its padding-less box is the backdrop's only other target. */
  readonly #clicked = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.close()
  }
}

import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { CopyPlus, RefreshCw } from 'lucide'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { shownDialog } from '../../state/dialogs.ts'
import { decideNewerCopy, newerCopies } from '../../state/updates.ts'

/** Asks, one file after the other, what to do with those that look like newer copies of articles in the library. */
@customElement('newer-copy-dialog')
export class NewerCopyDialog extends ModalElement {
  readonly name = 'newer-copy'
  readonly heading = 'Update this article?'
  #asked: string | null = null

  protected content(): TemplateResult {
    const [copy, ...rest] = newerCopies.value
    if (copy === undefined) return html``
    return html`
      <p>
        <bdi class="file">${copy.fileName}</bdi> looks like a newer copy of <bdi class="title">“${copy.title}”</bdi>,
        which is in your library.
      </p>
      <p class="faint">
        An update keeps your marks and cards, puts each on its passage again, and tells you which of them need you. It
        can be taken back.
      </p>
      ${rest.length === 0 ? nothing : html`<p class="faint">${rest.length === 1 ? 'One more file waits' : `${rest.length} more files wait`} for your answer.</p>`}
      <p class="actions">
        <button class="button primary" autofocus @click=${() => void decideNewerCopy('update')}>
          ${icon(RefreshCw, 16)} Update it and keep your marks
        </button>
        <button class="button" @click=${() => void decideNewerCopy('beside')}>
          ${icon(CopyPlus, 16)} Bring it in beside it
        </button>
        <button class="button quiet" @click=${() => void decideNewerCopy('leave')}>Cancel</button>
      </p>
    `
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const [copy] = newerCopies.peek()
    const closed = shownDialog.peek() !== this.name
    if (closed && this.#asked !== null && copy?.offer === this.#asked) {
      // Closed by Escape or its cross: this file is left out, and the next one has its turn.
      void decideNewerCopy('leave')
      if (newerCopies.peek().length > 0) shownDialog.value = this.name
    } else if (!closed && this.#asked !== null && this.#asked !== copy?.offer)
      this.querySelector<HTMLElement>('.button.primary')?.focus()
    this.#asked = shownDialog.peek() === this.name ? (copy?.offer ?? null) : null
  }
}

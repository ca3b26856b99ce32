import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { Download } from 'lucide'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { importAddress } from '../../keyboard/run-command.ts'

/** Takes the address of a page that is to be fetched. */
@customElement('import-address-dialog')
export class ImportAddressDialog extends ModalElement {
  readonly name = 'import-address'
  readonly heading = 'Import a page'

  protected content(): TemplateResult {
    return html`
      <form @submit=${this.#submit}>
        <label for="import-address-field">Address of the page</label>
        <input
          id="import-address-field"
          class="field"
          type="url"
          name="address"
          required
          maxlength="4096"
          autofocus
          autocomplete="off"
          spellcheck="false"
          placeholder="https://"
          aria-describedby="import-address-about"
        />
        <p class="faint" id="import-address-about">
          The page and its pictures are fetched once and kept in your library. Nothing else leaves this machine.
        </p>
        <p class="actions">
          <button class="button primary">${icon(Download, 16)} Fetch and import</button>
        </p>
      </form>
    `
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const address = this.querySelector<HTMLInputElement>('#import-address-field')?.value.trim() ?? ''
    if (address === '') return
    this.close()
    void importAddress(address)
  }
}

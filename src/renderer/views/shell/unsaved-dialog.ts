import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { ModalElement } from '../../components/modal-element.ts'
import { closeAnyway, keptForNextStart, prepareToClose, saveCopy } from '../../state/closing.ts'
import { saving } from '../../state/saving.ts'
import { saveAgain } from '../../state/start.ts'

/** Asks what to do when the window is to close while the disk refuses what the reader wrote. */
@customElement('unsaved-dialog')
export class UnsavedDialog extends ModalElement {
  readonly name = 'unsaved'
  readonly heading = 'Not everything is saved'

  protected content() {
    const { waiting, message } = saving.value
    const them = waiting === 1 ? 'it' : 'them'
    const isKept = keptForNextStart.value
    return html`
      <p>${waiting === 1 ? 'One change is' : `${waiting} changes are`} not on the disk yet. ${message}</p>
      <p>
        ${
          isKept
            ? `If you close Pathmark now, it keeps ${them} outside of the library and saves ${them} when it is started next.`
            : `There is no other place that could keep ${them} either: what you close now is lost.`
        }
      </p>
      <p class="actions">
        <button class="button primary" autofocus @click=${this.#retry}>Try again and close</button>
        <button class="button" @click=${() => this.close()}>Keep open</button>
        <button class="button" @click=${() => void saveCopy()}>Save a copy…</button>
        <button class="button ${isKept ? '' : 'danger'}" @click=${closeAnyway}>
          ${isKept ? 'Close for now' : `Close and lose ${them}`}
        </button>
      </p>
    `
  }

  readonly #retry = async (): Promise<void> => {
    this.close()
    await saveAgain()
    await prepareToClose()
  }
}

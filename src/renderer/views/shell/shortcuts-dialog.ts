import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { ModalElement } from '../../components/modal-element.ts'
import { bindings } from '../../keyboard/key-table.ts'

const groups = ['Mark', 'Move', 'Find', 'Window'] as const

const keyCaps = (keys: string) => keys.split('+').map((key) => html`<kbd>${key}</kbd>`)

const caretKeys = [
  { keys: 'Shift+Arrows', does: 'Select by character and line' },
  { keys: 'Ctrl+Shift+Arrows', does: 'Select by word and paragraph' },
  { keys: 'Shift+Home', does: 'Select to the start of the line' },
  { keys: 'Shift+End', does: 'Select to the end of the line' },
  { keys: 'Tab', does: 'From the article to the tools of the mark' },
  { keys: 'Escape', does: 'Leave the caret, the mark or the bar' },
]

/** Every key that the window answers. */
@customElement('shortcuts-dialog')
export class ShortcutsDialog extends ModalElement {
  readonly name = 'shortcuts'
  readonly heading = 'Keyboard shortcuts'

  protected content() {
    return html`
      <div class="shortcuts">
        ${groups.map((group) => html`
          <section>
            <h3>${group}</h3>
            <dl>
              ${bindings.filter((binding) => binding.group === group).map(({ keys, does }) => html`<div><dt>${does}</dt><dd>${keyCaps(keys)}</dd></div>`)}
              ${group === 'Move' ? caretKeys.map(({ keys, does }) => html`<div><dt>${does}</dt><dd>${keyCaps(keys)}</dd></div>`) : ''}
            </dl>
          </section>`)}
      </div>
    `
  }
}

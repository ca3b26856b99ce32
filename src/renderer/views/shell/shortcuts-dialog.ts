import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { annotationColors } from '#core/annotation/annotation.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { bindings } from '../../keyboard/key-table.ts'
import type { Binding } from '../../keyboard/key-table.ts'

type Group = Binding['group']
type Line = Pick<Binding, 'keys' | 'does'>

/** The colours share one line; the caret's keys belong to the article and are not in the table. */
const colours: Line = { keys: `1 – ${annotationColors.length}`, does: `Highlight in ${annotationColors.join(', ')}` }
const caretKeys: readonly Line[] = [
  { keys: 'Shift+Arrows', does: 'Select by character and line' },
  { keys: 'Ctrl+Shift+Arrows', does: 'Select by word and paragraph' },
  { keys: 'Shift+Home / End', does: 'Select to the start or end of the line' },
  { keys: 'Tab', does: 'From the article to the tools of the mark' },
  { keys: 'Enter', does: 'Attach a lost mark to the words that are selected for it' },
  { keys: 'Escape', does: 'Leave the caret, the mark or the bar' },
]

/** Of the page, and not of the table: what is pasted into a field belongs to the field. */
const pasteKey: Line = { keys: 'Ctrl+V', does: 'Import what was copied: files, an address, words' }

function linesOf(group: Group): readonly Line[] {
  const own = bindings.filter(binding => binding.group === group && binding.command.name !== 'highlight')
  if (group === 'Mark') return [colours, ...own]
  if (group === 'Window') return [...own, pasteKey]
  return group === 'Move' ? [...own, ...caretKeys] : own
}

const keyCaps = (keys: string) => keys.split('+').map(key => html`<kbd>${key}</kbd>`)

const section = (group: Group) => html`
  <section>
    <h3>${group}</h3>
    <dl>
      ${linesOf(group).map(
        ({ keys, does }) =>
          html`<div>
            <dt>${does}</dt>
            <dd>${keyCaps(keys)}</dd>
          </div>`,
      )}
    </dl>
  </section>
`

/** Every key that the window answers. */
@customElement('shortcuts-dialog')
export class ShortcutsDialog extends ModalElement {
  readonly name = 'shortcuts'
  readonly heading = 'Keyboard shortcuts'

  protected content() {
    return html`
      <div class="shortcuts">
        <div>${section('Mark')}${section('Find')}</div>
        <div>${section('Move')}${section('Window')}</div>
      </div>
    `
  }
}

import type { MenuCommand } from '#core/bridge/events.ts'
import { articleSurface } from '../state/article-surface.ts'
import { openArticle } from '../state/article.ts'
import { shownDialog, typeSettingsShown } from '../state/dialogs.ts'
import { exportMarkdown } from '../state/export.ts'
import { openFind, stepHit } from '../state/find.ts'
import { redo, undo } from '../state/history.ts'
import { importFiles } from '../state/library.ts'
import {
  applyColor,
  applyUnderline,
  deleteMark,
  draftCard,
  resizeMark,
  selectArticle,
  stepMark,
  writeOnMark,
} from '../state/marking.ts'
import { showSidebar, togglePanel } from '../state/panels.ts'
import { commandOf } from './key-table.ts'
import type { KeyCommand } from './key-table.ts'

/** Brings in files and opens the first that came. */
export async function importAndOpen(): Promise<void> {
  const [first] = await importFiles()
  if (first !== undefined) await openArticle(first)
}

const isTextField = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLElement && element.isContentEditable) ||
  (element instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'range', 'submit', 'reset'].includes(element.type))

/** The element that has the focus, also inside of components. */
function focusedElement(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement
  return element
}

export function runCommand(command: KeyCommand): void {
  switch (command.name) {
    case 'highlight':
      return applyColor(command.color)
    case 'resize':
      return resizeMark(command.move)
    case 'underline':
      return applyUnderline()
    case 'note':
      return writeOnMark('note')
    case 'tag':
      return writeOnMark('tags')
    case 'new-mechanism':
      return draftCard()
    case 'delete':
      return deleteMark()
    case 'select-all':
      return selectArticle()
    case 'next-mark':
      return stepMark(1)
    case 'previous-mark':
      return stepMark(-1)
    case 'undo':
      return undo()
    case 'redo':
      return redo()
    case 'find':
      return openFind()
    case 'find-next':
      return stepHit(1)
    case 'find-previous':
      return stepHit(-1)
    case 'caret':
      return articleSurface.peek()?.toggleCaret()
    case 'export':
      return void exportMarkdown()
    case 'import':
      return void importAndOpen()
    case 'toggle-navigation':
      return togglePanel('navigation')
    case 'toggle-sidebar':
      return togglePanel('sidebar')
    case 'settings':
      typeSettingsShown.value = !typeSettingsShown.peek()
      return
    case 'shortcuts':
      shownDialog.value = 'shortcuts'
  }
}

/** Answers a key of the window. Dialogs and popovers with a focus of their own keep their keys. */
export function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]:modal') !== null) return
  const command = commandOf(event, isTextField(focusedElement()))
  if (command === null) return
  event.preventDefault()
  // A button that was let go outside of the window is not heard of; what is selected counts all the same.
  articleSurface.peek()?.readSelection()
  runCommand(command)
}

/** In a text field undo and redo are the field's own. */
function undoInField(kind: 'undo' | 'redo'): void {
  if (isTextField(focusedElement())) document.execCommand(kind)
  else if (kind === 'undo') undo()
  else redo()
}

/** Answers an item of the application's menu. */
export function onMenuCommand(command: MenuCommand): void {
  switch (command) {
    case 'undo':
    case 'redo':
      return undoInField(command)
    case 'export-markdown':
      return runCommand({ name: 'export' })
    case 'about':
      shownDialog.value = 'about'
      return
    case 'show-mechanisms':
      return showSidebar('mechanisms')
    case 'show-notes':
      return showSidebar('notes')
    case 'show-evidence':
      return showSidebar('evidence')
    case 'find':
    case 'find-next':
    case 'find-previous':
    case 'import':
    case 'settings':
    case 'shortcuts':
    case 'toggle-navigation':
    case 'toggle-sidebar':
      return runCommand({ name: command })
  }
}

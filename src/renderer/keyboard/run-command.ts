import type { CallPayload } from '#core/bridge/calls.ts'
import type { MenuCommand } from '#core/bridge/events.ts'
import type { Settings } from '#core/bridge/settings.ts'
import { acrossShown, searchAcross } from '../state/across.ts'
import { closeAcross, toggleAcross } from '../state/across-visit.ts'
import { articleSurface } from '../state/article-surface.ts'
import { openArticle, opened } from '../state/article.ts'
import { callBridge } from '../state/bridge.ts'
import { attachSelection, attaching, cancelAttaching } from '../state/attaching.ts'
import { shownDialog, typeSettingsShown } from '../state/dialogs.ts'
import { exportMarkdown } from '../state/export.ts'
import { openWaitingMarks, tellOfMarks } from '../state/foreign-marks.ts'
import { openFind, stepHit } from '../state/find.ts'
import { redo, undo } from '../state/history.ts'
import { importFiles, library } from '../state/library.ts'
import { chooseLibrary, isSwitching, showLibraries } from '../state/libraries.ts'
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
import { notify } from '../state/notices.ts'
import { showSidebar, togglePanel } from '../state/panels.ts'
import { askForPage, pagesOnScreen, togglePages } from '../state/pages.ts'
import { printArticle } from '../state/printing.ts'
import { settings } from '../state/settings.ts'
import { seekDocuments } from '../state/shelves.ts'
import { shelvesShown } from '../state/shelves-shown.ts'
import { closeShelves, toggleShelves } from '../state/shelves-visit.ts'
import { askAboutNewerCopies, readOriginalAgain, updateArticle } from '../state/updates.ts'
import { commandOf } from './key-table.ts'
import type { KeyCommand } from './key-table.ts'

/**
 * Brings in what the reader chooses or has pointed at, and opens the first that came; about newer copies of articles that are there the
 * reader is asked.
 */
export const importAndOpen = (from: CallPayload<'library.import'>['from'] = 'files'): Promise<void> =>
  openImported(() => callBridge('library.import', { from }))

/** Has a page fetched, after the reader was asked, and opens it. */
export const importAddress = (address: string): Promise<void> =>
  openImported(() => callBridge('library.import-address', { address }))

/** Imports what was copied when it is pasted where nothing is written. */
export function onPaste(event: ClipboardEvent): void {
  if (event.defaultPrevented || isTextField(focusedElement()) || document.querySelector('dialog[open]:modal') !== null)
    return
  event.preventDefault()
  void importAndOpen('clipboard')
}

/** Tries once more what failed in an import. */
export const importAgain = (token: string): Promise<void> =>
  openImported(() => callBridge('library.import-again', { token }))

async function openImported(ask: Parameters<typeof importFiles>[0]): Promise<void> {
  if (isSwitching()) {
    notify({ kind: 'information', text: 'Another library is being opened. Import into it once it is there.' })
    return
  }
  if (library.peek()?.writable === false) {
    notify({ kind: 'warning', text: 'This library can only be read, so nothing can be brought in.' })
    return
  }
  const { ids, newer, marks } = await importFiles(ask)
  const [first] = ids
  if (first !== undefined) await openArticle(first)
  tellOfMarks(marks)
  askAboutNewerCopies(newer)
}

/** Updates the article that is open: from a file that the reader chooses, or from the one that it came from. */
function updateOpenArticle(update: (id: string) => Promise<void>): void {
  const id = opened.peek()?.article.id
  if (id === undefined) notify({ kind: 'information', text: 'Open the article first that is to be updated.' })
  else if (library.peek()?.writable !== true)
    notify({ kind: 'warning', text: 'This library can only be read, so no article of it can be updated.' })
  else void update(id)
}

/** Shows how the open article is cited. */
function showCitation(): void {
  if (opened.peek() === null) notify({ kind: 'information', text: 'Open the article first that is to be cited.' })
  else shownDialog.value = 'citation'
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

/** Shows a tab of the sidebar, which the mechanisms of the library cover. */
function showBeside(tab: Settings['sidebarTab']): void {
  closeAcross()
  closeShelves()
  showSidebar(tab)
}

/** Whether something lies over the article and its sidebar. */
const isCovered = (): boolean => acrossShown.peek() || shelvesShown.peek()

/** Keys that mean the window as a whole, and not the article that something covers. */
const worksAcross = ({ name }: KeyCommand): boolean =>
  [
    'find',
    'import',
    'settings',
    'shortcuts',
    'toggle-navigation',
    'toggle-sidebar',
    'toggle-across',
    'toggle-library',
    'search-library',
  ].includes(name)

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
      return shelvesShown.peek() ? seekDocuments() : acrossShown.peek() ? searchAcross() : openFind()
    case 'find-next':
      return stepHit(1)
    case 'find-previous':
      return stepHit(-1)
    case 'caret':
      return articleSurface.peek()?.toggleCaret()
    case 'export':
      return void exportMarkdown()
    case 'print':
      return printArticle()
    case 'import':
      return void importAndOpen()
    case 'toggle-navigation':
      return togglePanel('navigation')
    case 'toggle-sidebar':
      return isCovered() ? showBeside(settings.peek().sidebarTab) : togglePanel('sidebar')
    case 'toggle-across':
      return toggleAcross()
    case 'toggle-library':
      return toggleShelves()
    case 'search-library':
      shownDialog.value = 'search'
      return
    case 'toggle-pages':
      return togglePages()
    case 'go-to-page':
      return askForPage()
    case 'zoom-in':
      return pagesOnScreen.peek()?.zoom(1)
    case 'zoom-out':
      return pagesOnScreen.peek()?.zoom(-1)
    case 'zoom-width':
      return pagesOnScreen.peek()?.zoom('width')
    case 'settings':
      typeSettingsShown.value = !typeSettingsShown.peek()
      return
    case 'shortcuts':
      shownDialog.value = 'shortcuts'
  }
}

/** While words are chosen for a mark, Enter in the article takes them and Escape leaves the mark as it is. */
function answersAttaching(event: KeyboardEvent): boolean {
  if (attaching.peek() === null) return false
  if (event.key === 'Escape') {
    cancelAttaching()
    return true
  }
  const focused = focusedElement()
  if (event.key !== 'Enter' || (focused !== articleSurface.peek()?.scroller && focused !== document.body)) return false
  articleSurface.peek()?.readSelection()
  if (!attachSelection())
    notify({ kind: 'information', text: 'Select the words first, with the mouse or with Shift and the arrow keys.' })
  return true
}

/** Answers a key of the window. Dialogs and popovers with a focus of their own keep their keys. */
export function onKeyDown(event: KeyboardEvent): void {
  if (isSwitching()) return
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]:modal') !== null) return
  if (answersAttaching(event)) {
    event.preventDefault()
    return
  }
  const command = commandOf(event, isTextField(focusedElement()))
  if (command === null || (isCovered() && !worksAcross(command))) return
  // Where there are no pages, these keys are the window's own.
  if (command.name.startsWith('zoom-') && pagesOnScreen.peek() === null) return
  event.preventDefault()
  // A button that was let go outside of the window is not heard of; what is selected counts all the same.
  articleSurface.peek()?.readSelection()
  runCommand(command)
}

/** In a text field undo and redo are the field's own. */
function undoInField(kind: 'undo' | 'redo'): void {
  if (isTextField(focusedElement())) document.execCommand(kind)
  else if (isCovered()) return
  else if (kind === 'undo') undo()
  else redo()
}

/** Answers an item of the application's menu. */
export function onMenuCommand(command: MenuCommand): void {
  if (isSwitching()) return
  switch (command) {
    case 'undo':
    case 'redo':
      return undoInField(command)
    case 'export-markdown':
      return runCommand({ name: 'export' })
    case 'print':
      return runCommand({ name: 'print' })
    case 'cite':
      return showCitation()
    case 'update-article':
      return updateOpenArticle(id => updateArticle(id))
    case 'read-original-again':
      return updateOpenArticle(readOriginalAgain)
    case 'import-folder':
      return void importAndOpen('folder')
    case 'import-clipboard':
      return void importAndOpen('clipboard')
    case 'import-address':
      shownDialog.value = 'import-address'
      return
    case 'backups':
      shownDialog.value = 'backups'
      return
    case 'open-library':
      return void chooseLibrary('open')
    case 'new-library':
      return void chooseLibrary('new')
    case 'libraries':
      return void showLibraries()
    case 'waiting-marks':
      return void openWaitingMarks()
    case 'about':
      shownDialog.value = 'about'
      return
    case 'show-mechanisms':
      return showBeside('mechanisms')
    case 'show-notes':
      return showBeside('notes')
    case 'show-evidence':
      return showBeside('evidence')
    case 'find-next':
    case 'find-previous':
      closeAcross()
      closeShelves()
      return runCommand({ name: command })
    case 'find':
    case 'import':
    case 'settings':
    case 'shortcuts':
    case 'toggle-navigation':
    case 'toggle-sidebar':
    case 'toggle-across':
    case 'toggle-library':
    case 'search-library':
    case 'toggle-pages':
    case 'go-to-page':
      return runCommand({ name: command })
  }
}

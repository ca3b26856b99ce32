import type { FileProgress } from '../article/file-progress.ts'
import type { DocumentChanges } from './calls.ts'
import type { Finding } from '../mechanism/finding.ts'

/** Commands that the application's menu sends to the window. */
export type MenuCommand =
  | 'find'
  | 'find-next'
  | 'find-previous'
  | 'undo'
  | 'redo'
  | 'export-markdown'
  | 'print'
  | 'cite'
  | 'import'
  | 'import-folder'
  | 'import-address'
  | 'import-clipboard'
  | 'update-article'
  | 'read-original-again'
  | 'backups'
  | 'open-library'
  | 'new-library'
  | 'libraries'
  | 'waiting-marks'
  | 'about'
  | 'settings'
  | 'toggle-navigation'
  | 'toggle-sidebar'
  | 'show-mechanisms'
  | 'show-notes'
  | 'show-evidence'
  | 'toggle-across'
  | 'toggle-library'
  | 'search-library'
  | 'toggle-pages'
  | 'go-to-page'
  | 'shortcuts'

/** How far the files that are imported together are. */
export interface ImportProgress {
  /** The one that was begun last of those that are not over, without folders. */
  readonly fileName: string
  /** How many were begun, or while `total` is 0: how many were found so far in folders. */
  readonly number: number
  readonly total: number
  /** How many are over, whatever they came to. */
  readonly done: number
  /** How many could not be imported. */
  readonly failures: number
  /** How far `fileName` has been read, when it has pages or chapters. */
  readonly part: FileProgress | null
}

/** Every message from the main process to the window. */
export interface BridgeEvents {
  /** A menu item was chosen. */
  'menu.command': MenuCommand
  /** A library was chosen in the menu; `libraries.switch` opens it. */
  'libraries.chosen': { readonly library: string }
  /** The library's index changed. */
  'library.documents': DocumentChanges
  /** Something was found amiss after the library was opened; all warnings so far, a line each. */
  'library.warnings': readonly string[]
  /** Something went wrong behind what the reader does, in a line or two; nothing of it is lost. */
  'library.remark': string
  /** The reader has opened files with the program; `library.import` brings them in. */
  'library.opened-with': null
  /** Which file is being imported; null when there is none any more. */
  'library.importing': ImportProgress | null
  /** How far the search for an article's mechanisms is. When it is done, `mechanisms.open` has what was found. */
  'mechanisms.finding': { readonly id: string; readonly finding: Finding }
  /** Another copy of the library brought something to an article; `notes.read` and `mechanisms.open` have it. */
  'article.taken-in': { readonly id: string }
  /** How many of the documents that have to be read for the index of the library's effects have been. */
  'across.progress': { readonly done: number; readonly total: number }
  /** How many of the documents that have changed are in the index of the search. */
  'search.progress': { readonly done: number; readonly total: number }
  /** The index of the search has become another than it was. */
  'search.changed': null
  /** How many of the documents that are being restored have been. */
  'backups.progress': { readonly done: number; readonly total: number }
  /** An article, and if given an annotation in it, is to be shown (a `pathmark://open/…` link). */
  'article.show': { readonly id: string; readonly annotation: string | null }
  /** The window is about to close: save what is pending, then answer with `window.ready-to-close`. */
  'window.closing': null
}
export type EventName = keyof BridgeEvents

import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { inspectLibraryFolder } from '#library/inspect-library-folder.ts'
import type { LibraryPlace } from './library-tokens.ts'

const ask = async (
  window: BrowserWindow,
  { message, detail, yes }: { readonly message: string; readonly detail: string; readonly yes: string },
): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Library',
    message,
    detail,
    buttons: ['Cancel', yes],
    cancelId: 0,
    defaultId: 1,
    noLink: true,
  })
  return response === 1
}

/** Asks whether a library is to be opened that cannot be written; `reason` says why not. */
export const mayOpenForReading = (window: BrowserWindow, path: string, reason: string): Promise<boolean> =>
  ask(window, {
    message: `“${basename(path)}” can only be read. Open it?`,
    detail: `${reason} What you mark in it stays in the window until it can be written.`,
    yes: 'Open for reading',
  })

/** What becomes of a folder that the reader chose; null when the reader thought better of it. */
const placeIn = async (
  window: BrowserWindow,
  path: string,
  how: 'open' | 'new',
): Promise<Result<LibraryPlace | null>> => {
  const state = await inspectLibraryFolder(path)
  if (!state.ok) return state
  const name = basename(path)
  if (state.value === 'other-files')
    return fail(
      'library-missing',
      `“${name}” holds other files and is no library. Choose the folder that holds library.json, or an empty one for a new library.`,
    )
  if (state.value === 'library') {
    const question = {
      message: `There is a library in “${name}” already. Open it?`,
      detail: 'For a new one choose an empty folder.',
      yes: 'Open it',
    }
    return succeed(how === 'open' || (await ask(window, question)) ? { path, create: false } : null)
  }
  const question = {
    message: `Make a new library in “${name}”?`,
    detail: 'The folder is empty. The new library begins with the article that comes with Pathmark.',
    yes: 'Make a library',
  }
  return succeed(how === 'new' || (await ask(window, question)) ? { path, create: true } : null)
}

/** Lets the reader choose a library's folder, or an empty one for a new library; null when the reader cancelled. */
export const chooseLibrary = async (
  window: BrowserWindow | null,
  how: 'open' | 'new',
): Promise<Result<LibraryPlace | null>> => {
  if (window === null) return succeed(null)
  const chosen = await dialog.showOpenDialog(window, {
    title: how === 'open' ? 'Open a library' : 'Choose an empty folder for the new library',
    buttonLabel: how === 'open' ? 'Open' : 'Make it here',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  const [path] = chosen.filePaths
  return chosen.canceled || path === undefined ? succeed(null) : placeIn(window, path, how)
}

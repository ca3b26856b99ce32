import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'

/** A format is recognised by what is in a file: what is named otherwise can be chosen, too. */
const filters = [
  {
    name: 'Articles',
    extensions: ['html', 'htm', 'xhtml', 'mht', 'mhtml', 'epub', 'pdf', 'xml', 'nxml', 'md', 'markdown', 'txt'],
  },
  {
    name: 'Marks of other programs',
    extensions: ['json', 'jsonld', 'csv', 'txt', 'lua', 'md', 'annotation', 'ann'],
  },
  { name: 'All files', extensions: ['*'] },
]

/** Lets the reader choose articles' files, or folders; none when there is no window or the reader cancelled. */
export const chooseFiles = async (
  window: BrowserWindow | null,
  title: string,
  more: readonly 'multiSelections'[],
  what: 'file' | 'folder' = 'file',
): Promise<readonly string[]> => {
  if (window === null) return []
  const chosen = await dialog.showOpenDialog(window, {
    title,
    properties: [what === 'file' ? 'openFile' : 'openDirectory', ...more],
    ...(what === 'file' && { filters }),
  })
  return chosen.canceled ? [] : chosen.filePaths
}

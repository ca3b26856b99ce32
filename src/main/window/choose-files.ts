import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'

/** Lets the reader choose articles' files; none when there is no window or the reader cancelled. */
export const chooseFiles = async (
  window: BrowserWindow | null,
  title: string,
  more: readonly 'multiSelections'[],
): Promise<readonly string[]> => {
  if (window === null) return []
  const chosen = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile', ...more],
    // A format is recognised by what is in a file: what is named otherwise can be chosen, too.
    filters: [
      { name: 'Articles', extensions: ['html', 'htm', 'xhtml', 'epub', 'pdf', 'xml', 'nxml', 'md', 'markdown', 'txt'] },
      {
        name: 'Marks of other programs',
        extensions: ['json', 'jsonld', 'csv', 'txt', 'lua', 'md', 'annotation', 'ann'],
      },
      { name: 'All files', extensions: ['*'] },
    ],
  })
  return chosen.canceled ? [] : chosen.filePaths
}

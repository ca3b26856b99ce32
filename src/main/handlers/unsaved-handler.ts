import { basename, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { app, dialog } from 'electron'
import { succeed } from '#core/result/result.ts'
import { writeDurably } from '#library/store/durable-file.ts'
import type { BridgeHandlers } from '../bridge/answer-calls.ts'

/** Writes what the library's disk refuses to a place of the reader's choice; the dialog asks before it replaces a file. */
export const unsavedHandler = (windowOf: () => BrowserWindow | null): Pick<BridgeHandlers, 'unsaved.export'> => ({
  'unsaved.export': async ({ text }) => {
    const window = windowOf()
    if (window === null) return succeed(null)
    const chosen = await dialog.showSaveDialog(window, {
      title: 'Save a copy of what is not saved',
      defaultPath: join(app.getPath('documents'), 'Pathmark unsaved changes.md'),
      filters: [{ name: 'Markdown', extensions: ['md'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    if (chosen.canceled || chosen.filePath === '') return succeed(null)
    const written = await writeDurably(chosen.filePath, text, { keepPrevious: false })
    return written.ok ? succeed(basename(chosen.filePath)) : written
  },
})

import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { app, dialog } from 'electron'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { exportFileName } from '#library/exporting/export-file-name.ts'
import { readExportedDocument } from '#library/exporting/read-exported-document.ts'
import { writeDurably } from '#library/store/durable-file.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../serve-bridge.ts'

/** Asks where an export goes and writes it there; the dialog has the reader's word for a file that is there already. */
export const exportHandler = (
  holder: LibraryHolder,
  windowOf: () => BrowserWindow | null,
  readNames: () => Promise<Result<readonly WrittenName[]>>,
): Pick<BridgeHandlers, 'export.markdown'> => ({
  'export.markdown': async ({ id }) => {
    const library = await holder.current()
    if (!library.ok) return library
    const document = await readExportedDocument(library.value, id, new Date().toISOString(), readNames)
    if (!document.ok) return document
    const window = windowOf()
    if (window === null) return succeed(null)
    // Loaded when it is wanted: the start has no use for it.
    const { exportMarkdown } = await import('#core/export/export-markdown.ts')
    const chosen = await dialog.showSaveDialog(window, {
      title: 'Export as Markdown',
      defaultPath: join(app.getPath('documents'), `${exportFileName(document.value.article.metadata.title)}.md`),
      filters: [{ name: 'Markdown', extensions: ['md'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    if (chosen.canceled || chosen.filePath === '') return succeed(null)
    const written = await writeDurably(chosen.filePath, exportMarkdown(document.value), { keepPrevious: false })
    return written.ok ? succeed(chosen.filePath) : written
  },
})

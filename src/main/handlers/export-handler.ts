import { basename, extname, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { app, dialog } from 'electron'
import type { CitationFormat } from '#core/export/citation-format.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { isTaken, writeExportTo } from '#library/exporting/export-file.ts'
import { exportFileName } from '#library/exporting/export-file-name.ts'
import { readExportedDocument } from '#library/exporting/read-exported-document.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'

/** Where the reader wants it, and whether the dialog has the reader's word for a file that is there already. */
interface Target {
  readonly path: string
  readonly replace: boolean
}

/** What is exported, as the dialogs name it. */
interface ExportKind {
  readonly title: string
  readonly format: string
  /** Without a dot. */
  readonly extension: string
}

const markdown: ExportKind = { title: 'Export as Markdown', format: 'Markdown', extension: 'md' }

const citations: Readonly<Record<CitationFormat, ExportKind>> = {
  bibtex: { title: 'Save as BibTeX', format: 'BibTeX', extension: 'bib' },
  csljson: { title: 'Save as CSL JSON', format: 'CSL JSON', extension: 'json' },
}

const chooseTarget = async (
  window: BrowserWindow,
  name: string,
  { title, format, extension }: ExportKind,
): Promise<Target | null> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), `${exportFileName(name)}.${extension}`),
    filters: [{ name: format, extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || filePath === '') return null
  // The dialog of some systems leaves the extension out, and then asked about another name.
  return extname(filePath) === ''
    ? { path: `${filePath}.${extension}`, replace: false }
    : { path: filePath, replace: await isTaken(filePath) }
}

const agreesToReplace = async (window: BrowserWindow, path: string, title: string): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title,
    message: `“${basename(path)}” is there already. Replace it?`,
    detail: 'What it holds now would be lost.',
    buttons: ['Cancel', 'Replace'],
    cancelId: 0,
    defaultId: 0,
    noLink: true,
  })
  return response === 1
}

/** Gives the path, or null when the reader did not want the file that is there replaced. */
const writeWhereAllowed = async (
  window: BrowserWindow,
  { path, replace }: Target,
  content: string,
  title: string,
): Promise<Result<string | null>> => {
  const outcome = await writeExportTo(path, content, { replace })
  if (!outcome.ok) return outcome
  if (outcome.value.written) return succeed(path)
  return (await agreesToReplace(window, path, title))
    ? writeWhereAllowed(window, { path, replace: true }, content, title)
    : succeed(null)
}

const writeCitation = async (
  holder: LibraryHolder,
  id: string,
  format: CitationFormat,
): Promise<Result<{ readonly title: string; readonly content: string }>> => {
  const library = await holder.current()
  if (!library.ok) return library
  // Loaded when it is wanted: the start has no use for it.
  const { readCitedWork } = await import('#library/exporting/read-cited-work.ts')
  const { citationFormats } = await import('#library/exporting/citation-formats.ts')
  const work = await readCitedWork(library.value, id)
  if (!work.ok) return work
  const write = await citationFormats[format].load()
  return succeed({ title: work.value.metadata.title, content: write([work.value]) })
}

/** Asks where an export goes and writes it there; no file is written over without the reader's word. */
export const exportHandler = (
  holder: LibraryHolder,
  windowOf: () => BrowserWindow | null,
  readNames: () => Promise<Result<readonly WrittenName[]>>,
): Pick<BridgeHandlers, 'export.markdown' | 'citation.write' | 'citation.export'> => ({
  'export.markdown': async ({ id }) => {
    const library = await holder.current()
    if (!library.ok) return library
    const document = await readExportedDocument(library.value, id, new Date().toISOString(), readNames)
    if (!document.ok) return document
    const window = windowOf()
    if (window === null) return succeed(null)
    // Loaded when it is wanted: the start has no use for it.
    const { exportMarkdown } = await import('#core/export/export-markdown.ts')
    const target = await chooseTarget(window, document.value.article.metadata.title, markdown)
    return target === null
      ? succeed(null)
      : writeWhereAllowed(window, target, exportMarkdown(document.value), markdown.title)
  },
  'citation.write': async ({ id, format }) => {
    const written = await writeCitation(holder, id, format)
    return written.ok ? succeed(written.value.content) : written
  },
  'citation.export': async ({ id, format }) => {
    const written = await writeCitation(holder, id, format)
    if (!written.ok) return written
    const window = windowOf()
    if (window === null) return succeed(null)
    const target = await chooseTarget(window, written.value.title, citations[format])
    return target === null
      ? succeed(null)
      : writeWhereAllowed(window, target, written.value.content, citations[format].title)
  },
})

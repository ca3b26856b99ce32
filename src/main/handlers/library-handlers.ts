import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { ImportSummary, LibraryState, NewerCopy } from '#core/bridge/calls.ts'
import { succeed } from '#core/result/result.ts'
import type { ImportOptions, OpenLibrary } from '#library/open-library.ts'
import { chooseFiles } from '../window/choose-files.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { NewerCopies } from './newer-copies.ts'
import type { RunningImports } from './running-imports.ts'
import { shownDocuments } from './shown-documents.ts'

const stateOf = (library: OpenLibrary): LibraryState => ({
  path: library.path,
  writable: library.writable,
  readOnlyReason: library.readOnlyReason,
  warnings: library.warnings,
  documents: shownDocuments(library),
})

type LibraryCalls = Pick<
  BridgeHandlers,
  | 'library.state'
  | 'library.create'
  | 'library.reopen'
  | 'library.import'
  | 'library.cancel-import'
  | 'library.import-beside'
>

/** A failure's line, with the file's name when it does not say it itself. */
const about = (fileName: string, message: string): string =>
  message.includes(fileName) ? message : `${fileName}: ${message}`

/** Imports one file after another; `options` is the same for all. */
const importFiles = async (
  library: OpenLibrary,
  paths: readonly string[],
  options: ImportOptions,
  copies: NewerCopies,
  imports: RunningImports,
): Promise<ImportSummary> =>
  imports.follow(async (signal, tell) => {
    const ids: string[] = []
    const failures: string[] = []
    const newer: NewerCopy[] = []
    for (const [index, path] of paths.entries()) {
      tell({ fileName: basename(path), number: index + 1, total: paths.length })
      const outcome = await library.importFile(path, { ...options, signal })
      if (!outcome.ok && outcome.error.code === 'cancelled')
        return { ids, failures, newer, cancelled: paths.length - index }
      if (!outcome.ok) failures.push(about(basename(path), outcome.error.message))
      else if (outcome.value.status === 'newer-copy') newer.push(copies.offer(path, outcome.value.entry))
      else ids.push(outcome.value.entry.id)
    }
    return { ids, failures, newer, cancelled: 0 }
  })

/** Answers what concerns the library as a whole. */
export const libraryHandlers = (
  holder: LibraryHolder,
  windowOf: () => BrowserWindow | null,
  copies: NewerCopies,
  imports: RunningImports,
): LibraryCalls => ({
  'library.state': async () => {
    const library = await holder.current()
    return library.ok ? succeed(stateOf(library.value)) : library
  },
  'library.create': async () => {
    const library = await holder.create()
    return library.ok ? succeed(stateOf(library.value)) : library
  },
  'library.reopen': async () => {
    const library = await holder.reopen()
    return library.ok ? succeed(stateOf(library.value)) : library
  },
  'library.import': async () => {
    const library = await holder.current()
    if (!library.ok) return library
    // What imports starts while the reader chooses.
    library.value.prepareImport()
    const paths = await chooseFiles(windowOf(), 'Import articles', ['multiSelections'])
    return succeed(
      await importFiles(library.value, paths, { offerUpdate: true, mechanismsLater: true }, copies, imports),
    )
  },
  'library.cancel-import': async () => {
    imports.cancel()
    return succeed(null)
  },
  'library.import-beside': async ({ offer }) => {
    const library = await holder.current()
    if (!library.ok) return library
    const path = copies.pathOf(offer)
    return path.ok
      ? succeed(await importFiles(library.value, [path.value], { mechanismsLater: true }, copies, imports))
      : path
  },
})

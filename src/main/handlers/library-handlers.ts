import { shell } from 'electron'
import { basename, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { ImportSummary, LibraryState, NewerCopy } from '#core/bridge/calls.ts'
import type { MarksReport, WorkReport } from '#core/foreign-marks/marks-report.ts'
import { succeed } from '#core/result/result.ts'
import type { ImportOptions, OpenLibrary } from '#library/open-library.ts'
import { chooseFiles } from '../window/choose-files.ts'
import { libraryPaths } from '#library/library-files.ts'
import { entryOf } from '../open-library-holder.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { NewerCopies } from './newer-copies.ts'
import type { RunningImports } from './running-imports.ts'
import { documentPage, firstDocuments } from './shown-documents.ts'

export interface Listing {
  /** Id of the document that was open last. */
  readonly last: () => string | null
  /** Told of the library whose list the window has from now on: what changes in it is told from here. */
  readonly begin: (library: OpenLibrary) => void
}

const stateOf = (library: OpenLibrary, { last, begin }: Listing): LibraryState => {
  begin(library)
  return {
    path: library.path,
    writable: library.writable,
    readOnlyReason: library.readOnlyReason,
    warnings: library.warnings,
    documents: firstDocuments(library, last()),
    total: library.documents().length,
  }
}

type LibraryCalls = Pick<
  BridgeHandlers,
  | 'library.state'
  | 'library.documents'
  | 'library.create'
  | 'library.reopen'
  | 'library.reveal'
  | 'library.import'
  | 'library.cancel-import'
  | 'library.import-beside'
>

/** A failure's line, with the file's name when it does not say it itself. */
const about = (fileName: string, message: string): string =>
  message.includes(fileName) ? message : `${fileName}: ${message}`

/** Works of one file, and marks of all of them, that the window lists; all are in the library, whatever is told. */
const MOST_WORKS = 500
const MOST_MARKS = 1_000

/** The report with as much of it as anybody would look through, those first that need the reader. */
const shortReport = (report: MarksReport): MarksReport => {
  const needs = ({ counts: { waiting, uncertain, changed } }: WorkReport): number => waiting + uncertain + changed
  let left = MOST_MARKS
  const works = report.works
    .toSorted((a, b) => Math.sign(needs(b)) - Math.sign(needs(a)))
    .slice(0, MOST_WORKS)
    .map(work => {
      const marks = work.marks.slice(0, left)
      left -= marks.length
      return { ...work, marks }
    })
  return { ...report, works }
}

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
    const marks: MarksReport[] = []
    const arrived: WorkReport[] = []
    for (const [index, path] of paths.entries()) {
      tell({ fileName: basename(path), number: index + 1, total: paths.length })
      const read = await library.marks.import(path)
      if (!read.ok || read.value !== null) {
        if (!read.ok) failures.push(about(basename(path), read.error.message))
        else if (read.value !== null) marks.push(shortReport(read.value))
        continue
      }
      const outcome = await library.importFile(path, { ...options, signal, more: index + 1 < paths.length })
      if (!outcome.ok && outcome.error.code === 'cancelled')
        return { ids, failures, newer, marks, arrived, cancelled: paths.length - index }
      if (!outcome.ok) failures.push(about(basename(path), outcome.error.message))
      else if (outcome.value.status === 'newer-copy') newer.push(copies.offer(path, outcome.value.entry))
      else {
        ids.push(outcome.value.entry.id)
        if (outcome.value.marks !== undefined) arrived.push(outcome.value.marks)
      }
    }
    return { ids, failures, newer, marks, arrived, cancelled: 0 }
  })

/** Answers what concerns the library as a whole. */
export const libraryHandlers = (
  holder: LibraryHolder,
  windowOf: () => BrowserWindow | null,
  copies: NewerCopies,
  imports: RunningImports,
  listing: Listing,
): LibraryCalls => ({
  'library.state': async () => {
    const library = await holder.current()
    return library.ok ? succeed(stateOf(library.value, listing)) : library
  },
  'library.documents': async ({ from, count }) => {
    const library = await holder.current()
    return library.ok ? succeed(documentPage(library.value, from, count)) : library
  },
  'library.create': async () => {
    const library = await holder.create()
    return library.ok ? succeed(stateOf(library.value, listing)) : library
  },
  'library.reopen': async () => {
    const library = await holder.reopen()
    return library.ok ? succeed(stateOf(library.value, listing)) : library
  },
  'library.reveal': async ({ id }) => {
    const library = await holder.current()
    if (!library.ok) return library
    // Only a document that the index knows has a path, and that is made here.
    const entry = entryOf(library.value, id)
    if (!entry.ok) return entry
    shell.showItemInFolder(join(libraryPaths(library.value.path).documents, entry.value.id, 'article.html'))
    return succeed(null)
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

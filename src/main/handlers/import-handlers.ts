import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { ImportSummary, NewerCopy } from '#core/bridge/calls.ts'
import type { MarksReport, WorkReport } from '#core/foreign-marks/marks-report.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { collectFiles } from '#library/collecting/collect-files.ts'
import { describeCollected } from '#library/collecting/describe-collected.ts'
import { clipboardSource } from '#library/clipboard-source.ts'
import { addressSource } from '#library/fetching/address-source.ts'
import { fileItem, importMany } from '#library/import-many.ts'
import type { ImportItem } from '#library/import-many.ts'
import type { ImportOptions, OpenLibrary } from '#library/open-library.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import { mayFetch } from '../window/ask-to-fetch.ts'
import { readClipboard } from '../window/read-clipboard.ts'
import { chooseFiles } from '../window/choose-files.ts'
import { importCount } from './import-count.ts'
import type { NewerCopies } from './newer-copies.ts'
import type { PointedAt } from './pointed-at.ts'
import { shortReport } from './short-report.ts'
import type { RunningImports } from './running-imports.ts'

type ImportCalls = Pick<
  BridgeHandlers,
  | 'library.import'
  | 'library.import-address'
  | 'library.import-again'
  | 'library.cancel-import'
  | 'library.import-beside'
>

export interface ImportHandlerParts {
  readonly holder: LibraryHolder
  readonly windowOf: () => BrowserWindow | null
  readonly copies: NewerCopies
  readonly imports: RunningImports
  /** What the reader dropped on the window, or opened with the program. */
  readonly pointedAt: PointedAt
}

/** A failure's line, with the file's name when it does not say it itself. */
const about = (name: string, message: string): string => (message.includes(name) ? message : `${name}: ${message}`)

/** The reader is asked about newer copies, and can read while mechanisms are looked for. */
const FROM_WINDOW: ImportOptions = { offerUpdate: true, mechanismsLater: true }

/** Answers what brings articles into the library. */
export const importHandlers = ({ holder, windowOf, copies, imports, pointedAt }: ImportHandlerParts): ImportCalls => {
  /** Imports that failed and may be tried again; the window knows them by a token. */
  const failed = new Map<string, readonly ImportItem[]>()

  const importItems = async (
    library: OpenLibrary,
    items: readonly ImportItem[],
    options: ImportOptions,
    remarks: readonly string[],
    signal: AbortSignal,
    tell: Parameters<Parameters<RunningImports['follow']>[0]>[1],
  ): Promise<ImportSummary> => {
    const outcomes = await importMany(library, items, { options, signal, ...importCount(items.length, tell) })
    const ids: string[] = []
    const duplicates: { id: string; title: string }[] = []
    const newer: NewerCopy[] = []
    const marks: MarksReport[] = []
    const arrived: WorkReport[] = []
    const lines: string[] = []
    const again: ImportItem[] = []
    for (const [index, outcome] of outcomes.entries()) {
      const item = items[index]
      if (item === undefined) continue
      if (!outcome.ok) {
        if (outcome.error.code === 'cancelled') continue
        lines.push(about(basename(item.name), outcome.error.message))
        again.push(item)
      } else if (outcome.value.status === 'marks') marks.push(shortReport(outcome.value.report))
      else if (outcome.value.status === 'newer-copy') newer.push(copies.offer(item, outcome.value.entry))
      else {
        const { id, title } = outcome.value.entry
        ids.push(id)
        if (outcome.value.marks !== undefined) arrived.push(outcome.value.marks)
        if (outcome.value.status === 'duplicate') duplicates.push({ id, title })
      }
    }
    const token = again.length === 0 ? null : randomUUID()
    if (token !== null) failed.set(token, again)
    const cancelled = outcomes.filter(outcome => !outcome.ok && outcome.error.code === 'cancelled').length
    return { ids, failures: lines, newer, marks, arrived, cancelled, duplicates, remarks, again: token }
  }

  const importItemsOf = (
    library: OpenLibrary,
    items: readonly ImportItem[],
    options: ImportOptions,
  ): Promise<ImportSummary> => imports.follow((signal, tell) => importItems(library, items, options, [], signal, tell))

  const importPaths = (
    library: OpenLibrary,
    paths: readonly string[],
    options: ImportOptions,
  ): Promise<ImportSummary> =>
    imports.follow(async (signal, tell) => {
      let told = performance.now()
      const collected = await collectFiles(paths, {
        except: library.path,
        signal,
        found: files => {
          // Most walks are over before anybody could read how far they are.
          if (performance.now() - told < FOUND_PAUSE) return
          told = performance.now()
          tell({ fileName: '', number: files, total: 0, done: 0, failures: 0, part: null })
        },
      })
      const remarks = describeCollected(collected)
      const nothing = paths.length > 0 && collected.files.length === 0 && !signal.aborted
      return importItems(
        library,
        collected.files.map(fileItem),
        options,
        nothing ? [...remarks, 'There is no article in the folder.'] : remarks,
        signal,
        tell,
      )
    })

  const importAddress = async (library: OpenLibrary, address: string): Promise<Result<ImportSummary>> => {
    const agreed = await mayFetch(windowOf(), address)
    if (!agreed.ok) return agreed
    if (!agreed.value) return fail('cancelled', 'The page was not fetched.')
    return succeed(await importItemsOf(library, [{ name: address, source: addressSource(address) }], FROM_WINDOW))
  }

  const importCopied = async (library: OpenLibrary): Promise<Result<ImportSummary>> => {
    const copied = await readClipboard()
    switch (copied?.kind) {
      case undefined:
        return fail('nothing-to-do', 'There is nothing on the clipboard that could be imported.')
      case 'files':
        return succeed(await importPaths(library, copied.paths, FROM_WINDOW))
      case 'address':
        return importAddress(library, copied.address)
      case 'content':
        return succeed(
          await importItemsOf(library, [{ name: 'Clipboard', source: clipboardSource(copied.content) }], FROM_WINDOW),
        )
    }
  }

  const pathsFrom = async (
    from: 'files' | 'folder' | 'dropped' | 'opened',
    library: OpenLibrary,
  ): Promise<readonly string[]> => {
    if (from === 'dropped' || from === 'opened') return pointedAt.take(from)
    // What imports starts while the reader chooses.
    library.prepareImport()
    return from === 'folder'
      ? chooseFiles(windowOf(), 'Import a folder', ['multiSelections'], 'folder')
      : chooseFiles(windowOf(), 'Import articles', ['multiSelections'])
  }

  return {
    'library.import': ({ from }) =>
      imports.during(async () => {
        const library = await holder.current()
        if (!library.ok) return library
        if (from === 'clipboard') return importCopied(library.value)
        const paths = await pathsFrom(from, library.value)
        return succeed(await importPaths(library.value, paths, FROM_WINDOW))
      }),
    'library.import-address': ({ address }) =>
      imports.during(async () => {
        const library = await holder.current()
        return library.ok ? importAddress(library.value, address) : library
      }),
    'library.import-again': async ({ token }): Promise<Result<ImportSummary>> => {
      const library = await holder.current()
      if (!library.ok) return library
      const items = failed.get(token)
      if (items === undefined)
        return fail('not-found', 'Pathmark does not know these files any more. Import them once more.')
      failed.delete(token)
      return succeed(await importItemsOf(library.value, items, FROM_WINDOW))
    },
    'library.cancel-import': async () => {
      imports.cancel()
      return succeed(null)
    },
    'library.import-beside': async ({ offer }) => {
      const library = await holder.current()
      if (!library.ok) return library
      const item = copies.itemOf(offer)
      if (!item.ok) return item
      return succeed(await importItemsOf(library.value, [item.value], { mechanismsLater: true }))
    },
  }
}

/** Milliseconds between two words on how many articles were found. */
const FOUND_PAUSE = 100

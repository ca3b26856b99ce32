import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import type { LibraryState } from '#core/bridge/calls.ts'
import { succeed } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../serve-bridge.ts'

const stateOf = (library: OpenLibrary): LibraryState => ({
  path: library.path,
  writable: library.writable,
  readOnlyReason: library.readOnlyReason,
  warnings: library.warnings,
  documents: library.documents(),
})

type LibraryCalls = Pick<BridgeHandlers, 'library.state' | 'library.create' | 'library.reopen' | 'library.import'>

/** Answers what concerns the library as a whole. */
export const libraryHandlers = (holder: LibraryHolder, windowOf: () => BrowserWindow | null): LibraryCalls => ({
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
    const window = windowOf()
    if (!library.ok) return library
    if (window === null) return succeed({ ids: [], failures: [] })
    const chosen = await dialog.showOpenDialog(window, {
      title: 'Import articles',
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: 'HTML pages', extensions: ['html', 'htm', 'xhtml'] }],
    })
    const ids: string[] = []
    const failures: string[] = []
    for (const path of chosen.filePaths) {
      const outcome = await library.value.importFile(path)
      if (outcome.ok) ids.push(outcome.value.entry.id)
      else failures.push(`${basename(path)}: ${outcome.error.message}`)
    }
    return succeed({ ids, failures })
  },
})

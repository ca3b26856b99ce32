import type { LibraryState } from '#core/bridge/calls.ts'
import { succeed } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import { shownDocuments } from './shown-documents.ts'

const stateOf = (library: OpenLibrary): LibraryState => ({
  path: library.path,
  writable: library.writable,
  readOnlyReason: library.readOnlyReason,
  warnings: library.warnings,
  documents: shownDocuments(library),
})

type LibraryCalls = Pick<BridgeHandlers, 'library.state' | 'library.create' | 'library.reopen'>

/** Answers what concerns the library as a whole. */
export const libraryHandlers = (holder: LibraryHolder): LibraryCalls => ({
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
})

import { shell } from 'electron'
import { join } from 'node:path'
import type { LibraryState } from '#core/bridge/calls.ts'
import { lastRead } from '#core/article/last-read.ts'
import { succeed } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { libraryPaths } from '#library/library-files.ts'
import { entryOf } from '../open-library-holder.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { ArticleResources } from '../serving/article-resources.ts'
import { documentPage, firstDocuments } from './shown-documents.ts'

export interface Listing {
  /** Id of the document that was open last. */
  readonly last: () => string | null
  /** Told of the library whose list the window has from now on: what changes in it is told from here. */
  readonly begin: (library: OpenLibrary) => void
  readonly grantCovers: ArticleResources['grantCovers']
}

const stateOf = (library: OpenLibrary, { last, begin, grantCovers }: Listing): LibraryState => {
  begin(library)
  return {
    path: library.path,
    covers: grantCovers({
      documents: libraryPaths(library.path).documents,
      isCover: (document, name) => library.documents().some(({ id, cover }) => id === document && cover === name),
    }),
    writable: library.writable,
    readOnlyReason: library.readOnlyReason,
    warnings: library.warnings,
    documents: firstDocuments(library, lastRead(library.documents(), last())?.id ?? null),
    total: library.documents().length,
  }
}

type LibraryCalls = Pick<
  BridgeHandlers,
  'library.state' | 'library.documents' | 'library.create' | 'library.reopen' | 'library.reveal'
>

/** Answers what concerns the library as a whole. */
export const libraryHandlers = (holder: LibraryHolder, listing: Listing): LibraryCalls => ({
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
})

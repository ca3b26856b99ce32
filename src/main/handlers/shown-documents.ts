import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { OpenLibrary } from '#library/open-library.ts'

/** Milliseconds for which changes of the list are gathered: each annotation changes a count in it, and it may be long. */
const GATHERED_FOR = 100

/** The documents as the window lists them: without what only serves to recognise newer copies, most of an entry. */
export const shownDocuments = (library: OpenLibrary): readonly DocumentEntry[] =>
  library.documents().map(({ sketch: _sketch, ...entry }) => entry)

/** Calls `tell` once for all changes of a short while. */
export const gatherChanges = (tell: () => void): (() => void) => {
  let waiting: NodeJS.Timeout | null = null
  return () => {
    waiting ??= setTimeout(() => {
      waiting = null
      tell()
    }, GATHERED_FOR)
  }
}

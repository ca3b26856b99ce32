import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { DocumentChanges, DocumentPage } from '#core/bridge/calls.ts'
import type { OpenLibrary } from '#library/open-library.ts'

/** Milliseconds for which changes of the list are gathered: each annotation changes a count in it, and it may be long. */
const GATHERED_FOR = 100

/** So many of the newest documents the window has from the start; it asks for the others when it has nothing else to do. */
const FIRST = 50

/** The newest documents and the one that was open last, in the order of the library. */
export const firstDocuments = (library: OpenLibrary, last: string | null): readonly DocumentEntry[] => {
  const all = library.documents()
  const newest = all.slice(-FIRST)
  const other = newest.some(({ id }) => id === last) ? undefined : all.find(({ id }) => id === last)
  return [...(other === undefined ? [] : [other]), ...newest]
}

/** A part of the library's list: so many documents from the given place on. */
export const documentPage = (library: OpenLibrary, from: number, count: number): DocumentPage => {
  const all = library.documents()
  return { documents: all.slice(from, from + count), total: all.length }
}

/** Follows a library's list: each call tells what has become different since the one before. */
export const followDocuments = (): ((library: OpenLibrary) => DocumentChanges) => {
  let before: readonly DocumentEntry[] = []
  return library => {
    const now = library.documents()
    const known = new Map(before.map(entry => [entry.id, entry]))
    before = now
    // An entry that was not changed is the same object: the index is never changed in place.
    const changed = now.filter(entry => known.get(entry.id) !== entry)
    for (const { id } of now) known.delete(id)
    return { changed, removed: [...known.keys()], total: now.length }
  }
}

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

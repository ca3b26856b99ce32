import { readdir } from 'node:fs/promises'
import type { ReadingPosition } from '#core/article/document-entry.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { isDocumentId } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { readFailure, systemCode } from './store/disk-failure.ts'

/** Ids of the document folders that are there, in the order of their names; none when there is no such folder. */
export const documentFolders = async (documents: string): Promise<Result<string[]>> => {
  try {
    const found = await readdir(documents, { withFileTypes: true })
    return succeed(
      found
        .filter(entry => entry.isDirectory() && isDocumentId(entry.name))
        .map(({ name }) => name)
        .toSorted(),
    )
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? succeed([]) : { ok: false, error: readFailure(error, documents) }
  }
}

/** Where the reader is, one move further than before. */
export const moveTo = ({ offset, progress }: ReadingPosition, before: ReadingPosition): ReadingPosition => ({
  offset,
  progress,
  moves: (before.moves ?? 0) + 1,
})

/** The place that was kept more often; of equal ones the one that is further on, so that both computers choose the same. */
const laterPosition = (one: ReadingPosition, other: ReadingPosition): ReadingPosition => {
  const order = (one.moves ?? 0) - (other.moves ?? 0) || one.offset - other.offset || one.progress - other.progress
  return order >= 0 ? one : other
}

/**
 * Two states of an index: every document of either, ours where both have one, at the later of its two places. Gives back `ours` itself
 * when `theirs` adds nothing.
 */
export const mergeIndexes = (ours: LibraryIndex, theirs: LibraryIndex): LibraryIndex => {
  const their = new Map(theirs.documents.map(entry => [entry.id, entry]))
  const known = ours.documents.map(entry => {
    const { position: place, lastRead = '' } = their.get(entry.id) ?? entry
    const position = laterPosition(entry.position, place)
    their.delete(entry.id)
    const isLater = lastRead > (entry.lastRead ?? '')
    return position === entry.position && !isLater ? entry : { ...entry, position, ...(isLater && { lastRead }) }
  })
  const isOurs = their.size === 0 && known.every((entry, index) => entry === ours.documents[index])
  return isOurs ? ours : { ...ours, documents: [...known, ...their.values()] }
}

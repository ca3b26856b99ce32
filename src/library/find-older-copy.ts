import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { likestCopy, mayBeCopy } from '#core/revision/newer-copy.ts'
import type { ReadEntry } from '#core/revision/newer-copy.ts'
import { documentPaths } from './library-files.ts'
import { readDocument } from './read-document.ts'

/** A document with its text; one that cannot be read is no copy of anything. */
const readEntry = async (documents: string, entry: DocumentEntry): Promise<ReadEntry[]> => {
  const read = await readDocument(documentPaths(join(documents, entry.id)), entry.id)
  return read.ok ? [{ entry, text: read.value.article.text }] : []
}

/**
 * The document that an article looks like a newer copy of; null when there is none. Texts are read of those alone that have its address, or
 * its title. `documents` is the folder of all documents.
 */
export const findOlderCopy = async (
  documents: string,
  article: Article,
  entries: readonly DocumentEntry[],
): Promise<DocumentEntry | null> => {
  const candidates = entries.filter(entry => mayBeCopy(article.metadata, entry))
  const read = await Promise.all(candidates.map(entry => readEntry(documents, entry)))
  return likestCopy(article.text, read.flat())
}

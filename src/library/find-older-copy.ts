import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { looksLikeNewerCopy, mayBeCopy } from '#core/revision/newer-copy.ts'
import { sketchText } from '#core/revision/text-sketch.ts'
import { documentPaths } from './library-files.ts'
import { readDocument } from './read-document.ts'

/** The entry as this program would have made it; one whose article cannot be read is no copy of anything. */
const withSketch = async (documents: string, entry: DocumentEntry): Promise<DocumentEntry[]> => {
  const read = await readDocument(documentPaths(join(documents, entry.id)), entry.id)
  if (!read.ok) return []
  const { metadata, text } = read.value.article
  return [{ ...entry, ...(metadata.address !== undefined && { address: metadata.address }), sketch: sketchText(text) }]
}

/** The document that an article looks like a newer copy of; null when there is none. `documents` is the folder of all documents. */
export const findOlderCopy = async (
  documents: string,
  article: Article,
  entries: readonly DocumentEntry[],
): Promise<DocumentEntry | null> => {
  const { metadata } = article
  // Entries of older programs have no sketch; it is made for those that may be meant.
  const compared = await Promise.all(
    entries
      .filter(entry => mayBeCopy(metadata, entry))
      .map(entry => (entry.sketch === undefined ? withSketch(documents, entry) : Promise.resolve([entry]))),
  )
  const copy = looksLikeNewerCopy({ ...metadata, sketch: sketchText(article.text) }, compared.flat())
  return entries.find(entry => entry.id === copy?.id) ?? null
}

import type { CitationRecord } from '#core/annotation/citation-record.ts'
import type { ArticleMetadata } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { citationKeys } from '#core/export/citation-key.ts'

/**
 * The citation key of one document among all. What its line of the index repeats of it may be older than its own files, of which
 * `metadata`, with the corrections, and `citation` are.
 */
export const keyOfDocument = (
  documents: readonly DocumentEntry[],
  id: string,
  metadata: ArticleMetadata,
  citation: CitationRecord | null | undefined,
): string => {
  const { title, authors, published } = metadata
  const key = citation?.key
  const entries = documents.map(entry =>
    entry.id === id ? { id, title, authors, published, corrected: key === undefined ? undefined : { key } } : entry,
  )
  return citationKeys(entries).get(id) ?? id
}

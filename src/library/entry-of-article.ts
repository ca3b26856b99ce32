import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Versions } from './library-files.ts'

/** What the index's line takes from an article's metadata for listing and filtering. */
const entryOfMetadata = ({
  published,
  keywords,
}: Article['metadata']): Pick<DocumentEntry, 'published' | 'keywords'> => ({
  ...(published !== undefined && { published }),
  ...(keywords.length > 0 && { keywords: [...keywords] }),
})

/** The line of the index for an article that nobody has read yet. */
export const entryOfArticle = (
  article: Article,
  counts: Pick<DocumentEntry, 'annotations' | 'mechanisms'>,
): DocumentEntry => ({
  id: article.id,
  title: article.metadata.title,
  authors: [...article.metadata.authors],
  ...(article.metadata.publisher !== undefined && { publisher: article.metadata.publisher }),
  format: article.provenance.format,
  added: article.provenance.imported,
  words: article.words,
  sourceHash: article.provenance.sourceHash,
  ...entryOfMetadata(article.metadata),
  ...(article.metadata.address !== undefined && { address: article.metadata.address }),
  ...(article.metadata.doi !== undefined && { doi: article.metadata.doi }),
  ...(article.cover !== undefined && { cover: article.cover }),
  ...counts,
  position: { offset: 0, progress: 0 },
})

/** The line of the index with what it takes from a document's versions: when the first one was added, and what the others came from. */
export const withVersions = (entry: DocumentEntry, { versions }: Versions): DocumentEntry => {
  const { otherSources: _before, ...rest } = entry
  const others = [...new Set(versions.map(({ sourceHash }) => sourceHash))].filter(hash => hash !== entry.sourceHash)
  return {
    ...rest,
    added: versions[0]?.added ?? entry.added,
    ...(others.length > 0 && { otherSources: others }),
  }
}

import type { ArticleMetadata, ArticleType } from './article.ts'

/** Servers of papers that nobody has reviewed yet. */
const PREPRINTS = /^(?:\p{L}*rxiv|research square|ssrn|preprints(?:\.org)?|authorea)(?![\p{L}\d])/iu

export const isPreprintServer = (name: string): boolean => PREPRINTS.test(name.trim())

/** What a work counts as in a citation: what its source says, otherwise what else is known of it lets one think. */
export const citedType = (
  metadata: Pick<ArticleMetadata, 'type' | 'journal' | 'isbn' | 'doi' | 'pmid' | 'pmcid'>,
): ArticleType => {
  const { type, journal, isbn, doi, pmid, pmcid } = metadata
  if (type !== undefined) return type
  if (journal !== undefined) return isPreprintServer(journal) ? 'preprint' : 'article'
  if (isbn !== undefined) return 'book'
  return doi === undefined && pmid === undefined && pmcid === undefined ? 'webpage' : 'article'
}

import { correctedMetadata } from '#core/annotation/citation-record.ts'
import type { CitationRecord } from '#core/annotation/citation-record.ts'
import type { Article } from '#core/article/article.ts'

/** An article with what the reader corrected in its metadata. */
export const correctedArticle = (article: Article, citation: CitationRecord | null | undefined): Article => ({
  ...article,
  metadata: correctedMetadata(article.metadata, citation ?? null),
})

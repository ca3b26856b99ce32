import type { Article } from '#core/article/article.ts'
import { contentHash } from './content-hash.ts'

/** The warning of an import whose content was not what the importer meant to write. */
export const PURIFIED =
  'Parts of the page were taken out for safety. The page as it came in is kept beside the article.'

/** An article with the content that the purifier left of its own; with a warning when that is another. */
export const withPurified = <T extends { readonly article: Article; readonly html: string }>(
  imported: T,
  pure: string,
): T => {
  if (pure === imported.html) return imported
  const { article } = imported
  const provenance = { ...article.provenance, warnings: [...article.provenance.warnings, PURIFIED] }
  return { ...imported, html: pure, article: { ...article, provenance, htmlHash: contentHash(pure) } }
}

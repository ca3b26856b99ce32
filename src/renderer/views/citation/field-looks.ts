import type { ArticleType } from '#core/article/article.ts'
import type { CitationField } from '#core/annotation/citation-record.ts'

/** Fields that take a line of the form to themselves. */
export const wideFields: ReadonlySet<CitationField> = new Set(['title', 'authors', 'description', 'address', 'licence'])

const titles: Readonly<Record<ArticleType, string>> = {
  article: 'Article in a journal',
  preprint: 'Preprint',
  book: 'Book',
  chapter: 'Chapter of a book',
  'conference-paper': 'Paper of a conference',
  report: 'Report',
  thesis: 'Thesis',
  dataset: 'Data set',
  webpage: 'Web page',
}

/** What the kinds of work are called. */
export const typeTitles: ReadonlyMap<string, string> = new Map(Object.entries(titles))

import type { ArticleMetadata, ArticleType } from '#core/article/article.ts'
import { isPreprintServer } from '#core/article/article-type.ts'
import { readDoi } from '#core/article/doi.ts'
import { pageRange, readIsbn, readIssn } from '#core/article/publication-numbers.ts'
import { readPmcid, readPmid } from '#core/article/pubmed-numbers.ts'
import { present } from './metadata-parts.ts'
import type { LinkedData } from './read-linked-data.ts'

type Values = (name: string) => readonly string[]

const firstRead = (values: readonly string[], read: (written: string) => string | undefined): string | undefined =>
  values.flatMap(value => read(value) ?? [])[0]

/** Classes of schema.org that say what kind of work it is; `Article` alone says nothing. */
const linkedTypes: Readonly<Record<string, ArticleType>> = {
  ScholarlyArticle: 'article',
  MedicalScholarlyArticle: 'article',
  Book: 'book',
  Chapter: 'chapter',
  Report: 'report',
  Thesis: 'thesis',
  Dataset: 'dataset',
  NewsArticle: 'webpage',
  BlogPosting: 'webpage',
  MedicalWebPage: 'webpage',
}

const typeOf = (all: Values, linked: LinkedData, journal: string | undefined): ArticleType | undefined => {
  const says = (...names: readonly string[]): boolean => names.some(name => all(name).length > 0)
  if (isPreprintServer(all('citation_journal_title')[0] ?? all('citation_publisher')[0] ?? '')) return 'preprint'
  if (says('citation_journal_title')) return 'article'
  if (says('citation_conference_title', 'citation_conference')) return 'conference-paper'
  if (says('citation_dissertation_institution')) return 'thesis'
  if (says('citation_technical_report_institution')) return 'report'
  if (says('citation_inbook_title')) return 'chapter'
  const known = linked.type === undefined ? undefined : linkedTypes[linked.type]
  if (known !== undefined) return known
  if (all('og:type')[0] === 'book') return 'book'
  return journal === undefined ? undefined : 'article'
}

/** Where and as what a page was published, and the numbers by which it is cited: Highwire, PRISM, Dublin Core, JSON-LD. */
export const readPublication = (all: Values, linked: LinkedData): Partial<ArticleMetadata> => {
  const first = (...names: readonly string[]): string | undefined => names.flatMap(all)[0]
  const journal =
    first('citation_journal_title', 'citation_inbook_title', 'citation_conference_title', 'prism.publicationname') ??
    linked.journal
  const firstPage = first('citation_firstpage', 'prism.startingpage')
  return present({
    type: typeOf(all, linked, journal),
    journal,
    volume: first('citation_volume', 'prism.volume') ?? linked.volume,
    issue: first('citation_issue', 'prism.number') ?? linked.issue,
    pages:
      firstPage === undefined
        ? (first('citation_pages', 'citation_article_number', 'citation_elocation_id') ?? linked.pages)
        : pageRange(firstPage, first('citation_lastpage', 'prism.endingpage')),
    issn: firstRead(
      [...all('citation_issn'), ...all('prism.issn'), ...all('prism.eissn'), linked.issn ?? ''],
      readIssn,
    ),
    isbn: firstRead([...all('citation_isbn'), ...all('book:isbn')], readIsbn),
    doi: firstRead(
      [...['citation_doi', 'prism.doi', 'dc.identifier', 'dcterms.identifier'].flatMap(all), ...linked.identifiers],
      readDoi,
    ),
    pmid: firstRead([...all('citation_pmid'), ...all('ncbi_uid')], readPmid),
    pmcid: firstRead([...all('citation_pmcid'), ...all('ncbi_pmcid')], readPmcid),
    licence: first('dcterms.license', 'dc.rights.license', 'citation_license') ?? linked.licence,
  })
}

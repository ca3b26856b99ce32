import type { ArticleMetadata, ArticleType } from '../article/article.ts'
import { citedType } from '../article/article-type.ts'
import { authorNames } from '../article/person-name.ts'

/** A date as CSL has it: year, month, day, as many of them as are known. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]]
}

export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string }

/** One work in CSL JSON, as reference managers exchange it (citationstyles.org, schema csl-data.json, version 1.0). */
export interface CslItem {
  readonly id: string
  readonly 'citation-key': string
  readonly type: string
  readonly title: string
  readonly author?: readonly CslName[]
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly DOI?: string
  readonly PMID?: string
  readonly PMCID?: string
  readonly ISSN?: string
  readonly ISBN?: string
  readonly 'collection-title'?: string
  readonly 'collection-number'?: string
  readonly abstract?: string
  readonly URL?: string
  readonly language?: string
}

const cslTypes: Readonly<Record<ArticleType, string>> = {
  article: 'article-journal',
  preprint: 'article',
  book: 'book',
  chapter: 'chapter',
  'conference-paper': 'paper-conference',
  report: 'report',
  thesis: 'thesis',
  dataset: 'dataset',
  webpage: 'webpage',
}

const cslDate = (date: string): CslDate | undefined => {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date)?.slice(1) ?? []
  const numbers = parts.flatMap(part => (part === undefined ? [] : [Number(part)]))
  return numbers.length === 0 ? undefined : { 'date-parts': [numbers] }
}

/** A series and the number of a work in it, as `Nerves, 2` says them. */
const dividedSeries = (series: string | undefined): Pick<CslItem, 'collection-title' | 'collection-number'> => {
  const [, title = '', number] = /^(.*?)(?:,\s*([\dIVXLC]+(?:\.\d+)?))?$/u.exec(series ?? '') ?? []
  if (title === '') return {}
  return { 'collection-title': title, ...(number !== undefined && { 'collection-number': number }) }
}

export interface CitedWork {
  readonly metadata: ArticleMetadata
  readonly key: string
  /** When it came into the library, ISO 8601: a page is cited with the day on which it was read. */
  readonly added: string
}

/** A work as CSL JSON has it. A publisher that is only the journal's name again is left out. */
export const cslItem = ({ metadata, key, added }: CitedWork): CslItem => {
  const type = citedType(metadata)
  const { title, journal, publisher, volume, issue, pages, doi, pmid, pmcid, issn, isbn, address, language } = metadata
  const { series, description } = metadata
  const author = authorNames(metadata)
  const date = metadata.published ?? metadata.updated
  const issued = date === undefined ? undefined : cslDate(date)
  const accessed = type === 'webpage' ? cslDate(added) : undefined
  const container = journal ?? (type === 'webpage' || type === 'article' ? publisher : undefined)
  const house = publisher === container ? undefined : publisher
  return {
    id: key,
    'citation-key': key,
    type: cslTypes[type],
    title,
    ...(author.length > 0 && { author }),
    ...(container !== undefined && { 'container-title': container }),
    ...(house !== undefined && { publisher: house }),
    ...(volume !== undefined && { volume }),
    ...(issue !== undefined && { issue }),
    ...(pages !== undefined && { page: pages }),
    ...(issued !== undefined && { issued }),
    ...(accessed !== undefined && { accessed }),
    ...(doi !== undefined && { DOI: doi }),
    ...(pmid !== undefined && { PMID: pmid }),
    ...(pmcid !== undefined && { PMCID: pmcid }),
    ...(issn !== undefined && { ISSN: issn }),
    ...(isbn !== undefined && { ISBN: isbn }),
    ...dividedSeries(series),
    ...(description !== undefined && { abstract: description }),
    ...(address !== undefined && { URL: address }),
    ...(language !== 'und' && { language }),
  }
}

/** Works as one file of CSL JSON. */
export const writeCslJson = (works: readonly CitedWork[]): string => `${JSON.stringify(works.map(cslItem), null, 2)}\n`

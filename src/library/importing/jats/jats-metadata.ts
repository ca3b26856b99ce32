import type { ArticleMetadata } from '#core/article/article.ts'
import { isPreprintServer } from '#core/article/article-type.ts'
import { doiAddress, readDoi } from '#core/article/doi.ts'
import { pageRange, readIsbn, readIssn } from '#core/article/publication-numbers.ts'
import { readPmcid, readPmid } from '#core/article/pubmed-numbers.ts'
import { present } from '../metadata-parts.ts'
import { readIsoDate } from '../read-iso-date.ts'
import { titleOfFileName } from '../title-of-file-name.ts'
import { childOf, childrenOf, elementsBelow } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { affiliationsOf, authorsOf, nameOf, namesOf } from './jats-contributors.ts'
import { lineOf } from './jats-lines.ts'

const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/

/** Of several dates, that of the version that was out first counts: on the web, then on paper. */
const DATES = ['epub', 'pub', 'publication', 'ppub', 'epub-ppub', 'epubr', '', 'collection', 'epreprint']

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The number of a month that is written as one or in English, with two digits; empty for what is neither. */
const monthOf = (written: string): string => {
  const number = /^\d+$/.test(written) ? Number(written) : MONTHS.indexOf(written.slice(0, 3).toLowerCase()) + 1
  return number === 0 ? '' : String(number).padStart(2, '0')
}

const publishedOf = (front: XmlElement): string | undefined => {
  const dates = childrenOf(front, 'pub-date').map(date => {
    const [year, written = '', day] = ['year', 'month', 'day'].map(part => lineOf(childOf(date, part)).padStart(2, '0'))
    const month = monthOf(written)
    const parts = [year, ...(month === '' ? [] : [month, ...(day === '00' ? [] : [day])])]
    const kind = date.attributes.get('pub-type') ?? date.attributes.get('date-type') ?? ''
    return {
      kind,
      date: readIsoDate(date.attributes.get('iso-8601-date') ?? parts.join('-')) ?? readIsoDate(year ?? ''),
    }
  })
  const rank = (kind: string): number => (DATES.includes(kind) ? DATES.indexOf(kind) : DATES.length)
  return dates.filter(({ date }) => date !== undefined).toSorted((a, b) => rank(a.kind) - rank(b.kind))[0]?.date
}

/** The address of a Creative Commons licence, wherever it stands in what is said of it. */
const commons = /https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/[^\s)>\],;]+/i

const licenceOf = (front: XmlElement): string | undefined => {
  const licences = childrenOf(childOf(front, 'permissions'), 'license', 'license_ref', 'free_to_read')
  const known = licences.flatMap(licence => [
    licence.attributes.get('href') ?? '',
    ...elementsBelow(licence, 'license_ref').map(part => lineOf(part)),
    licence.name === 'license_ref' ? lineOf(licence) : '',
    ...['ext-link', 'uri'].flatMap(name => elementsBelow(licence, name).map(one => one.attributes.get('href') ?? '')),
    lineOf(licence),
  ])
  const address = known.map(one => commons.exec(one)?.[0].replace(/\.$/, '')).find(one => one !== undefined)
  return address ?? (known.find(words => words !== '') || undefined)
}

const identifier = (
  front: XmlElement,
  read: (written: string) => string | undefined,
  ...kinds: readonly string[]
): string | undefined => {
  for (const id of childrenOf(front, 'article-id')) {
    if (!kinds.includes(id.attributes.get('pub-id-type') ?? '')) continue
    const found = read(lineOf(id))
    if (found !== undefined) return found
  }
  return undefined
}

/** Where in which journal it stands. */
const publicationOf = (front: XmlElement, journal: XmlElement | undefined, journalTitle: string | undefined) => {
  const said = (name: string): string | undefined => lineOf(childOf(front, name)) || undefined
  const [first, last] = [said('fpage'), said('lpage')]
  const issns = childrenOf(journal, 'issn')
  const electronic = issns.find(({ attributes }) =>
    ['epub', 'electronic'].includes(attributes.get('pub-type') ?? attributes.get('publication-format') ?? ''),
  )
  return {
    journal: journalTitle,
    volume: said('volume'),
    issue: said('issue'),
    pages: first === undefined ? said('elocation-id') : pageRange(first, last),
    issn: readIssn(lineOf(electronic ?? issns[0])),
    isbn: readIsbn(said('isbn') ?? ''),
  }
}

const typeOf = (article: XmlElement, journal: string | undefined): ArticleMetadata['type'] => {
  const preprint = article.attributes.get('article-type') === 'preprint' || isPreprintServer(journal ?? '')
  if (preprint) return 'preprint'
  if (article.attributes.get('article-type') === 'chapter') return 'chapter'
  return journal === undefined ? undefined : 'article'
}

/** What a JATS article says of itself. */
export const jatsMetadata = (article: XmlElement, fileName: string): ArticleMetadata => {
  const front = childOf(article, 'front', 'article-meta') ?? childOf(article, 'front-stub')
  const about: XmlElement = front ?? { name: 'article-meta', attributes: new Map(), children: [] }
  const journal = childOf(article, 'front', 'journal-meta')
  const titles = childOf(about, 'title-group')
  const language = article.attributes.get('lang') ?? ''
  const doi = identifier(about, readDoi, 'doi')
  const journalTitle =
    lineOf(childOf(journal, 'journal-title-group', 'journal-title') ?? childOf(journal, 'journal-title')) || undefined
  return {
    title: lineOf(childOf(titles, 'article-title')) || titleOfFileName(fileName),
    authors: [...new Set(authorsOf(about).map(nameOf))].filter(name => name !== ''),
    language: languageTag.test(language) ? language.replace(/^[A-Z]+/, letters => letters.toLowerCase()) : 'und',
    keywords: [
      ...new Set(
        childrenOf(about, 'kwd-group')
          .filter(({ attributes }) => !/^abbr/i.test(attributes.get('kwd-group-type') ?? ''))
          .flatMap(group => elementsBelow(group, 'kwd').map(word => lineOf(word))),
      ),
    ].filter(word => word !== ''),
    sourceNotes: [],
    ...present({
      subtitle: lineOf(childOf(titles, 'subtitle')) || undefined,
      names: namesOf(about),
      publisher: journalTitle ?? (lineOf(childOf(journal, 'publisher', 'publisher-name')) || undefined),
      ...publicationOf(about, journal, journalTitle),
      type: typeOf(article, journalTitle),
      address: doi === undefined ? undefined : doiAddress(doi),
      published: publishedOf(about),
      affiliations: affiliationsOf(about),
      doi,
      pmid: identifier(about, readPmid, 'pmid'),
      pmcid: identifier(about, readPmcid, 'pmcid', 'pmc', 'pmcaid'),
      licence: licenceOf(about),
    }),
  }
}

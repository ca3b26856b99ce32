import type { ArticleMetadata } from '#core/article/article.ts'
import { isPreprintServer } from '#core/article/article-type.ts'
import { doiAddress, readDoi } from '#core/article/doi.ts'
import { divideName } from '#core/article/person-name.ts'
import { pageRange, readIsbn, readIssn } from '#core/article/publication-numbers.ts'
import { readPmcid, readPmid } from '#core/article/pubmed-numbers.ts'
import { lineOfText } from '../leaf-text.ts'
import { present } from '../metadata-parts.ts'
import { readIsoDate } from '../read-iso-date.ts'
import { titleOfFileName } from '../title-of-file-name.ts'
import { childOf, childrenOf, elementsBelow, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

/** What stands in a title or a name and is no part of it: notes, and the marks that lead to them. */
const ASIDE: ReadonlySet<string> = new Set(['fn', 'xref', 'target', 'label', 'index-term'])

export const lineOf = (element: XmlElement | undefined): string => lineOfText(textOf(element, ASIDE))

const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/

/** A person as one says it, given names first, or a group. */
const nameOf = (contributor: XmlElement): string => {
  const name = childOf(contributor, 'name') ?? childOf(contributor, 'name-alternatives', 'name')
  if (name !== undefined) {
    const parts = ['prefix', 'given-names', 'surname', 'suffix'].map(part => lineOf(childOf(name, part)))
    return parts.filter(part => part !== '').join(' ')
  }
  // A group names its members inside: the group is who wrote it.
  const collaboration = childOf(contributor, 'collab') ?? childOf(contributor, 'collab-alternatives', 'collab')
  if (collaboration !== undefined)
    return lineOfText(textOf(collaboration, new Set([...ASIDE, 'contrib-group', 'address'])))
  return lineOf(childOf(contributor, 'string-name'))
}

const authorsOf = (front: XmlElement): readonly XmlElement[] =>
  childrenOf(front, 'contrib-group')
    .flatMap(group => childrenOf(group, 'contrib'))
    .filter(({ attributes }) => (attributes.get('contrib-type') ?? 'author') === 'author')

/** Each affiliation with the authors that it is said of: by a link, or by standing inside the author or the authors' group. */
const affiliationsOf = (front: XmlElement): ArticleMetadata['affiliations'] => {
  const groups = childrenOf(front, 'contrib-group')
  const linked = [
    ...childrenOf(front, 'aff'),
    ...groups.flatMap(group => childrenOf(group, 'aff')),
    ...elementsBelow(front, 'aff-alternatives').flatMap(one => childrenOf(one, 'aff').slice(0, 1)),
  ]
  const authors = authorsOf(front)
  const known = linked.map(aff => ({
    name: lineOf(aff),
    authors: authors
      .filter(author =>
        childrenOf(author, 'xref').some(({ attributes }) =>
          (attributes.get('rid') ?? '').split(/\s+/).includes(aff.attributes.get('id') ?? '-'),
        ),
      )
      .map(nameOf),
  }))
  const own = authors.flatMap(author =>
    childrenOf(author, 'aff').map(aff => ({ name: lineOf(aff), authors: [nameOf(author)] })),
  )
  const all = [...known, ...own].filter(({ name }) => name !== '')
  return all.length === 0 ? undefined : all
}

/** Of several dates, that of the version that was out first counts: on the web, then on paper. */
const DATES = ['epub', 'pub', 'ppub', 'epub-ppub', 'collection', 'epreprint']

const publishedOf = (front: XmlElement): string | undefined => {
  const dates = childrenOf(front, 'pub-date').map(date => {
    const [year, month, day] = ['year', 'month', 'day'].map(part => lineOf(childOf(date, part)).padStart(2, '0'))
    const numeric = /^\d+$/.test(month ?? '') && month !== '00'
    const parts = [year, ...(numeric ? [month, ...(day === '00' ? [] : [day])] : [])]
    const kind = date.attributes.get('pub-type') ?? date.attributes.get('date-type') ?? ''
    return {
      kind,
      date: readIsoDate(date.attributes.get('iso-8601-date') ?? parts.join('-')) ?? readIsoDate(year ?? ''),
    }
  })
  const rank = (kind: string): number => (DATES.includes(kind) ? DATES.indexOf(kind) : DATES.length)
  return dates.filter(({ date }) => date !== undefined).toSorted((a, b) => rank(a.kind) - rank(b.kind))[0]?.date
}

const licenceOf = (front: XmlElement): string | undefined => {
  const licence = childOf(front, 'permissions', 'license')
  if (licence === undefined) return undefined
  const address = licence.attributes.get('href') ?? lineOf(childOf(licence, 'license_ref'))
  return address === '' ? lineOf(licence) || undefined : address
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

/** The parts of the names that have parts, and groups that could be taken for persons. */
const namesOf = (front: XmlElement): ArticleMetadata['names'] => {
  const names = authorsOf(front).flatMap(contributor => {
    const author = nameOf(contributor)
    const name = childOf(contributor, 'name') ?? childOf(contributor, 'name-alternatives', 'name')
    if (author === '' || (name === undefined && childOf(contributor, 'string-name') !== undefined)) return []
    const [given, family, suffix] = ['given-names', 'surname', 'suffix'].map(part => lineOf(childOf(name, part)))
    if (!given && 'literal' in divideName(author)) return []
    return [
      { author, family: family || author, ...present({ given: given || undefined, suffix: suffix || undefined }) },
    ]
  })
  const first = [...new Map(names.map(name => [name.author, name] as const)).values()]
  return first.length === 0 ? undefined : first
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
    language: languageTag.test(language) ? language : 'und',
    keywords: [
      ...new Set(
        childrenOf(about, 'kwd-group')
          .filter(({ attributes }) => attributes.get('kwd-group-type') !== 'abbreviations')
          .flatMap(group => elementsBelow(group, 'kwd').map(lineOf)),
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

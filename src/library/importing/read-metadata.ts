import type { ArticleMetadata } from '#core/article/article.ts'
import { readAuthors } from './read-authors.ts'
import { readIsoDate } from './read-iso-date.ts'
import { readLinkedData } from './read-linked-data.ts'
import type { LinkedData } from './read-linked-data.ts'
import { readPublication } from './read-publication.ts'
import { authorMark, nameInByline } from './read-byline.ts'
import { siteInTitle, titleShown, titleWithoutSite } from './title-of-page.ts'
import { languageOf } from './metadata-parts.ts'
import { lineOfText } from './source-text.ts'
import { collapsedText, isElement, rawText, walk } from './parse-html.ts'
import type { ParsedElement, ParsedNode } from './parse-html.ts'
import { titleOfFileName } from './title-of-file-name.ts'

/** A description longer than this is a summary and not a subtitle. */
const LONGEST_SUBTITLE = 300

/** All that the page says of itself outside of its running text. */
interface PageFacts {
  /** Contents of `<meta>`, by lower-case name or property, in page order. */
  readonly meta: Map<string, string[]>
  readonly linked: LinkedData
  title: string | undefined
  /** Headings of the first three ranks, and those of the first alone, in page order. */
  readonly headings: string[]
  readonly firstHeadings: string[]
  /** Names in elements that are marked as the author's, by the mark that came first. */
  readonly bylines: string[]
  bylineMark: string | null
  bylineEnded: boolean
  subtitle: string | undefined
  language: string | undefined
  canonical: string | undefined
  /** Words of links to the site's first page. */
  readonly homes: string[]
  readonly times: Map<string, string>
}

const addTo = (map: Map<string, string[]>, key: string, value: string): void => {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

/** Headings that are looked at for the title: it stands near the beginning. */
const MOST_HEADINGS = 20

/** Leads to the first page of a site: to its root, or to the page that old programs give for it. */
const toHome = /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.\w+)?$/i

const MOST_HOMES = 8
/** Characters of the longest name of a site. */
const LONGEST_SITE = 60

/** Classes of microformats and of programs for blogs. */
const publishedClass = /(?:^|\s)(?:entry-date|dt-published|published)(?=$|\s)/
const updatedClass = /(?:^|\s)(?:dt-updated|entry-modified-time|updated)(?=$|\s)/

const noteDate = (facts: PageFacts, property: string, date: string): void => {
  if (property !== '' && date !== '' && !facts.times.has(property)) facts.times.set(property, date)
}

/** Parts of a page whose authors are not the article's. */
const othersWords = /comment|recommend|related/i
const besideWords = /sidebar|widget/i

/** Programs name what holds a whole page by what may stand beside an article, too. */
const articleMark = /(?:^|\s)(?:h-?entry|entry-content)(?=$|\s)/

/** All articles of a page and what is around them: found once, as any element in another may ask. */
const aroundArticles = (page: ParsedNode): ReadonlySet<ParsedNode> => {
  const around = new Set<ParsedNode>()
  walk(page, node => {
    if (!isElement(node)) return true
    if (node.localName !== 'article' && !articleMark.test(node.getAttribute('class') ?? '')) return true
    for (let outer: ParsedNode | null = node; outer !== null && !around.has(outer); outer = outer.parentNode)
      around.add(outer)
    return true
  })
  return around
}

/** Names stand together: below a heading or running text are those of other articles. */
const LEAST_TEXT = 80
const isPastByline = (element: ParsedElement): boolean =>
  /^h[1-3]$/.test(element.localName) || (element.localName === 'p' && rawText(element).length >= LEAST_TEXT)

const noteByline = (facts: PageFacts, element: ParsedElement): void => {
  if (facts.bylineMark !== null && isPastByline(element)) facts.bylineEnded = true
  const mark = facts.bylineEnded ? null : authorMark(element)
  if (mark === null || (facts.bylineMark !== null && mark !== facts.bylineMark)) return
  const name = nameInByline(element)
  if (name === null) return
  facts.bylineMark = mark
  if (!facts.bylines.includes(name)) facts.bylines.push(name)
}

const noteElement = (facts: PageFacts, element: ParsedElement): void => {
  const attribute = (name: string): string => lineOfText(element.getAttribute(name) ?? '')
  switch (element.localName) {
    case 'html':
      facts.language ??= attribute('lang') || attribute('xml:lang') || undefined
      break
    case 'title':
      facts.title ??= collapsedText(element) || undefined
      break
    case 'body':
      facts.language ??= attribute('lang') || undefined
      break
    case 'meta': {
      const content = attribute('content')
      noteDate(facts, attribute('itemprop'), content)
      for (const key of [attribute('name'), attribute('property'), attribute('http-equiv')]) {
        if (key !== '' && content !== '') addTo(facts.meta, key.toLowerCase(), content)
      }
      break
    }
    case 'link':
      if (attribute('rel').toLowerCase().split(' ').includes('canonical'))
        facts.canonical ??= attribute('href') || undefined
      break
    case 'script':
      if (attribute('type').toLowerCase() === 'application/ld+json') readLinkedData(facts.linked, element)
      break
    case 'a': {
      const target = attribute('href')
      if (target === '' || facts.homes.length >= MOST_HOMES || !toHome.test(target)) break
      const words = rawText(element).length <= LONGEST_SITE * 4 ? collapsedText(element) : ''
      if (words !== '' && words.length <= LONGEST_SITE) facts.homes.push(words)
      break
    }
    case 'abbr':
    case 'time': {
      const names = `${attribute('class')} ${element.getAttribute('pubdate') === null ? '' : 'published'}`
      const date = attribute(element.localName === 'abbr' ? 'title' : 'datetime') || collapsedText(element)
      noteDate(facts, attribute('itemprop'), date)
      if (publishedClass.test(names)) noteDate(facts, 'datePublished', date)
      if (updatedClass.test(names)) noteDate(facts, 'dateModified', date)
      break
    }
    case 'h1':
    case 'h2':
    case 'h3': {
      const heading = collapsedText(element).replace(/\s*[¶#🔗]$/u, '')
      if (heading === '') break
      if (facts.headings.length < MOST_HEADINGS) facts.headings.push(heading)
      if (element.localName === 'h1') facts.firstHeadings.push(heading)
      break
    }
    default:
      if (attribute('role') === 'doc-subtitle') facts.subtitle ??= collapsedText(element) || undefined
  }
}

const isOfOthers = (element: ParsedElement, holdsArticle: (element: ParsedElement) => boolean): boolean => {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  return othersWords.test(names) || (besideWords.test(names) && !holdsArticle(element))
}

const gather = (page: ParsedNode): PageFacts => {
  const facts: PageFacts = {
    meta: new Map(),
    linked: { authors: [], identifiers: [] },
    title: undefined,
    headings: [],
    firstHeadings: [],
    bylines: [],
    bylineMark: null,
    bylineEnded: false,
    subtitle: undefined,
    language: undefined,
    canonical: undefined,
    homes: [],
    times: new Map(),
  }
  const others = new Set<ParsedNode>()
  let holders: ReadonlySet<ParsedNode> | null = null
  const holdsArticle = (element: ParsedElement): boolean => {
    holders ??= aroundArticles(page)
    return holders.has(element)
  }
  walk(
    page,
    node => {
      if (isElement(node)) {
        noteElement(facts, node)
        if (node.localName !== 'body' && isOfOthers(node, holdsArticle)) others.add(node)
        if (others.size === 0) noteByline(facts, node)
      }
      return !isElement(node) || !['svg', 'template', 'noscript'].includes(node.localName)
    },
    node => {
      others.delete(node)
    },
  )
  return facts
}

/** The first that is a date, or another of the same year or month that says it more exactly. */
const firstDate = (...values: readonly (string | undefined)[]): string | undefined => {
  const dates = values.flatMap(value => (value === undefined ? [] : (readIsoDate(value) ?? [])))
  const [first] = dates
  if (first === undefined) return undefined
  return dates.find(date => date.length === 'YYYY-MM-DD'.length && date.startsWith(first)) ?? first
}

const webAddress = (...values: readonly (string | undefined)[]): string | undefined =>
  values.find(value => value !== undefined && /^https?:\/\//i.test(value) && URL.canParse(value))

/**
 * What a page says of itself: Highwire (`citation_…`), Dublin Core (`dc.…`, `dcterms.…`), Open Graph (`og:…`, `article:…`),
 * schema.org (JSON-LD and `itemprop`), the plain HTML names, and Pathmark's own `pathmark:source-note`.
 * Of several sources the more exact one counts: citation, Dublin Core, Open Graph, JSON-LD, HTML.
 */
export const readMetadata = (page: ParsedNode, fileName: string): ArticleMetadata => {
  const facts = gather(page)
  const { linked, times } = facts
  const all = (name: string): readonly string[] => facts.meta.get(name) ?? []
  const first = (...names: readonly string[]): string | undefined => names.flatMap(all)[0]
  const optional = <Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> =>
    value === undefined ? {} : ({ [key]: value } as Record<Key, string>)

  const description = first('dcterms.alternative', 'description', 'og:description', 'dc.description')
  const subtitle =
    facts.subtitle ?? (description !== undefined && description.length <= LONGEST_SUBTITLE ? description : undefined)
  const authors = readAuthors(all, linked.authors, facts.bylines)
  const home = facts.title === undefined ? undefined : siteInTitle(facts.title, facts.homes)
  const sites = [
    all('og:site_name'),
    all('application-name'),
    linked.site ?? [],
    linked.publisher ?? [],
    home ?? [],
  ].flat()
  const said = first('og:title') ?? linked.title
  const language =
    facts.language ?? first('dcterms.language', 'dc.language', 'citation_language', 'content-language', 'og:locale')
  const keywords = [all('keywords'), all('citation_keywords'), all('dc.subject'), all('article:tag')]
    .flat()
    .flatMap(value => value.split(/[,;]/))
    .map(word => word.trim())
    .filter(word => word !== '')
  const citation = readPublication(all, linked)
  return {
    title:
      first('citation_title', 'dcterms.title', 'dc.title') ??
      (said === undefined ? undefined : titleWithoutSite(said, facts.headings, sites)) ??
      titleShown(facts.title, facts.headings, facts.firstHeadings, sites) ??
      titleOfFileName(fileName),
    ...optional('subtitle', subtitle),
    ...authors,
    ...optional(
      'publisher',
      (citation.type === 'article' || citation.type === 'preprint' ? citation.journal : undefined) ??
        first('citation_journal_title', 'dcterms.publisher', 'dc.publisher', 'citation_publisher', 'og:site_name') ??
        linked.publisher ??
        linked.site ??
        first('application-name') ??
        home,
    ),
    ...optional(
      'address',
      webAddress(
        facts.canonical,
        first('citation_public_url'),
        first('citation_abstract_html_url'),
        first('og:url'),
        first('dc.identifier'),
      ),
    ),
    ...citation,
    ...optional(
      'published',
      firstDate(
        first('citation_publication_date'),
        first('citation_date'),
        first('citation_online_date'),
        first('dcterms.issued', 'dc.date', 'dcterms.date'),
        first('article:published_time'),
        linked.published,
        times.get('datePublished'),
        first(
          'date',
          'pubdate',
          'publishdate',
          'publish-date',
          'publication_date',
          'parsely-pub-date',
          'sailthru.date',
        ),
        first('dcterms.created', 'created'),
      ),
    ),
    ...optional(
      'updated',
      firstDate(
        first('dcterms.modified'),
        first('article:modified_time', 'og:updated_time'),
        linked.modified,
        times.get('dateModified'),
        first('last-modified', 'changed'),
      ),
    ),
    language: languageOf(language) ?? 'und',
    keywords: [...new Set(keywords)],
    sourceNotes: [...all('pathmark:source-note')],
  }
}

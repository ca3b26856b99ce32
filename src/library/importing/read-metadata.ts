import type { ArticleMetadata } from '#core/article/article.ts'
import { readAuthors } from './read-authors.ts'
import { readIsoDate } from './read-iso-date.ts'
import { readLinkedData } from './read-linked-data.ts'
import type { LinkedData } from './read-linked-data.ts'
import { readPublication } from './read-publication.ts'
import { languageOf } from './metadata-parts.ts'
import { lineOfText } from './leaf-text.ts'
import { collapsedText, isElement, walk } from './parse-html.ts'
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
  heading: string | undefined
  subtitle: string | undefined
  language: string | undefined
  canonical: string | undefined
  readonly times: Map<string, string>
}

const addTo = (map: Map<string, string[]>, key: string, value: string): void => {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
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
    case 'meta': {
      const content = attribute('content')
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
    case 'time': {
      const property = attribute('itemprop') || (element.getAttribute('pubdate') === null ? '' : 'datePublished')
      if (property !== '' && !facts.times.has(property))
        facts.times.set(property, attribute('datetime') || collapsedText(element))
      break
    }
    case 'h1':
      facts.heading ??= collapsedText(element) || undefined
      break
    default:
      if (attribute('role') === 'doc-subtitle') facts.subtitle ??= collapsedText(element) || undefined
  }
}

const gather = (page: ParsedNode): PageFacts => {
  const facts: PageFacts = {
    meta: new Map(),
    linked: { authors: [], identifiers: [] },
    title: undefined,
    heading: undefined,
    subtitle: undefined,
    language: undefined,
    canonical: undefined,
    times: new Map(),
  }
  walk(page, node => {
    if (isElement(node)) noteElement(facts, node)
    return !isElement(node) || !['svg', 'template', 'noscript'].includes(node.localName)
  })
  return facts
}

const firstDate = (...values: readonly (string | undefined)[]): string | undefined => {
  for (const value of values) {
    const date = value === undefined ? undefined : readIsoDate(value)
    if (date !== undefined) return date
  }
  return undefined
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
  const authors = readAuthors(all, linked.authors)
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
      first('citation_title', 'dcterms.title', 'dc.title', 'og:title') ??
      linked.title ??
      facts.heading ??
      facts.title ??
      titleOfFileName(fileName),
    ...optional('subtitle', subtitle),
    ...authors,
    ...optional(
      'publisher',
      (citation.type === 'article' || citation.type === 'preprint' ? citation.journal : undefined) ??
        first('citation_journal_title', 'dcterms.publisher', 'dc.publisher', 'citation_publisher', 'og:site_name') ??
        linked.publisher,
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
        first('citation_publication_date', 'citation_date', 'citation_online_date'),
        first('dcterms.issued', 'dc.date', 'dcterms.date'),
        first('article:published_time'),
        linked.published,
        times.get('datePublished'),
      ),
    ),
    ...optional(
      'updated',
      firstDate(
        first('dcterms.modified'),
        first('article:modified_time', 'og:updated_time'),
        linked.modified,
        times.get('dateModified'),
        first('last-modified'),
      ),
    ),
    language: languageOf(language) ?? 'und',
    keywords: [...new Set(keywords)],
    sourceNotes: [...all('pathmark:source-note')],
  }
}

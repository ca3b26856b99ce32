import { lineOfText } from './source-text.ts'
import { parseJson } from '#core/text/parse-json.ts'
import { rawText } from './parse-html.ts'
import type { ParsedNode } from './parse-html.ts'

/** What JSON-LD on a page says of the article. */
export interface LinkedData {
  authors: string[]
  title?: string
  publisher?: string
  /** What the site calls itself. */
  site?: string
  published?: string
  modified?: string
  /** Its class in schema.org (`ScholarlyArticle`). */
  type?: string
  /** The journal, or what else it is a part of. */
  journal?: string
  volume?: string
  issue?: string
  pages?: string
  issn?: string
  licence?: string
  /** Each as it is written; one of them may be a DOI. */
  identifiers: string[]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** A name given as such or as an object's `name`, which may be a list of one. */
const nameOf = (value: unknown): string | undefined => {
  const name = listOf(isRecord(value) ? value['name'] : value)[0]
  return typeof name === 'string' || typeof name === 'number' ? lineOfText(String(name)) || undefined : undefined
}

const isOf = (types: RegExp, value: Record<string, unknown>): boolean =>
  listOf(value['@type']).some(type => typeof type === 'string' && types.test(type))

const articleTypes = /(?:Article|Posting|Report|MedicalWebPage|Book|Chapter|Thesis|Dataset)$/
/** What says the same of pages that are no articles, in the order in which it counts. */
const otherTypes = [
  /^(?:AudioObject|CreativeWork|HowTo|PodcastEpisode|Question|Recipe|Review|VideoObject)$/,
  /^(?:FAQ|QA|About|Item|Medical)?(?:Web)?Page$/,
]

const parse = (json: string): unknown => {
  try {
    return parseJson(json)
  } catch (error) {
    // A page's own data may be broken; the article can be read without it.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** All things that the data speaks of, with those that a page says that it is about. */
const thingsIn = (data: unknown): readonly Record<string, unknown>[] =>
  listOf(data)
    .filter(isRecord)
    .flatMap(thing => [
      thing,
      ...[thing['@graph'], thing['mainEntity'], thing['mainEntityOfPage']].flatMap(listOf).filter(isRecord),
    ])

type Take = (key: 'journal' | 'volume' | 'issue' | 'issn', value: unknown) => void

/** What it is a part of: an issue, which is a part of a volume, which is a part of a journal, or any of them at once. */
const takeParts = (take: Take, article: Record<string, unknown>): void => {
  let part: unknown = article
  for (let depth = 0; depth < 4 && isRecord(part); depth += 1) {
    take('volume', part['volumeNumber'])
    take('issue', part['issueNumber'])
    take('issn', listOf(part['issn'])[0])
    const types = listOf(part['@type'])
    if (
      depth > 0 &&
      !types.some(
        type => type === 'PublicationIssue' || type === 'PublicationVolume' || type === 'WebSite' || type === 'WebPage',
      )
    )
      take('journal', part['name'])
    part = listOf(part['isPartOf'])[0]
  }
}

const pagesOf = (article: Record<string, unknown>): string | undefined => {
  const [first, last] = [nameOf(article['pageStart']), nameOf(article['pageEnd'])]
  return first === undefined || last === undefined ? (nameOf(article['pagination']) ?? first) : `${first}-${last}`
}

/**
 * Adds what one `application/ld+json` script says of an article to what is known. Only the names that schema.org gives for
 * articles are looked at; contexts are not resolved.
 */
export const readLinkedData = (known: LinkedData, script: ParsedNode): void => {
  const things = thingsIn(parse(rawText(script)))
  const site = things.find(thing => isOf(/^WebSite$/, thing))
  const siteName = nameOf(site)
  if (siteName !== undefined) known.site ??= siteName
  const [article, ...others] = [articleTypes, ...otherTypes].flatMap(types =>
    things.filter(thing => isOf(types, thing)).slice(0, 1),
  )
  if (article === undefined) return
  /** A thing may be said by its id alone where it stands elsewhere in the same data. */
  const resolved = (value: unknown): unknown => {
    const id = isRecord(value) && value['name'] === undefined ? value['@id'] : undefined
    return id === undefined
      ? value
      : (things.find(thing => thing['@id'] === id && thing['name'] !== undefined) ?? value)
  }
  const take = (key: Exclude<keyof LinkedData, 'authors' | 'identifiers'>, value: unknown): void => {
    const name = nameOf(value)
    if (name !== undefined) known[key] ??= name
  }
  take('title', article['headline'] ?? article['name'])
  take('publisher', resolved(article['publisher']))
  for (const thing of [article, ...others]) {
    take('published', thing['datePublished'] ?? thing['uploadDate'])
    take('modified', thing['dateModified'])
  }
  take('type', listOf(article['@type'])[0])
  takeParts(take, article)
  take('pages', pagesOf(article))
  take('licence', isRecord(article['license']) ? (article['license']['url'] ?? article['license']) : article['license'])
  known.identifiers.push(
    ...[article['sameAs'], article['identifier'], article['@id']]
      .flatMap(listOf)
      .flatMap(value => nameOf(isRecord(value) ? value['value'] : value) ?? []),
  )
  if (known.authors.length === 0)
    known.authors = listOf(article['author']).flatMap(author => {
      const said = resolved(author)
      return isRecord(said) ? listOf(said['name']).flatMap(name => nameOf(name) ?? []) : (nameOf(said) ?? [])
    })
}

import { parse } from 'yaml'
import { articleTypes } from '#core/article/article.ts'
import type { ArticleMetadata } from '#core/article/article.ts'
import { readDoi } from '#core/article/doi.ts'
import { keptNames, namedBy, spokenName } from '#core/article/person-name.ts'
import type { AuthorName } from '#core/article/person-name.ts'
import { readIsbn, readIssn } from '#core/article/publication-numbers.ts'
import { readPmcid, readPmid } from '#core/article/pubmed-numbers.ts'
import { lineOfText } from '../source-text.ts'
import { languageOf, present } from '../metadata-parts.ts'
import { readIsoDate } from '../read-iso-date.ts'

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** What stands before the text of a Markdown file, and where the text begins. */
export interface FrontMatter {
  readonly metadata: Partial<ArticleMetadata>
  /** The article's own summary, in Markdown; empty when there is none. */
  readonly abstract: string
  /** The file without it; as a whole when there is none. */
  readonly rest: string
  readonly warnings: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One line for the reader; undefined for what is no text. */
const line = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? lineOfText(String(value)) : ''
  return text === '' ? undefined : text
}

/** Names as people write them: one text, a list, or records with the parts of a name. */
const names = (value: unknown): readonly AuthorName[] => {
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((one): readonly AuthorName[] => {
    if (!isFields(one)) {
      const written = line(one)
      return written === undefined ? [] : [{ literal: written }]
    }
    const [given, family] = [one['given'] ?? one['first'], one['family'] ?? one['last']].map(part => line(part) ?? '')
    const whole = line(one['name']) ?? line(one['literal'])
    if (whole !== undefined) return [{ literal: whole }]
    return given || family ? [namedBy(family ?? '', given ?? '', line(one['suffix']))] : []
  })
}

/** Their parts where the file tells them apart; a name in one piece is left to be divided by its words. */
const authorsOf = (value: unknown): Partial<ArticleMetadata> => {
  const all = names(value)
  const divided = keptNames(all).names?.filter(({ given }) => given !== undefined) ?? []
  const authors = [...new Set(all.map(spokenName))]
  return { ...(authors.length > 0 && { authors }), ...(divided.length > 0 && { names: divided }) }
}

const typeOf = (written: string | undefined): ArticleMetadata['type'] => articleTypes.find(type => type === written)

/** Keywords as a list, or in one text with commas between. */
const words = (value: unknown): readonly string[] => {
  const all = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;]/) : []
  return all.flatMap(word => line(word) ?? [])
}

const date = (...values: readonly unknown[]): string | undefined => {
  for (const value of values) {
    const written = value instanceof Date ? value.toISOString() : line(value)
    const read = written === undefined ? undefined : readIsoDate(written)
    if (read !== undefined) return read
  }
  return undefined
}

const address = (...values: readonly unknown[]): string | undefined =>
  values.flatMap(value => line(value) ?? []).find(value => /^https?:\/\//i.test(value) && URL.canParse(value))

const metadataOf = (given: Fields): Partial<ArticleMetadata> => {
  const fields: Fields = Object.fromEntries(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]))
  const journal = line(fields['journal'] ?? fields['container-title'])
  const pages = line(fields['pages'] ?? fields['page'])
  const keywords = [...words(fields['keywords']), ...words(fields['tags'])]
  return present({
    title: line(fields['title']),
    subtitle: line(fields['subtitle'] ?? fields['description'] ?? fields['summary']),
    ...authorsOf(fields['authors'] ?? fields['author'] ?? fields['creator']),
    type: typeOf(line(fields['type'])),
    publisher: journal ?? line(fields['publisher'] ?? fields['site']),
    journal,
    volume: line(fields['volume']),
    issue: line(fields['issue'] ?? fields['number']),
    pages: pages?.replace(/\s*(?:--?|[‐–—])\s*/u, '-'),
    issn: readIssn(line(fields['issn']) ?? ''),
    isbn: readIsbn(line(fields['isbn']) ?? ''),
    address: address(fields['url'], fields['canonical'], fields['link'], fields['source']),
    doi: readDoi(line(fields['doi']) ?? ''),
    pmid: readPmid(line(fields['pmid']) ?? ''),
    pmcid: readPmcid(line(fields['pmcid']) ?? ''),
    licence: line(fields['licence'] ?? fields['license']),
    published: date(fields['date'], fields['published'], fields['issued'], fields['created']),
    updated: date(fields['updated'], fields['modified'], fields['lastmod']),
    language: languageOf(line(fields['lang'] ?? fields['language'])),
    keywords: keywords.length === 0 ? undefined : [...new Set(keywords)],
  })
}

/** What programs that make papers of Markdown keep apart from the text. */
const abstractOf = (given: Fields): string => {
  const [, abstract] = Object.entries(given).find(([key]) => key.toLowerCase() === 'abstract') ?? []
  return typeof abstract === 'string' ? abstract.trim() : ''
}

/** Reads the YAML between two lines of dashes that begins a Markdown file. What cannot be read stays a part of the text. */
export const readFrontMatter = (text: string): FrontMatter => {
  const [whole, yaml] = FENCED.exec(text) ?? []
  if (whole === undefined || yaml === undefined) return { metadata: {}, abstract: '', rest: text, warnings: [] }
  const rest = text.slice(whole.length)
  try {
    const fields: unknown = parse(yaml)
    if (isFields(fields)) return { metadata: metadataOf(fields), abstract: abstractOf(fields), rest, warnings: [] }
    // A line between two others, as some draw it: not what a file says of itself.
    if (fields === null || typeof fields === 'string') return { metadata: {}, abstract: '', rest: text, warnings: [] }
    throw new TypeError('it is a list')
  } catch (error) {
    const why = lineOfText((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '')
    return {
      metadata: {},
      abstract: '',
      rest: `\`\`\`yaml\n${yaml}\n\`\`\`\n\n${rest}`,
      warnings: [`What the file says of itself at its start could not be read (${why}); it stands in the text.`],
    }
  }
}

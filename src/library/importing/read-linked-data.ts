import { lineOfText } from './leaf-text.ts'
import { parseJson } from '#core/text/parse-json.ts'
import { rawText } from './parse-html.ts'
import type { ParsedNode } from './parse-html.ts'

/** What JSON-LD on a page says of the article. */
export interface LinkedData {
  authors: string[]
  title?: string
  publisher?: string
  published?: string
  modified?: string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** A name given as such or as an object's `name`. */
const nameOf = (value: unknown): string | undefined => {
  const name = isRecord(value) ? value['name'] : value
  return typeof name === 'string' ? lineOfText(name) || undefined : undefined
}

const isArticle = (value: Record<string, unknown>): boolean =>
  listOf(value['@type']).some(
    type => typeof type === 'string' && /(?:Article|BlogPosting|Report|MedicalWebPage)$/.test(type),
  )

const parse = (json: string): unknown => {
  try {
    return parseJson(json)
  } catch (error) {
    // A page's own data may be broken; the article can be read without it.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Adds what one `application/ld+json` script says of an article to what is known. Only the names that schema.org gives for
 * articles are looked at; contexts are not resolved.
 */
export const readLinkedData = (known: LinkedData, script: ParsedNode): void => {
  const data = parse(rawText(script))
  const things = listOf(data)
    .filter(isRecord)
    .flatMap(thing => [thing, ...listOf(thing['@graph']).filter(isRecord)])
  const article = things.find(isArticle)
  if (article === undefined) return
  const take = (key: Exclude<keyof LinkedData, 'authors'>, value: unknown): void => {
    const name = nameOf(value)
    if (name !== undefined) known[key] ??= name
  }
  take('title', article['headline'] ?? article['name'])
  take('publisher', article['publisher'])
  take('published', article['datePublished'])
  take('modified', article['dateModified'])
  if (known.authors.length === 0) known.authors = listOf(article['author']).flatMap(author => nameOf(author) ?? [])
}

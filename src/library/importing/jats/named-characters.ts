import { parseBody, rawText } from '../parse-html.ts'
import { jatsEntities } from './jats-entities.ts'

/** Names that are looked at; no document uses so many. */
const MOST_NAMES = 2_000

const named = /&([a-z][\w.]*);/gi

/** Names of XML itself. */
const OWN = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** What HTML calls by a name, which has those of ISO 8879 and ISO 9573-13; null for a name that it does not know. */
const inHtml = (name: string): string | null => {
  const text = rawText(parseBody(`<p>&${name};</p>`)).trim()
  const isOne = text !== '' && [...text].length <= 2 && (name === 'semi' || !text.includes(';'))
  return isOne ? text : null
}

/**
 * The characters that a text calls by names, without saying what these stand for, and the names that nothing is known of: those
 * stand for themselves.
 */
export const namedCharacters = (
  text: string,
): { readonly known: Readonly<Record<string, string>>; readonly unknown: readonly string[] } => {
  const names = new Set<string>()
  for (const [, name = ''] of text.matchAll(named)) {
    if (names.size >= MOST_NAMES) break
    if (!OWN.has(name)) names.add(name)
  }
  const known: [string, string][] = []
  const unknown: string[] = []
  for (const name of names) {
    const character = Object.hasOwn(jatsEntities, name) ? (jatsEntities[name] ?? null) : inHtml(name)
    if (character === null) unknown.push(name)
    known.push([name, character ?? `&${name};`])
  }
  return { known: Object.fromEntries(known), unknown }
}

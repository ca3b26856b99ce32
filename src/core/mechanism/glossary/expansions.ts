import { findAbbreviations } from '../entities/abbreviations.ts'
import type { Entity } from '../mechanism.ts'
import { passageAt } from '../../text/span.ts'
import type { Passage } from '../../text/span.ts'
import { glossaryKeysOf } from './glossary-key.ts'

/** An abbreviation as the article itself writes it out, and the passage that introduces it. */
export interface Expansion {
  readonly short: string
  readonly long: string
  readonly passage: Passage
}

/** What an article writes out, by the keys of the short and of the long form; each list in text order. */
export type Expansions = ReadonlyMap<string, readonly Expansion[]>

/** The closing bracket belongs to the words that introduce an abbreviation. */
const withBracket = (text: string, end: number): number => (/^[)\]]/.test(text.slice(end, end + 1)) ? end + 1 : end)

/** The key of the singular, where there is one: "MSCs" is introduced, "MSC" is asked for. */
const keyOf = (name: string): string => glossaryKeysOf(name).at(-1) ?? ''

/** All that `text` writes out itself, each pair of forms at the place where it is introduced first. */
export const findExpansions = (text: string): Expansions => {
  const found = new Map<string, Expansion[]>()
  const written = new Set<string>()
  const pairs = new Set<string>()
  for (const { short, long } of findAbbreviations(text, { start: 0, end: text.length })) {
    const shortForm = text.slice(short.start, short.end)
    const longForm = text.slice(long.start, long.end).replace(/\s+/gu, ' ')
    // A book writes the same pair out in every chapter: what was met in these words needs no key.
    const words = `${shortForm}\n${longForm}`
    if (written.has(words)) continue
    written.add(words)
    const keys = [keyOf(shortForm), keyOf(longForm)]
    const pair = keys.join('\n')
    if (pairs.has(pair)) continue
    pairs.add(pair)
    const start = Math.min(short.start, long.start)
    const end = withBracket(text, Math.max(short.end, long.end))
    const expansion = { short: shortForm, long: longForm, passage: passageAt(text, { start, end }) }
    for (const key of new Set([...glossaryKeysOf(shortForm), ...glossaryKeysOf(longForm)]))
      found.set(key, [...(found.get(key) ?? []), expansion])
  }
  return found
}

/** What the article writes out under one of these names, in text order, each once. */
export const expansionsOf = (names: readonly string[], expansions: Expansions): readonly Expansion[] => {
  const found = new Set<Expansion>()
  for (const name of names)
    for (const key of glossaryKeysOf(name)) for (const expansion of expansions.get(key) ?? []) found.add(expansion)
  return [...found].toSorted((a, b) => a.passage.start - b.passage.start)
}

/** The names under which the text speaks of an entity: the field's usual one and its own. */
export const namesOf = (entity: Entity): readonly string[] => [
  entity.name,
  ...entity.mentions.map(mention => mention.quote),
]

import { findAbbreviations } from '../entities/abbreviations.ts'
import type { Entity } from '../mechanism.ts'
import { passageAt } from '../../text/span.ts'
import type { Passage } from '../../text/span.ts'
import { glossaryKey, glossaryKeysOf } from './glossary-key.ts'

/** An abbreviation as the article itself writes it out, and the passage that introduces it. */
export interface Expansion {
  readonly short: string
  readonly long: string
  readonly passage: Passage
}

/** What an article writes out, by the keys of the short and of the long form; each list in text order. */
export type Expansions = ReadonlyMap<string, readonly Expansion[]>

const sameForms = (a: Expansion, b: Expansion): boolean =>
  glossaryKey(a.short) === glossaryKey(b.short) && glossaryKey(a.long) === glossaryKey(b.long)

/** The closing bracket belongs to the words that introduce an abbreviation. */
const withBracket = (text: string, end: number): number => (/^[)\]]/.test(text.slice(end, end + 1)) ? end + 1 : end)

/** All that `text` writes out itself, each pair of forms at the place where it is introduced first. */
export const findExpansions = (text: string): Expansions => {
  const found = new Map<string, Expansion[]>()
  for (const { short, long } of findAbbreviations(text, { start: 0, end: text.length })) {
    const start = Math.min(short.start, long.start)
    const end = withBracket(text, Math.max(short.end, long.end))
    const expansion = {
      short: text.slice(short.start, short.end),
      long: text.slice(long.start, long.end).replace(/\s+/gu, ' '),
      passage: passageAt(text, { start, end }),
    }
    for (const name of [expansion.short, expansion.long]) {
      // The last key is that of the singular, where there is one: "MSCs" is introduced, "MSC" is asked for.
      for (const key of new Set(glossaryKeysOf(name))) {
        const known = found.get(key) ?? []
        if (!known.some(other => sameForms(other, expansion))) found.set(key, [...known, expansion])
      }
    }
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

import type { GlossaryEntry } from '../entities/lexicon.ts'
import type { Entity } from '../mechanism.ts'
import { expansionsOf, namesOf } from './expansions.ts'
import type { Expansion, Expansions } from './expansions.ts'
import { broaderEntry, entryNamed } from './find-entry.ts'
import { glossaryKeysOf } from './glossary-key.ts'

/** What is known of an entity in an article. */
export interface AboutEntity {
  /** The glossary's line on it; null when there is none. */
  readonly entry: GlossaryEntry | null
  /** Without a line on the entity itself, the one on what it is a kind of. */
  readonly broader: GlossaryEntry | null
  /** Its abbreviations as the article writes them out, in text order. */
  readonly expansions: readonly Expansion[]
}

export const nothingKnown: AboutEntity = { entry: null, broader: null, expansions: [] }

const wordsOf = (name: string): string[] =>
  name.split(/[\s\-\u2010\u2011/]+/u).map(word => glossaryKeysOf(word).at(-1) ?? '')

/** Whether a form that the article writes out can mean the entry: it names it, or shares most of its words with its names. */
const canMean = (long: string, entry: GlossaryEntry, glossary: readonly GlossaryEntry[]): boolean => {
  if (entryNamed(long, glossary) === entry) return true
  const known = new Set([entry.name, ...(entry.synonyms ?? [])].flatMap(wordsOf))
  const words = wordsOf(long)
  return words.filter(word => known.has(word)).length * 2 > words.length
}

/** The entry of a name, unless the article says that the name stands for something else: HSC, the hepatic stellate cell. */
const entryInArticle = (
  name: string,
  glossary: readonly GlossaryEntry[],
  expansions: readonly Expansion[],
): GlossaryEntry | null => {
  const entry = entryNamed(name, glossary)
  if (entry === null) return null
  const keys = new Set(glossaryKeysOf(name))
  const written = expansions.filter(({ short }) => glossaryKeysOf(short).some(key => keys.has(key)))
  return written.length === 0 || written.some(({ long }) => canMean(long, entry, glossary)) ? entry : null
}

const firstOf = <T, R>(values: readonly T[], find: (value: T) => R | null): R | null => {
  for (const value of values) {
    const found = find(value)
    if (found !== null) return found
  }
  return null
}

/**
 * What the glossary and the article itself say of an entity: by its name, else by the words that the text uses for it or
 * writes its abbreviation out with, else by the kind of thing that one of these names.
 */
export const aboutEntity = (
  entity: Entity,
  glossary: readonly GlossaryEntry[],
  expansions: Expansions,
): AboutEntity => {
  const written = expansionsOf(namesOf(entity), expansions)
  const names = [...namesOf(entity), ...written.map(({ long }) => long)]
  const entry = firstOf(names, name => entryInArticle(name, glossary, written))
  const broader = entry === null ? firstOf(names, name => broaderEntry(name, glossary)) : null
  return { entry, broader, expansions: written }
}

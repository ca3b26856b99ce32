import type { GlossaryEntry } from '../entities/lexicon.ts'
import type { Entity } from '../mechanism.ts'
import { expansionsOf, namesOf } from './expansions.ts'
import type { Expansion, Expansions } from './expansions.ts'
import { broaderEntry, entryNamed, familyEntry, subjectOf } from './find-entry.ts'
import { glossaryKeysOf } from './glossary-key.ts'

/** What is known of an entity in an article. */
export interface AboutEntity {
  /** The glossary's line on it; null when there is none. */
  readonly entry: GlossaryEntry | null
  /** Without a line on the entity itself, the one on what it is about, on what it is a kind of, or on its family. */
  readonly nearest: GlossaryEntry | null
  /** Its abbreviations as the article writes them out, in text order. */
  readonly expansions: readonly Expansion[]
}

export const nothingKnown: AboutEntity = { entry: null, nearest: null, expansions: [] }

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

/** The entry of one of these names or of what the article writes them out with. */
const entryOf = (
  names: readonly string[],
  glossary: readonly GlossaryEntry[],
  written: readonly Expansion[],
): GlossaryEntry | null =>
  firstOf([...names, ...written.map(({ long }) => long)], name => entryInArticle(name, glossary, written))

/**
 * What the glossary and the article itself say of an entity: by its name, else by the words that the text uses for it or
 * writes its abbreviation out with. Of "HSC activation" the next best is the line on what HSC is in this article, of
 * "spinal microglia" the one on microglia, and of "caspase-10" the one on caspases.
 */
export const aboutEntity = (
  entity: Entity,
  glossary: readonly GlossaryEntry[],
  expansions: Expansions,
): AboutEntity => {
  const names = namesOf(entity)
  const written = expansionsOf(names, expansions)
  const entry = entryOf(names, glossary, written)
  if (entry !== null) return { entry, nearest: null, expansions: written }
  const subjects = names.map(subjectOf)
  const nearest =
    entryOf(subjects, glossary, expansionsOf(subjects, expansions)) ??
    firstOf([...subjects, ...names], name => broaderEntry(name, glossary) ?? familyEntry(name, glossary))
  return { entry, nearest, expansions: written }
}

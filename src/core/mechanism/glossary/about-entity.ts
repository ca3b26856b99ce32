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

/** Whether a full name can mean the entry: it names it, or shares most of its words with its names. */
const canMean = (long: string, entry: GlossaryEntry, glossary: readonly GlossaryEntry[]): boolean => {
  if (entryNamed(long, glossary) === entry) return true
  const known = new Set([entry.name, ...(entry.synonyms ?? [])].flatMap(wordsOf))
  const words = wordsOf(long)
  return words.filter(word => known.has(word)).length * 2 > words.length
}

/** Short, with two capitals or a number: letters that stand for more than one thing. */
const SYMBOL = /^(?=.*\p{Lu}.*[\p{Lu}\p{N}])\S{2,8}$/u
const FULL_NAME = /\p{Ll}{5}/u

/** What a symbol stands for: what the article writes it out with, else the full name of the entity that it is used for. */
const meaningsOf = (name: string, entity: Entity, expansions: readonly Expansion[]): readonly string[] => {
  const keys = new Set(glossaryKeysOf(name))
  const written = expansions.filter(({ short }) => glossaryKeysOf(short).some(key => keys.has(key)))
  if (written.length > 0) return written.map(({ long }) => long)
  return SYMBOL.test(name) && FULL_NAME.test(entity.name) ? [subjectOf(entity.name)] : []
}

const firstOf = <T, R>(values: readonly T[], find: (value: T) => R | null): R | null => {
  for (const value of values) {
    const found = find(value)
    if (found !== null) return found
  }
  return null
}

/**
 * The entry of one of these names or of what the article writes them out with; not the one of a symbol that stands for
 * something else here: HSC for the hepatic stellate cell, ADH for alcohol dehydrogenase.
 */
const entryOf = (
  names: readonly string[],
  entity: Entity,
  glossary: readonly GlossaryEntry[],
  expansions: readonly Expansion[],
): GlossaryEntry | null =>
  firstOf([...names, ...expansions.map(({ long }) => long)], name => {
    const entry = entryNamed(name, glossary)
    if (entry === null) return null
    const meanings = meaningsOf(name, entity, expansions)
    return meanings.length === 0 || meanings.some(meaning => canMean(meaning, entry, glossary)) ? entry : null
  })

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
  const entry = entryOf(names, entity, glossary, written)
  if (entry !== null) return { entry, nearest: null, expansions: written }
  const subjects = names.map(subjectOf)
  const nearest =
    entryOf(subjects, entity, glossary, expansionsOf(subjects, expansions)) ??
    firstOf([...subjects, ...names], name => broaderEntry(name, glossary)) ??
    familyEntry(subjectOf(entity.name), glossary)
  return { entry, nearest, expansions: written }
}

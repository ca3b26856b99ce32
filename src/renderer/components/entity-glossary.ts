import type { GlossaryEntry } from '#core/mechanism/entities/lexicon.ts'
import type { Entity } from '#core/mechanism/mechanism.ts'
import { nameKey } from '#core/mechanism/cards/effect-graph.ts'

const indexes = new WeakMap<readonly GlossaryEntry[], ReadonlyMap<string, GlossaryEntry>>()

/** The glossary by all of its names; a name wins over the same word as a synonym elsewhere. Made once for each glossary. */
const indexOf = (glossary: readonly GlossaryEntry[]): ReadonlyMap<string, GlossaryEntry> => {
  const known = indexes.get(glossary)
  if (known !== undefined) return known
  const index = new Map(glossary.flatMap(entry => (entry.synonyms ?? []).map(name => [nameKey(name), entry] as const)))
  for (const entry of glossary) index.set(nameKey(entry.name), entry)
  indexes.set(glossary, index)
  return index
}

/** The glossary's line on an entity, by its name or else by the words that the text uses for it; null when there is none. */
export const glossaryEntryFor = (entity: Entity, glossary: readonly GlossaryEntry[]): GlossaryEntry | null => {
  const entries = indexOf(glossary)
  for (const name of [entity.name, ...entity.mentions.map(mention => mention.quote)]) {
    const entry = entries.get(nameKey(name))
    if (entry !== undefined) return entry
  }
  return null
}

/** Other names for the entity: the glossary's and the text's own, without its name and without repetitions. */
export const otherNames = (entity: Entity, entry: GlossaryEntry | null): readonly string[] => {
  const seen = new Set([nameKey(entity.name), ...(entry === null ? [] : [nameKey(entry.name)])])
  const names: string[] = []
  for (const name of [...(entry?.synonyms ?? []), ...entity.mentions.map(mention => mention.quote)]) {
    if (seen.has(nameKey(name))) continue
    seen.add(nameKey(name))
    names.push(name)
  }
  return names
}

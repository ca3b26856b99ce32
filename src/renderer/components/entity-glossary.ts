import { aboutEntity } from '#core/mechanism/glossary/about-entity.ts'
import type { AboutEntity } from '#core/mechanism/glossary/about-entity.ts'
import { findExpansions, namesOf } from '#core/mechanism/glossary/expansions.ts'
import type { Expansions } from '#core/mechanism/glossary/expansions.ts'
import { glossaryKeysOf } from '#core/mechanism/glossary/glossary-key.ts'
import type { GlossaryEntry } from '#core/mechanism/entities/lexicon.ts'
import type { Entity } from '#core/mechanism/mechanism.ts'

/** What an entity's line is looked up in: the article that names it, and the glossary. */
interface Source {
  readonly article: { readonly text: string }
  readonly glossary: readonly GlossaryEntry[]
}

const expansionsByArticle = new WeakMap<Source['article'], Expansions>()

/** The abbreviations that an article writes out, sought once, when the first of its entities is asked for. */
const expansionsIn = (article: Source['article']): Expansions => {
  const known = expansionsByArticle.get(article)
  if (known !== undefined) return known
  const expansions = findExpansions(article.text)
  expansionsByArticle.set(article, expansions)
  return expansions
}

/** What the glossary and the article say of an entity. */
export const aboutInArticle = (entity: Entity, { article, glossary }: Source): AboutEntity =>
  aboutEntity(entity, glossary, expansionsIn(article))

/** Other names for the entity, the glossary's and the text's own: each once, without those that are on screen as it is. */
export const otherNames = (entity: Entity, { entry, expansions }: AboutEntity): readonly string[] => {
  const shown = [entity.name, ...expansions.flatMap(({ short, long }) => [short, long])]
  const seen = new Set(shown.flatMap(glossaryKeysOf))
  const names: string[] = []
  for (const name of [...(entry === null ? [] : [entry.name, ...(entry.synonyms ?? [])]), ...namesOf(entity)]) {
    const keys = glossaryKeysOf(name)
    if (keys.some(key => seen.has(key))) continue
    for (const key of keys) seen.add(key)
    names.push(name)
  }
  return names
}

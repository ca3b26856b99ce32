import type { EntityType } from '../mechanism.ts'

/** One entry of the entity lexicon: a name, its type, and other ways to write it. */
export interface LexiconEntry {
  readonly name: string
  readonly type: EntityType
  readonly synonyms?: readonly string[]
}

/** One line of the glossary: the project's own definition of an entity, one or two sentences. */
export interface GlossaryEntry {
  readonly name: string
  readonly synonyms?: readonly string[]
  readonly definition: string
}

/** The data the extractor works with, as `resources/lexicon/` holds it. */
export interface Lexicon {
  readonly entries: readonly LexiconEntry[]
  /** The reader's own entries; each hides an entry of the same name. */
  readonly own?: readonly LexiconEntry[]
}

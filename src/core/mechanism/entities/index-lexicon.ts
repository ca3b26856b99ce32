import type { Lexicon, LexiconEntry } from './lexicon.ts'
import { normaliseName, singularsOf } from './normalise-name.ts'

/** A lexicon made ready for look-up by normalised name. */
export interface LexiconIndex {
  /** Entry by normalised name or synonym. */
  readonly entries: ReadonlyMap<string, LexiconEntry>
  /** Short symbols in capitals (`ROS`, `NO`, `CAT`), which mean their entity only when written as they are here. */
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>
  /** Every beginning of every name, so that a look-up knows when no longer name can follow. */
  readonly beginnings: ReadonlySet<string>
  /** The normalised forms of words that were met, its own and then its singulars'. */
  readonly forms: Map<string, readonly string[]>
}

/** More distinct words than any book has; past it the memory of forms starts afresh. */
const MOST_FORMS = 60_000

/** The normalised word, then its possible singulars. */
export const formsOf = (index: LexiconIndex, word: string): readonly string[] => {
  const known = index.forms.get(word)
  if (known) return known
  if (index.forms.size >= MOST_FORMS) index.forms.clear()
  const forms = word.length > 60 ? [''] : [normaliseName(word), ...singularsOf(word).map(normaliseName)]
  index.forms.set(word, forms)
  return forms
}

/** A short symbol that is a word of its own in small letters (`NO`, `CAT`): it names its entity only as it is written. */
export const isSymbolInCapitals = (name: string): boolean => /^\p{Lu}{2,4}$/u.test(name)

const indexes = new WeakMap<Lexicon, LexiconIndex>()

const build = (lexicon: Lexicon): LexiconIndex => {
  const entries = new Map<string, LexiconEntry>()
  const exact = new Map<string, Set<string>>()
  const beginnings = new Set<string>()
  for (const entry of lexicon.entries) {
    for (const name of [entry.name, ...(entry.synonyms ?? [])]) {
      const key = normaliseName(name)
      if (key === '') continue
      if (!entries.has(key)) entries.set(key, entry)
      if (isSymbolInCapitals(name)) exact.set(key, (exact.get(key) ?? new Set()).add(name))
      for (let length = 1; length <= key.length; length++) beginnings.add(key.slice(0, length))
    }
  }
  return { entries, exact, beginnings, forms: new Map() }
}

/** The index of `lexicon`, made once for each lexicon object. Of two entries with one name the first counts. */
export const indexLexicon = (lexicon: Lexicon): LexiconIndex => {
  const known = indexes.get(lexicon)
  if (known) return known
  const index = build(lexicon)
  indexes.set(lexicon, index)
  return index
}

import type { Lexicon, LexiconEntry } from './lexicon.ts'
import { normaliseName } from './normalise-name.ts'

/** A lexicon made ready for look-up by normalised name. */
export interface LexiconIndex {
  /** Entry by normalised name or synonym. */
  readonly entries: ReadonlyMap<string, LexiconEntry>
  /** Short symbols in capitals (`ROS`, `NO`, `CAT`), which mean their entity only when written as they are here. */
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>
  /** Words of the longest name. */
  readonly longest: number
}

const indexes = new WeakMap<Lexicon, LexiconIndex>()

const build = (lexicon: Lexicon): LexiconIndex => {
  const entries = new Map<string, LexiconEntry>()
  const exact = new Map<string, Set<string>>()
  let longest = 1
  for (const entry of lexicon.entries) {
    for (const name of [entry.name, ...(entry.synonyms ?? [])]) {
      const key = normaliseName(name)
      if (key === '') continue
      if (!entries.has(key)) entries.set(key, entry)
      if (/^\p{Lu}{2,4}$/u.test(name)) exact.set(key, (exact.get(key) ?? new Set()).add(name))
      longest = Math.max(longest, name.split(/[\s-]+/).length)
    }
  }
  return { entries, exact, longest: Math.min(longest, 8) }
}

/** The index of `lexicon`, made once for each lexicon object. Of two entries with one name the first counts. */
export const indexLexicon = (lexicon: Lexicon): LexiconIndex => {
  const known = indexes.get(lexicon)
  if (known) return known
  const index = build(lexicon)
  indexes.set(lexicon, index)
  return index
}

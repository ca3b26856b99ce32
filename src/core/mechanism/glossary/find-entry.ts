import type { GlossaryEntry } from '../entities/lexicon.ts'
import { glossaryKey, glossaryKeysOf } from './glossary-key.ts'

type GlossaryIndex = ReadonlyMap<string, GlossaryEntry>

const indexes = new WeakMap<readonly GlossaryEntry[], GlossaryIndex>()

/** The glossary by all of its names; a name wins over the same word as a synonym elsewhere. Made once for each glossary. */
const indexOf = (glossary: readonly GlossaryEntry[]): GlossaryIndex => {
  const known = indexes.get(glossary)
  if (known !== undefined) return known
  const index = new Map(
    glossary.flatMap(entry => (entry.synonyms ?? []).map(name => [glossaryKey(name), entry] as const)),
  )
  for (const entry of glossary) index.set(glossaryKey(entry.name), entry)
  indexes.set(glossary, index)
  return index
}

/** The entry of that name or synonym, in either spelling, singular or plural; null when there is none. */
export const entryNamed = (name: string, glossary: readonly GlossaryEntry[]): GlossaryEntry | null => {
  const index = indexOf(glossary)
  for (const key of glossaryKeysOf(name)) {
    const entry = index.get(key)
    if (entry !== undefined) return entry
  }
  return null
}

/** How much there is of the thing before them, or what becomes of it. Sorted. */
const happenings = new Set(
  (
    'accumulation activation activity administration amount cascade concentration content deficiency deletion expression formation ' +
    'gene inhibition injection knockdown knockout level levels loss mRNA overexpression pathway phosphorylation production protein ' +
    'release secretion signaling signalling synthesis treatment upregulation'
  ).split(' '),
)

/** What a name is about: of "IL-6 secretion" it is IL-6. The name itself when it says no more than that. */
export const subjectOf = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  while (words.length > 1 && happenings.has(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

/** What follows these in a name is not what it names: the "loss of appetite" is no appetite. */
const PREPOSITION = /\s(?:at|by|for|from|in|of|on|to|with|without)\s.*$/su
/** Kinds of which everyone knows what they are: that A431 cells are cells helps nobody. Sorted, in the singular. */
const plain = new Set('cell compound disease gene molecule protein stimulus syndrome target therapy tissue'.split(' '))

/** A word, not a number or a symbol that tells members of a family apart: the "D1" of "cyclin D1". */
const WORD = /\p{Ll}{3}/u

/**
 * The entry of a kind of thing that the named one is: of "spinal microglia" the one of "microglia". An English compound is
 * a kind of what its last words name. The longest of them that has an entry counts; null when none has, or when that tells nothing.
 */
export const broaderEntry = (name: string, glossary: readonly GlossaryEntry[]): GlossaryEntry | null => {
  const words = name.trim().replace(PREPOSITION, '').split(/\s+/u)
  for (let first = 0; first < words.length; first += 1) {
    const rest = words.slice(first).join(' ')
    const entry = rest !== name && WORD.test(rest) ? entryNamed(rest, glossary) : null
    if (entry !== null) return plain.has(entry.name) ? null : entry
  }
  return null
}

/** What tells a member of a family from the others: "-10", "7a", "1.6", " α5", " D", " VI". */
const MEMBER = /[\s\-\u2010\u2011]?(?:\d+(?:\.\d+)?[a-zA-F]?|[α-ω]\d*|(?<=[\s\-\u2010\u2011])(?:[IVX]+|\p{Lu}))$/u
const FAMILY = /\bfamily of\b/u

/** The entry of the family that the named one belongs to: of "caspase-10" and "integrin α5β1" those of "caspase" and "integrin". */
export const familyEntry = (name: string, glossary: readonly GlossaryEntry[]): GlossaryEntry | null => {
  for (let stem = name.replace(MEMBER, ''), before = name; stem !== before && stem.length > 1;) {
    const entry = entryNamed(stem, glossary)
    if (entry !== null) return FAMILY.test(entry.definition) ? entry : null
    before = stem
    stem = stem.replace(MEMBER, '')
  }
  return null
}

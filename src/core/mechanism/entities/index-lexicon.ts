import type { Lexicon, LexiconEntry } from './lexicon.ts'
import type { EntityType } from '../mechanism.ts'
import { normaliseName, singularsOf } from './normalise-name.ts'
import { noNames } from './no-names.ts'
import { ordinaryWords } from './ordinary-words.ts'

/** What a word is by its shape alone. */
export interface WordShape {
  /** What it names by itself. */
  readonly type: EntityType | null
  /** What it makes of the name that it closes. */
  readonly head: EntityType | null
  /** Whether it only says which form of a gene is meant. */
  readonly isFormOfGene: boolean
}

/** Capitals that a name needs: two in a row, one after the first letter, one anywhere, or none. */
type Capitals = 'two' | 'inner' | 'one' | 'none'

/** A lexicon made ready for look-up by normalised name. */
export interface LexiconIndex {
  /** Entry by normalised name or synonym. */
  readonly entries: ReadonlyMap<string, LexiconEntry>
  /** The capitals that names which were met need, by normalised form. */
  readonly capitals: Map<string, Capitals>
  /** What longer names begin with, up to the end of one of their words: a look-up stops where none follows. */
  readonly beginnings: ReadonlySet<string>
  /** Phrases that name nothing, normalised. */
  readonly nothing: ReadonlySet<string>
  /** The normalised forms of words that were met, its own and then its singulars'. */
  readonly forms: Map<string, readonly string[]>
  /** What the shape of words that were met says. */
  readonly shapes: Map<string, WordShape>
  /** The reader's own entries, which count before those of the lexicon. */
  readonly own: LexiconIndex | null
}

/** More distinct words than any book has; past it the memory of words starts afresh. */
const MOST_WORDS = 60_000

/** `memory` of what was made of a word, by `make` the first time. */
export const remembered = <T>(memory: Map<string, T>, word: string, make: (word: string) => T): T => {
  const known = memory.get(word)
  if (known !== undefined) return known
  if (memory.size >= MOST_WORDS) memory.clear()
  const made = make(word)
  memory.set(word, made)
  return made
}

const readForms = (word: string): readonly string[] => {
  if (word.length > 60) return ['']
  // A cell that carries CD45 is CD45+.
  const marker = /^(CD\d+\p{L}?)\+$/u.exec(word)?.[1]
  return [word, ...singularsOf(word), ...(marker ? [marker] : [])].map(normaliseName)
}

/** The normalised word, then its possible singulars. */
export const formsOf = (index: LexiconIndex, word: string): readonly string[] =>
  remembered(index.forms, word, readForms)

/** A short symbol that is a word of its own in small letters (`NO`, `CAT`): it names its entity only as it is written. */
export const isSymbolInCapitals = (name: string): boolean => /^\p{Lu}{2,4}$/u.test(name)

/** Longer names count however they are written. */
const LONGEST_SYMBOL = 7

/**
 * How a name must be written to count: `NO` and `CAT` in capitals, `StAR` with the one inside it, `ERK` at least as `Erk`,
 * `Bad` with its capital; `IL-10` and `ras` in any way.
 */
const neededCapitals = (name: string): Capitals => {
  const letters = name.replace(/[^A-Za-z]/g, '')
  if (letters.toLowerCase() === letters || /[0-9]|[^ -~]/.test(name)) return 'none'
  const inCapitals = /^[A-Z]{2,7}s?$/.test(letters)
  if (ordinaryWords.has(letters.toLowerCase())) return inCapitals ? 'two' : /^.+[A-Z]/.test(letters) ? 'inner' : 'one'
  if (!inCapitals) return 'none'
  return letters.length === 2 ? 'two' : 'one'
}

/** Where a word of a name may end: before a blank or a mark, and between letters and digits (`TGF-β|1`). */
const WORD_END = /[\p{L}+](?=[^\p{L}\p{N}+]|\p{N})|\p{N}(?=[^\p{L}\p{N}+])/gu

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122
const PLUS = 43
const PLAIN = /^[a-z]+$/

/** The beginnings of `name`, and its normalised form. A name of plain letters is read in one pass. */
const addBeginnings = (name: string, beginnings: Set<string>): string => {
  const lower = name.toLowerCase()
  if (PLAIN.test(lower)) return lower
  let key = ''
  /** Where the run of letters and digits begins that is not yet in the key. */
  let from = 0
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    if (code > 127) {
      for (const end of name.matchAll(WORD_END)) beginnings.add(normaliseName(name.slice(0, end.index + 1)))
      return normaliseName(name)
    }
    const counts = isSmallLetter(code) || isDigit(code) || code === PLUS
    const startsNumber = i > from && isDigit(code) && !isDigit(lower.charCodeAt(i - 1))
    if (counts && !startsNumber) continue
    if (i > from) {
      key += lower.slice(from, i)
      beginnings.add(key)
    }
    from = counts ? i : i + 1
  }
  return key + lower.slice(from)
}

const build = (list: readonly LexiconEntry[], without: readonly string[]): LexiconIndex => {
  const entries = new Map<string, LexiconEntry>()
  const beginnings = new Set<string>()
  const add = (name: string, entry: LexiconEntry): void => {
    const key = addBeginnings(name, beginnings)
    if (key === '') return
    if (!entries.has(key)) entries.set(key, entry)
  }
  for (const entry of list) {
    add(entry.name, entry)
    if (entry.synonyms) for (const synonym of entry.synonyms) add(synonym, entry)
  }
  const nothing = new Set(without.map(phrase => addBeginnings(phrase, beginnings)))
  return { entries, capitals: new Map(), beginnings, nothing, forms: new Map(), shapes: new Map(), own: null }
}

/**
 * `index` with the reader's own entries before it; the cost is that of the own entries alone. An own entry hides the
 * lexicon's entry of the same name.
 */
export const withOwnEntries = (index: LexiconIndex, entries: readonly LexiconEntry[]): LexiconIndex =>
  entries.length === 0 ? index : { ...index, own: build(entries, []) }

const bases = new WeakMap<readonly LexiconEntry[], LexiconIndex>()
const indexes = new WeakMap<Lexicon, LexiconIndex>()

/**
 * The index of `lexicon`, made once for each lexicon object, and once only for lexicons that differ in the reader's own
 * entries alone. Of two entries with one name the first counts.
 */
export const indexLexicon = (lexicon: Lexicon): LexiconIndex => {
  const known = indexes.get(lexicon)
  if (known) return known
  const base = bases.get(lexicon.entries) ?? build(lexicon.entries, noNames)
  bases.set(lexicon.entries, base)
  const index = withOwnEntries(base, lexicon.own ?? [])
  indexes.set(lexicon, index)
  return index
}

const capitalsAsNeeded: Readonly<Record<Capitals, RegExp>> = {
  two: /\p{Lu}[-\u2010\u2011]?\p{Lu}/u,
  inner: /\p{L}\p{Lu}/u,
  one: /\p{Lu}/u,
  none: /^/,
}

/** What the least demanding of the entry's names with the normalised form `key` needs. */
const capitalsOf = ({ name, synonyms = [] }: LexiconEntry, key: string): Capitals => {
  const needed = [name, ...synonyms].filter(written => normaliseName(written) === key).map(neededCapitals)
  return (['none', 'one', 'inner', 'two'] as const).find(capitals => needed.includes(capitals)) ?? 'none'
}

const capitalsSuffice = (index: LexiconIndex, entry: LexiconEntry, key: string, surface: string): boolean =>
  key.length > LONGEST_SYMBOL ||
  capitalsAsNeeded[remembered(index.capitals, key, () => capitalsOf(entry, key))].test(surface)

/** The entry with the normalised name `key`, when `surface` is written as its name must be. */
export const entryNamed = (index: LexiconIndex, key: string, surface: string): LexiconEntry | undefined => {
  const own = index.own ? entryNamed(index.own, key, surface) : undefined
  if (own) return own
  // Figures alone are a number, not 14-3-3.
  if (/^\p{N}+$/u.test(surface)) return undefined
  const entry = index.entries.get(key)
  return entry && capitalsSuffice(index, entry, key, surface) ? entry : undefined
}

/** Whether the normalised `key` is the name of anything, however it is written. */
export const isListed = (index: LexiconIndex, key: string): boolean =>
  index.entries.has(key) || (index.own?.entries.has(key) ?? false)

/** Whether a longer name may begin with `key`. */
export const beginsName = (index: LexiconIndex, key: string): boolean =>
  index.beginnings.has(key) || (index.own?.beginnings.has(key) ?? false)

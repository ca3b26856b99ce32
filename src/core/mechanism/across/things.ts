import { nameKey } from '../cards/effect-graph.ts'
import { nameOfWord } from '../entities/name-of-word.ts'
import type { NameOf } from '../entities/name-of-word.ts'
import { normaliseName } from '../entities/normalise-name.ts'
import type { WrittenName } from '../entities/written-names.ts'
import type { EntityType } from '../mechanism.ts'
import { hasWords, searchForm } from './search-form.ts'

/** Something that acts or is acted on anywhere in the library, under one name however the articles write it. */
export interface Thing {
  readonly name: string
  /** Null when it is no entity. */
  readonly type: EntityType | null
  /** The search form of every way in which it is written, in the articles or in the lexicon. */
  readonly forms: ReadonlySet<string>
}

const lookUps = new WeakMap<readonly WrittenName[], NameOf>()

/** The look-up of some names, made once for each list. */
const lookUpOf = (names: readonly WrittenName[]): NameOf => {
  const known = lookUps.get(names) ?? nameOfWord(names)
  lookUps.set(names, known)
  return known
}

interface ThingInProgress {
  readonly spellings: Map<string, number>
  /** The lexicon's name for it; null when the lexicon does not have it. */
  readonly usual: string | null
  readonly forms: Set<string>
  type: EntityType | null
}

/** Gives each thing that a library names one number, whatever its name is in an article. */
export class ThingRegister {
  readonly #names: readonly WrittenName[]
  readonly #nameOf: NameOf
  readonly #byKey = new Map<string, number>()
  readonly #byName = new Map<string, number>()
  readonly #things: ThingInProgress[] = []

  constructor(names: readonly WrittenName[]) {
    this.#names = names
    this.#nameOf = lookUpOf(names)
  }

  /** The number of the thing with this name; a new one when no such thing has been named before. */
  take(name: string, type: EntityType | null = null): number {
    const known = this.#byName.get(name)
    const number = known ?? this.#resolve(name)
    if (known === undefined) this.#byName.set(name, number)
    const thing = this.#things[number]
    if (thing !== undefined) {
      thing.type ??= type
      thing.spellings.set(name, (thing.spellings.get(name) ?? 0) + 1)
    }
    return number
  }

  /** Has a thing that is named found under another spelling, too. */
  addSpelling(name: string, written: string): void {
    const number = this.#byName.get(name)
    if (number !== undefined) this.#things[number]?.forms.add(searchForm(written))
  }

  /** All of them, by their numbers. */
  finish(): readonly Thing[] {
    const byUsual = new Map(
      this.#things.flatMap(thing => (thing.usual === null ? [] : [[thing.usual, thing] as const])),
    )
    for (const [written, name] of this.#names) byUsual.get(name)?.forms.add(searchForm(written))
    return this.#things.map(({ usual, spellings, forms, type }) => {
      for (const spelling of spellings.keys()) forms.add(searchForm(spelling))
      forms.delete('')
      return { name: usual ?? commonest(spellings), type, forms }
    })
  }

  #resolve(name: string): number {
    const bare = nameKey(name)
    const usual = this.#nameOf(name) ?? this.#nameOf(bare)
    const key = normaliseName(usual === null ? bare : nameKey(usual)) || name
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    this.#byKey.set(key, this.#things.length)
    return this.#things.push({ spellings: new Map(), usual, forms: new Set(), type: null }) - 1
  }
}

/** Of equally common spellings the shortest, then the first. */
const commonest = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].toSorted(([a, timesA], [b, timesB]) => timesB - timesA || a.length - b.length)[0]?.[0] ?? ''

/**
 * The numbers of the things that a reader may mean by `words`, in any of their spellings and with any of the lexicon's synonyms:
 * "iNOS", "inducible nitric" and "NOS2" give the same. Null when there are no words to look for.
 */
export const findThings = (things: readonly Thing[], words: string): ReadonlySet<number> | null => {
  const sought = searchForm(words)
  if (sought === '') return null
  const found = new Set<number>()
  things.forEach(({ forms }, number) => {
    for (const form of forms) {
      if (!hasWords(form, sought)) continue
      found.add(number)
      return
    }
  })
  return found
}

import antonyms from './antonyms.json' with { type: 'json' }
import { distinct, opposed } from './opposed-words.ts'
import { remember } from './remember.ts'
import { isSlip } from './slips.ts'

const split = (list: string, by: RegExp): string[] =>
  list.split(by).flatMap(part => (part.trim() === '' ? [] : [part.trim()]))

/** Endings of number, person, tense, degree and manner, and what the base form may end in without them. */
const endings: readonly (readonly [ending: string, bases: readonly string[]])[] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['ily', ['y']],
  ['ier', ['y']],
  ['iest', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['ly', ['', 'le']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
  ['en', ['', 'e']],
  ['ens', ['', 'e']],
  ['ened', ['', 'e']],
  ['ening', ['', 'e']],
  ['ness', ['']],
]

/** The word and the forms that it may be an inflection of; some of them are no words, which does no harm. */
const basesOf = remember((word: string): readonly string[] => {
  const bases = [word]
  for (const [ending, replacements] of endings) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue
    const stem = word.slice(0, -ending.length)
    for (const replacement of replacements) bases.push(stem + replacement)
    // "thinned": the doubled consonant belongs to the ending.
    if (stem.length > 3 && stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1))
  }
  return bases
})

interface Side {
  readonly line: number
  readonly side: number
}

type Table = ReadonlyMap<string, readonly Side[]>

const addSide = (table: Map<string, Side[]>, word: string, side: Side): void => {
  const known = table.get(word)
  if (known === undefined) table.set(word, [side])
  else known.push(side)
}

/** Made when the first words are compared: an article that is as it was never needs them. */
let tables: { readonly opposites: Table; readonly antonyms: ReadonlySet<string>; readonly things: Table } | null = null

const makeTables = (): NonNullable<typeof tables> => {
  const opposites = new Map<string, Side[]>()
  for (const [line, row] of split(opposed, /\n/).entries()) {
    for (const [side, words] of row.split('|').entries()) {
      for (const word of split(words, /,/)) addSide(opposites, word, { line, side })
    }
  }
  const things = new Map<string, Side[]>()
  for (const [line, row] of split(distinct, /\n/).entries()) {
    for (const [side, words] of row.split(';').entries()) {
      for (const word of split(words, /\s+/)) addSide(things, word, { line, side })
    }
  }
  return { opposites, antonyms: new Set(antonyms.pairs), things }
}

const clash = (table: Table, a: string, b: string): boolean => {
  const others = table.get(b) ?? []
  return (table.get(a) ?? []).some(one => others.some(other => other.line === one.line && other.side !== one.side))
}

/** True when the one word, in small letters, is the opposite of the other: by the list above or by WordNet's antonyms. */
export const areOpposites = (a: string, b: string): boolean => {
  tables ??= makeTables()
  const { opposites, antonyms: pairs } = tables
  for (const ours of basesOf(a)) {
    for (const theirs of basesOf(b)) {
      if (ours === theirs) return false
      if (clash(opposites, ours, theirs) || pairs.has(ours < theirs ? `${ours} ${theirs}` : `${theirs} ${ours}`))
        return true
    }
  }
  return false
}

/** Endings of the field's names: cells, enzymes, messengers, drugs, diseases. */
const technical =
  /(?:cyte|phage|blast|clast|kine|glia|[bdfgkmnprtxy]ase|statin|mab|nib|pril|sartan|olol|azole|cillin|mycin|itis|osis|oma|algia|pathy|aemia|emia|uria|plegia|philia|trophin|poietin|globin|gen|toxin)s?$/

/** True when both words, in small letters, name things of one kind, and not the same thing. */
export const areDistinct = (a: string, b: string): boolean => {
  tables ??= makeTables()
  if (a === b) return false
  if (clash(tables.things, a, b)) return true
  return technical.test(a) && technical.test(b) && !isSlip(a, b) && a.replace(/s$/, '') !== b.replace(/s$/, '')
}

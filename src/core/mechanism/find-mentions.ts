import { tokens } from '../text/words.ts'
import type { Token } from '../text/words.ts'
import type { Span } from '../text/span.ts'
import { findAbbreviations } from './abbreviations.ts'
import { functionWords } from './function-words.ts'
import type { LexiconIndex } from './index-lexicon.ts'
import type { EntityType } from './mechanism.ts'
import { typeOfHead, typeOfWord } from './name-patterns.ts'
import { normaliseName, singularsOf } from './normalise-name.ts'
import { isVerbForm } from './verb-forms.ts'

/** One place in the text that names an entity. */
export interface Mention extends Span {
  readonly name: string
  readonly type: EntityType
  /** How it was recognised: given by the caller, by the lexicon, by the text's own abbreviation, by the shape of its words. */
  readonly source: 'given' | 'lexicon' | 'abbreviation' | 'shape'
}

/** Names that the text itself introduces, by normalised short form. */
export type OwnNames = ReadonlyMap<string, { readonly name: string; readonly type: EntityType }>

const lookUp = (index: LexiconIndex, surface: string): { name: string; type: EntityType } | null => {
  const key = normaliseName(surface)
  const exact = index.exact.get(key)
  if (exact && !/\p{Lu}{2}/u.test(surface) && key.length <= 4) return null
  return index.entries.get(key) ?? null
}

const lookUpPlural = (index: LexiconIndex, surface: string): { name: string; type: EntityType } | null => {
  const whole = lookUp(index, surface)
  if (whole) return whole
  const last = /[^\s-]+$/u.exec(surface)?.[0] ?? ''
  for (const singular of singularsOf(last)) {
    const key = normaliseName(surface.slice(0, surface.length - last.length) + singular)
    const entry = index.entries.get(key)
    if (entry && !(index.exact.has(key) && !/^\p{Lu}{2,}s$/u.test(last))) return entry
  }
  return null
}

/** True when nothing but a space or a hyphen stands between two tokens. */
const adjacent = (text: string, a: Token, b: Token): boolean => /^[ \u00a0\-\u2010\u2011]?$/u.test(text.slice(a.end, b.start))

/** Adjectives that tell no kind of cell or channel from another. Sorted. */
const vagueModifiers = new Set(('adjacent adult affected certain common different distant distinct first foreign healthy important individual intact key large living local main major many '
  + 'mature multiple nearby neighbouring neighboring new normal novel old other particular related respective same second single small smaller specific such surrounding target third '
  + 'total treated typical unknown various very viable whole young').split(' '))

const isModifier = (token: Token): boolean =>
  token.kind === 'word' && /^\p{L}/u.test(token.text) && !functionWords.has(token.text.toLowerCase())
  && !isVerbForm(token.text.toLowerCase()) && !/(?:ly|ing|[^e]ed)$/u.test(token.text) && !vagueModifiers.has(token.text.toLowerCase())

/** A name that ends in a head noun at `at` ("satellite glial cells"): how many modifiers before it belong to it. */
const modifiersBefore = (text: string, list: readonly Token[], at: number, from: number): number => {
  let count = 0
  while (count < 2) {
    const before = list[at - count - 1]
    const here = list[at - count]
    if (!before || !here || at - count - 1 < from || !isModifier(before) || !adjacent(text, before, here)) break
    count++
  }
  return count
}

/** A hyphenated word whose last part is not part of the name: `TNF-induced`, `IL-1-mediated`. */
const COMPOUND = /^(.+?)[-\u2010\u2011](?:activated|associated|dependent|derived|deficient|driven|evoked|expressing|induced|independent|like|mediated|positive|negative|producing|regulated|related|specific|stimulated|treated)$/u

const ownNamesIn = (text: string, span: Span, index: LexiconIndex): OwnNames => {
  const own = new Map<string, { name: string; type: EntityType }>()
  for (const { short, long } of findAbbreviations(text, span)) {
    const key = normaliseName(text.slice(short.start, short.end))
    const longForm = text.slice(long.start, long.end)
    const lastWord = /[^\s]+$/u.exec(longForm)?.[0] ?? ''
    const known = lookUpPlural(index, longForm)
    const type = known?.type ?? typeOfHead(lastWord) ?? typeOfWord(lastWord, false)
    if (key.length > 1 && !own.has(key) && type) own.set(key, known ?? { name: longForm, type })
  }
  return own
}

/** The names that `text` introduces by itself, for use in every part of it. */
export const findOwnNames = (text: string, index: LexiconIndex): OwnNames => ownNamesIn(text, { start: 0, end: text.length }, index)

/**
 * The entities named in `span`, in order, none overlapping: the longest name of the lexicon at each place, then names
 * that the text introduces itself, then words whose shape says what they are.
 */
export const findMentions = (text: string, span: Span, index: LexiconIndex, own: OwnNames): Mention[] => {
  const list = tokens(text, span)
  const letters = text.slice(span.start, span.end)
  const amongCapitals = (letters.match(/\p{Lu}/gu)?.length ?? 0) > (letters.match(/\p{Ll}/gu)?.length ?? 0) && letters.length > 24
  const found: Mention[] = []
  let free = 0
  for (let i = 0; i < list.length; i++) {
    const first = list[i]
    if (!first || first.kind !== 'word') continue
    let taken = 0
    for (let length = Math.min(index.longest, list.length - i); length >= 1 && taken === 0; length--) {
      const last = list[i + length - 1]
      if (!last || last.kind !== 'word') continue
      const surface = text.slice(first.start, last.end)
      if (surface.includes('\n') || !list.slice(i, i + length - 1).every((token, k) => adjacent(text, token, list[i + k + 1] ?? token))) continue
      if (length === 1 && functionWords.has(surface)) continue
      const entry = lookUpPlural(index, surface)
      const ownName = entry ? undefined : own.get(normaliseName(surface))
      if (entry) found.push({ start: first.start, end: last.end, ...pick(entry), source: 'lexicon' })
      else if (ownName && /\p{Lu}/u.test(surface)) found.push({ start: first.start, end: last.end, ...pick(ownName), source: 'abbreviation' })
      else continue
      taken = length
    }
    if (taken > 0) {
      i += taken - 1
      free = i + 1
      continue
    }
    const compound = COMPOUND.exec(first.text)?.[1]
    const word = compound ?? first.text
    const known = compound ? lookUp(index, compound) ?? own.get(normaliseName(compound)) : undefined
    const type = known?.type ?? typeOfWord(word, amongCapitals)
    if (type) {
      found.push({ start: first.start, end: first.start + word.length, name: known?.name ?? word, type, source: known ? 'lexicon' : 'shape' })
      free = i + 1
      continue
    }
    const headType = typeOfHead(first.text)
    if (!headType) continue
    const count = modifiersBefore(text, list, i, free)
    const start = list[i - count]
    const previous = found.at(-1)
    const joins = previous && count === 0 && previous.source !== 'given' && list[i - 1] && adjacent(text, list[i - 1] ?? first, first)
      && previous.end === (list[i - 1]?.end ?? -1)
    if (joins && headType !== 'cell' && headType !== 'tissue') {
      found.splice(-1, 1, { start: previous.start, end: first.end, name: text.slice(previous.start, first.end), type: headType, source: 'shape' })
    } else if (joins) {
      found.splice(-1, 1, { start: previous.start, end: first.end, name: `${previous.name} ${first.text}`, type: headType, source: 'shape' })
    } else if (start && count > 0) {
      found.push({ start: start.start, end: first.end, name: text.slice(start.start, first.end), type: headType, source: 'shape' })
    } else continue
    free = i + 1
  }
  return found
}

const pick = (entry: { readonly name: string; readonly type: EntityType }): { name: string; type: EntityType } =>
  ({ name: entry.name, type: entry.type })

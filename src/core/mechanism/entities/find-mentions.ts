import { tokens } from '../../text/words.ts'
import type { Token } from '../../text/words.ts'
import type { Span } from '../../text/span.ts'
import { findAbbreviations } from './abbreviations.ts'
import { functionWords } from '../words/function-words.ts'
import { formsOf } from './index-lexicon.ts'
import type { LexiconIndex } from './index-lexicon.ts'
import type { EntityType } from '../mechanism.ts'
import { typeOfHead, typeOfWord } from './name-patterns.ts'
import { normaliseName } from './normalise-name.ts'
import { isVerbForm } from '../words/verb-forms.ts'

/** One place in the text that names an entity. */
export interface Mention extends Span {
  readonly name: string
  readonly type: EntityType
  /** How it was recognised: given by the caller, by the lexicon, by the text's own abbreviation, by the shape of its words. */
  readonly source: 'given' | 'lexicon' | 'abbreviation' | 'shape'
}

/** Names that the text itself introduces, by normalised short form. */
export type OwnNames = ReadonlyMap<string, { readonly name: string; readonly type: EntityType }>

type Named = { readonly name: string; readonly type: EntityType }

/** A short symbol is its entity only in capitals: `NO`, not "no". An s may follow: `MSCs`. */
const writtenRight = (index: LexiconIndex, key: string, surface: string): boolean =>
  key.length > 4 || !index.exact.has(key) || /\p{Lu}{2}/u.test(surface)

/** The entry that `forms` of the last word, after the normalised words before it, name. */
const entryFor = (index: LexiconIndex, before: string, forms: readonly string[], surface: string): Named | null => {
  for (const form of forms) {
    const entry = index.entries.get(before + form)
    if (entry && writtenRight(index, before + form, surface)) return entry
  }
  return null
}

/** The entry for a whole name, its last word in singular or plural. */
const lookUp = (index: LexiconIndex, surface: string): Named | null => {
  const last = /[^\s-]+$/u.exec(surface)?.[0] ?? ''
  const whole = index.entries.get(normaliseName(surface))
  if (whole && writtenRight(index, normaliseName(surface), surface)) return whole
  return entryFor(index, normaliseName(surface.slice(0, surface.length - last.length)), formsOf(index, last), surface)
}

/** The longest name that begins at token `at`: how many tokens it takes, and what it names. */
const longestName = (
  text: string,
  list: readonly Token[],
  at: number,
  index: LexiconIndex,
  own: OwnNames,
): { length: number; named: Named; introduced: boolean } | null => {
  const first = list[at]
  if (!first) return null
  let best: { length: number; named: Named; introduced: boolean } | null = null
  let before = ''
  for (let i = at; i < list.length; i++) {
    const token = list[i]
    const previous = list[i - 1]
    if (!token || token.kind !== 'word' || (i > at && previous && !adjacent(text, previous, token))) break
    const surface = text.slice(first.start, token.end)
    const forms = formsOf(index, token.text)
    const entry = i === at && functionWords.has(surface) ? null : entryFor(index, before, forms, surface)
    const introduced = entry ? undefined : own.get(before + (forms[0] ?? ''))
    if (entry) best = { length: i - at + 1, named: entry, introduced: false }
    else if (introduced && /\p{Lu}/u.test(surface)) best = { length: i - at + 1, named: introduced, introduced: true }
    before += forms[0] ?? ''
    if (!index.beginnings.has(before)) break
  }
  return best
}

/** True when nothing but a space or a hyphen stands between two tokens. */
const adjacent = (text: string, a: Token, b: Token): boolean =>
  /^[ \u00a0\-\u2010\u2011]?$/u.test(text.slice(a.end, b.start))

/** Adjectives that tell no kind of cell or channel from another. Sorted. */
const vagueModifiers = new Set(
  (
    'adjacent adult affected certain common different distant distinct first foreign healthy important individual intact key large living local main major many ' +
    'mature multiple nearby neighbouring neighboring new normal novel old other particular related respective same second single small smaller specific such surrounding target third ' +
    'total treated typical unknown various very viable whole young'
  ).split(' '),
)

const isModifier = (token: Token): boolean =>
  token.kind === 'word' &&
  /^\p{L}/u.test(token.text) &&
  !functionWords.has(token.text.toLowerCase()) &&
  !isVerbForm(token.text.toLowerCase()) &&
  !/(?:ly|ing|[^e]ed)$/u.test(token.text) &&
  !vagueModifiers.has(token.text.toLowerCase())

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
const COMPOUND =
  /^(.+?)[-\u2010\u2011](?:activated|associated|dependent|derived|deficient|driven|evoked|expressing|induced|independent|like|mediated|positive|negative|producing|regulated|related|specific|stimulated|treated)$/u

const ownNamesIn = (text: string, span: Span, index: LexiconIndex): OwnNames => {
  const own = new Map<string, { name: string; type: EntityType }>()
  for (const { short, long } of findAbbreviations(text, span)) {
    const key = normaliseName(text.slice(short.start, short.end))
    const longForm = text.slice(long.start, long.end)
    const lastWord = /[^\s]+$/u.exec(longForm)?.[0] ?? ''
    const known = lookUp(index, longForm)
    const type = known?.type ?? typeOfHead(lastWord) ?? typeOfWord(lastWord, false)
    if (key.length > 1 && !own.has(key) && type) own.set(key, known ?? { name: longForm, type })
  }
  return own
}

/** The names that `text` introduces by itself, for use in every part of it. */
export const findOwnNames = (text: string, index: LexiconIndex): OwnNames =>
  ownNamesIn(text, { start: 0, end: text.length }, index)

/** What a single word names by its shape, or the known name in a compound ("TNF" in `TNF-induced`). */
const namedByShape = (word: Token, index: LexiconIndex, own: OwnNames, amongCapitals: boolean): Mention | null => {
  const first = COMPOUND.exec(word.text)?.[1]
  const name = first ?? word.text
  const known = first ? (lookUp(index, first) ?? own.get(normaliseName(first))) : undefined
  const span = { start: word.start, end: word.start + name.length }
  if (known) return { ...span, name: known.name, type: known.type, source: 'lexicon' }
  const type = typeOfWord(name, amongCapitals)
  return type ? { ...span, name, type, source: 'shape' } : null
}

/**
 * The name that the head noun at `at` closes: with the mention right before it ("opioid" + "receptor"), which it then
 * takes the place of, or with up to two modifiers. Null for a head that stands alone.
 */
const namedByHead = (
  text: string,
  list: readonly Token[],
  at: number,
  free: number,
  before: Mention | undefined,
): Mention | null => {
  const head = list[at]
  const previous = list[at - 1]
  const type = head ? typeOfHead(head.text) : null
  if (!head || !type) return null
  const joins =
    before !== undefined && previous !== undefined && before.end === previous.end && adjacent(text, previous, head)
  const start = joins ? before.start : list[at - modifiersBefore(text, list, at, free)]?.start
  if (start === undefined || start === head.start) return null
  return { start, end: head.end, name: text.slice(start, head.end), type, source: 'shape' }
}

/** Capitals say nothing of a name where most letters are capitals. */
const isInCapitals = (words: string): boolean =>
  words.length > 24 && (words.match(/\p{Lu}/gu)?.length ?? 0) > (words.match(/\p{Ll}/gu)?.length ?? 0)

/**
 * The entities named in `span`, in order, none overlapping: the longest name of the lexicon at each place, then names
 * that the text introduces itself, then words whose shape says what they are.
 */
export const findMentions = (text: string, span: Span, index: LexiconIndex, own: OwnNames): Mention[] => {
  const list = tokens(text, span)
  const amongCapitals = isInCapitals(text.slice(span.start, span.end))
  const found: Mention[] = []
  /** Index of the first token that no mention has taken. */
  let free = 0
  for (let i = 0; i < list.length; i++) {
    const first = list[i]
    if (!first || first.kind !== 'word') continue
    const longest = longestName(text, list, i, index, own)
    const last = longest && list[i + longest.length - 1]
    if (longest && last) {
      const { name, type } = longest.named
      found.push({
        start: first.start,
        end: last.end,
        name,
        type,
        source: longest.introduced ? 'abbreviation' : 'lexicon',
      })
      i += longest.length - 1
      free = i + 1
      continue
    }
    const before = found.at(-1)
    const mention = namedByShape(first, index, own, amongCapitals) ?? namedByHead(text, list, i, free, before)
    if (!mention) continue
    if (before && mention.start <= before.start) found.pop()
    found.push(mention)
    free = i + 1
  }
  return found
}

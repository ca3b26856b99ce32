import { tokens } from '../../text/words.ts'
import type { Token } from '../../text/words.ts'
import type { Span } from '../../text/span.ts'
import { functionWords } from '../words/function-words.ts'
import type { EntityType } from '../mechanism.ts'
import { isVerbForm } from '../words/verb-forms.ts'
import { namesInCompound } from './compounds.ts'
import { isFormOfGene, typeOfHead } from './head-nouns.ts'
import { formsOf, remembered } from './index-lexicon.ts'
import type { LexiconIndex, WordShape } from './index-lexicon.ts'
import { adjacent, longestName } from './look-up.ts'
import type { OwnNames } from './look-up.ts'
import { isGeneSymbol } from './symbol-shapes.ts'
import { typeOfEnding } from './word-endings.ts'

export type { OwnNames } from './look-up.ts'
export { findOwnNames } from './own-names.ts'

/** One place in the text that names an entity. */
export interface Mention extends Span {
  readonly name: string
  readonly type: EntityType
  /** How it was recognised: given by the caller, by the lexicon, by the text's own abbreviation, by the shape of its words. */
  readonly source: 'given' | 'lexicon' | 'abbreviation' | 'shape'
}

/** Adjectives that tell no kind of cell or channel from another. Sorted. */
const vagueModifiers = new Set(
  (
    'abnormal active additional adjacent adult affected altered alternative certain clinical common control current different distant distinct downstream early essential ' +
    'five first foreign four further general healthy high human identical important individual infectious intact key large late lead living local low main major many ' +
    'mature minor multiple nearby neighbouring neighboring new normal novel old other particular possible potent potential principal related relevant respective ' +
    'same second selective several severe similar single small smaller specific strong such surrounding target third three ' +
    'total treated two typical unique unknown untreated upstream various very viable weak whole young'
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

const readShape = (word: string): WordShape => ({
  type: isGeneSymbol(word) ? 'gene-or-protein' : typeOfEnding(word),
  head: typeOfHead(word),
  isFormOfGene: isFormOfGene(word),
})

const shapeOf = (index: LexiconIndex, word: string): WordShape => remembered(index.shapes, word, readShape)

/** What a single word that no entry names is by its shape, or the names inside a hyphenated one. */
const namedByShape = (
  text: string,
  word: Token,
  before: Token | undefined,
  index: LexiconIndex,
  own: OwnNames,
  amongCapitals: boolean,
): Mention[] => {
  if (own.size > 0 && own.get(formsOf(index, word.text)[0] ?? '') === null) return []
  if (/[-\u2010\u2011]/u.test(word.text)) {
    const parts = namesInCompound(text, word, index, own)
    if (parts.length > 0)
      return parts.map(({ start, end, named, known }) => ({
        start,
        end,
        name: named.name,
        type: named.type,
        source: known ? 'lexicon' : 'shape',
      }))
  }
  const opens = (!before || /^[.:;!?]$/.test(before.text)) && /^\p{Lu}\p{Ll}+$/u.test(word.text)
  const type = amongCapitals ? null : shapeOf(index, opens ? word.text.toLowerCase() : word.text).type
  return type ? [{ start: word.start, end: word.end, name: word.text, type, source: 'shape' }] : []
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
  index: LexiconIndex,
): Mention | null => {
  const head = list[at]
  const previous = list[at - 1]
  if (!head) return null
  const { head: type, isFormOfGene: isForm } = shapeOf(index, head.text)
  if (!type && !isForm) return null
  const joins =
    before !== undefined && previous !== undefined && before.end === previous.end && adjacent(text, previous, head)
  if (joins && before.type === 'gene-or-protein' && isForm) return { ...before, end: head.end }
  if (!type) return null
  if (joins && before.type === type && type !== 'gene-or-protein') return { ...before, end: head.end }
  const start = joins ? before.start : list[at - modifiersBefore(text, list, at, free)]?.start
  if (start === undefined || start === head.start) return null
  // "Adaptor protein" and "metabolic pathway" are kinds of things; "Xyz protein" and "Wnt5 pathway" are things.
  if (!joins && (isForm || type === 'process') && !/[\p{Lu}\p{N}]/u.test(text.slice(start + 1, head.start))) return null
  return { start, end: head.end, name: text.slice(start, head.end), type, source: 'shape' }
}

/** Capitals say nothing of a name where most letters are capitals. */
const isInCapitals = (words: string): boolean => {
  if (words.length <= 24) return false
  let balance = 0
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    if (code >= 65 && code <= 90) balance++
    else if (code >= 97 && code <= 122) balance--
  }
  return balance > 0
}

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
    if (longest) {
      const { end, named, introduced } = longest
      const source = introduced ? 'abbreviation' : 'lexicon'
      if (named) found.push({ start: first.start, end, name: named.name, type: named.type, source })
      i += longest.length - 1
      free = i + 1
      continue
    }
    const before = found.at(-1)
    const shaped = namedByShape(text, first, list[i - 1], index, own, amongCapitals)
    const head = shaped.length > 0 ? null : namedByHead(text, list, i, free, before, index)
    if (head && before && head.start <= before.start) found.pop()
    if (shaped.length === 0 && !head) continue
    found.push(...shaped, ...(head ? [head] : []))
    free = i + 1
  }
  return found
}

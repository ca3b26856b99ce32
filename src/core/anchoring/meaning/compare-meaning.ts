import { words } from '../../text/words.ts'
import type { DifferencePart, Refusal } from '../verdict.ts'
import { pointsNowhere } from './directions.ts'
import { exchangesOf, lowerWords } from './exchanges.ts'
import type { Exchange } from './exchanges.ts'
import type { MeaningWord } from './meaning-word.ts'
import { meaningWords } from './meaning-words.ts'
import { namesIn } from './names.ts'
import type { Statement } from './statement.ts'
import { areDistinct, areOpposites } from './opposites.ts'
import { isSlip } from './slips.ts'
import { isTurned } from './turned-words.ts'

/** What the guard may ask about a word, in small letters. */
export interface WordKnowledge {
  /** True when the text has the word somewhere in small letters. */
  readonly isWrittenSmall: (word: string) => boolean
  /** Name of what the word, or two or three words with blanks between them, stand for; null for what names nothing. */
  readonly nameOf: (words: string) => string | null
}

/** "Increased" and "higher" point the same way, although one is a verb and the other compares. */
const sameSubject = (a: MeaningWord['kind'], b: MeaningWord['kind']): boolean =>
  a === b || ((a === 'polarity' || a === 'comparison') && (b === 'polarity' || b === 'comparison'))

const same = (a: MeaningWord | undefined, b: MeaningWord | undefined): boolean =>
  a !== undefined && b !== undefined && a.value === b.value && sameSubject(a.kind, b.kind)

/**
 * Whether the word at `place` may have been added without taking anything back: a further name, a figure that does not stand
 * right before another one ("a quarter", "three quarters"), and its unit. Whatever else is added says something else.
 */
const isAddition = (found: readonly MeaningWord[], place: number, isFigureBefore: boolean): boolean => {
  const kind = found[place]?.kind
  const next = found[place + 1]?.kind
  if (kind === 'number') return next !== 'number' && next !== 'comparison'
  return kind === 'entity' || (kind === 'unit' && isFigureBefore)
}

/** In which respect what was found parts from what was said; null when all that was said is there, in its order. */
const firstDifference = (quote: readonly MeaningWord[], found: readonly MeaningWord[]): Refusal | null => {
  const first = quote.findIndex((ours, at) => !same(ours, found[at]))
  // One name in the place of another explains whatever differs after it.
  const isExchanged =
    quote[first]?.kind === 'entity' && found[first]?.kind === 'entity' && !same(quote[first], found[first + 1])
  let at = 0
  let isFigureAdded = false
  for (const [place, theirs] of found.entries()) {
    const ours = quote[at]
    const isSame = same(ours, theirs)
    if (isSame) at += 1
    else if (!isAddition(found, place, isFigureAdded)) {
      // Either theirs was put in, or ours was taken out.
      if (isExchanged) return 'entity'
      return ours === undefined || same(ours, found[place + 1]) ? theirs.kind : ours.kind
    }
    isFigureAdded = !isSame && theirs.kind === 'number'
  }
  return quote[at]?.kind ?? null
}

/** A compound as a whole and in its pieces. */
const withPieces = (word: string): string[] => (word.includes('-') ? [word, ...word.split('-')] : [word])

const compareWords = (ours: string, theirs: string): Refusal | null => {
  if (ours === theirs) return null
  if (isTurned(ours, theirs)) return 'negation'
  if (areOpposites(ours, theirs)) return 'opposite'
  return areDistinct(ours, theirs) ? 'entity' : null
}

/** Most words that a name is made of. */
const LONGEST_NAME = 3

/** Names among the words, the longest first at each place. */
const namesAmong = (list: readonly string[], nameOf: WordKnowledge['nameOf']): Set<string> => {
  const names = new Set<string>()
  for (let at = 0; at < list.length; at += 1) {
    for (let length = Math.min(LONGEST_NAME, list.length - at); length > 0; length -= 1) {
      const name = nameOf(list.slice(at, at + length).join(' '))
      if (name === null) continue
      names.add(name)
      at += length - 1
      break
    }
  }
  return names
}

const compareExchange = (exchange: Exchange, { nameOf }: WordKnowledge): Refusal | null => {
  const { removed, added, next } = exchange
  const gone = removed.filter(word => !added.includes(word))
  const come = added.filter(word => !removed.includes(word))
  for (const ours of gone.flatMap(withPieces)) {
    for (const theirs of come.flatMap(withPieces)) {
      const refusal = compareWords(ours, theirs)
      if (refusal !== null) return refusal
    }
  }
  const tail = next === null ? [] : [next]
  const ours = namesAmong([...removed, ...tail], nameOf)
  const theirs = namesAmong([...added, ...tail], nameOf)
  const isSwapped = ours.size > 0 && theirs.size > 0 && ![...ours].some(name => theirs.has(name))
  return isSwapped && !gone.every(word => come.some(other => isSlip(word, other))) ? 'entity' : null
}

/** Words that may change their place without changing what is said. */
const movable =
  /^.{0,2}$|ly$|^(?:the|and|but|for|nor|yet|was|are|has|had|its|his|her|our|who|how|may|can|did|per|via|due|der|die|das|den|und|les|des|une|los|las|una|del|also|both|then|thus|therefore|however|moreover|indeed|that|this|these|those|there|were|have|been|with|from|into|which|their|such)$/

const isMovable = (word: string): boolean => movable.test(word)

/** Words that a verb may stand before or after. */
const adverb =
  /(?<!^(?:on|ear|ap|imp|rep|fami|supp|assemb))ly$|^(?:also|then|thus|therefore|however|moreover|indeed|often|soon)$/

/** True when a word of weight was taken out in one place and put in at another: who acts on whom may have changed. */
const isReordered = (exchanges: readonly Exchange[]): boolean => {
  // A word that was misspelt, or written with a capital, stands where it stood.
  const gone = exchanges.map(({ removed, added }) =>
    removed.filter(word => !isMovable(word) && !added.some(other => isSlip(word, other))),
  )
  const come = exchanges.map(({ removed, added }) => added.filter(word => !removed.some(other => isSlip(other, word))))
  // A word that passed nothing but adverbs says what it said: "quickly grew", "grew quickly".
  const passed = (from: number, to: number): boolean =>
    exchanges
      .slice(Math.min(from, to) + 1, Math.max(from, to) + 1)
      .some(({ since }) => !lowerWords(since).every(word => adverb.test(word)))
  return gone.some((list, index) =>
    list.some(word => come.some((others, at) => at !== index && others.includes(word) && passed(index, at))),
  )
}

const NO_NAMES: ReadonlySet<string> = new Set()

/** True for a misspelling of a word rather than another word: it means nothing else, and names nothing else. */
const isMisspelling = (ours: string, theirs: string): boolean => {
  const lower = ours.toLowerCase().replaceAll('ß', 'ss')
  const other = theirs.toLowerCase().replaceAll('ß', 'ss')
  if (lower === other) return true
  if (!isSlip(lower, other) || compareWords(lower, other) !== null || /\p{Lu}.*\p{Lu}/u.test(ours)) return false
  // Nor does a slip of a word that points nowhere point anywhere: "activty".
  if (pointsNowhere(lower)) return true
  // A slip may look like a denial: "unniversal".
  const meant = meaningWords(other, NO_NAMES).filter(
    ({ kind, value }) => kind !== 'negation' || !lower.startsWith(value),
  )
  return meant.length === 0 || firstDifference(meaningWords(lower, NO_NAMES), meant) === null
}

/** The found words with slips of the pen and other capitals taken back: they change the look of a word, not what it means. */
const mend = (difference: readonly DifferencePart[]): string => {
  let removed: string[] = []
  return difference
    .map(({ kind, text }) => {
      if (kind === 'removed') removed = words(text).map(word => word.text)
      if (kind !== 'added') return kind === 'same' ? text : ''
      let mended = ''
      let last = 0
      for (const word of words(text)) {
        const meant = removed.find(ours => isMisspelling(ours, word.text))
        mended += text.slice(last, word.start) + (meant ?? word.text)
        last = word.end
      }
      return mended + text.slice(last)
    })
    .join('')
}

/**
 * Whether a found passage still says what the quote says, as far as that can be told from its words: in which respect it
 * does not, or null. It errs on the side of a refusal; the reader decides then.
 */
export const compareMeaning = (
  quote: Statement,
  found: Statement,
  difference: readonly DifferencePart[],
  knowledge: WordKnowledge,
): Refusal | null => {
  const mended = mend(difference)
  const names = namesIn(quote, found, knowledge.isWrittenSmall)
  const told = firstDifference(meaningWords(quote.text, names), meaningWords(mended, names))
  if (told !== null) return told
  const exchanges = exchangesOf(difference)
  for (const exchange of exchanges) {
    const refusal = compareExchange(exchange, knowledge)
    if (refusal !== null) return refusal
  }
  return isReordered(exchanges) ? 'order' : null
}

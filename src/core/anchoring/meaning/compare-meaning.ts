import { words } from '../../text/words.ts'
import type { DifferencePart, Refusal } from '../verdict.ts'
import { meaningWords } from './meaning-words.ts'
import type { MeaningWord } from './meaning-words.ts'
import { namesIn } from './names.ts'
import { denyingPrefixes } from './negations.ts'
import { areDistinct, areOpposites } from './opposites.ts'

/** What the guard may ask about a word. */
export interface WordKnowledge {
  /** True when the text has the word, given in small letters, somewhere in small letters. */
  readonly isWrittenSmall: (word: string) => boolean
  /** Name of what the word stands for; null for one that names nothing. */
  readonly nameOf: (word: string) => string | null
}

const same = (a: MeaningWord | undefined, b: MeaningWord | undefined): boolean =>
  a !== undefined && b !== undefined && a.value === b.value && sameSubject(a.kind, b.kind)

/** "Increased" and "higher" point the same way, although one is a verb and the other compares. */
const sameSubject = (a: MeaningWord['kind'], b: MeaningWord['kind']): boolean =>
  a === b || ((a === 'polarity' || a === 'comparison') && (b === 'polarity' || b === 'comparison'))

/** In which respect two sequences of meaning words part; null when they do not. */
const firstDifference = (quote: readonly MeaningWord[], found: readonly MeaningWord[]): Refusal | null => {
  let at = 0
  while (at < quote.length && at < found.length && same(quote[at], found[at])) at += 1
  const ours = quote[at]
  const theirs = found[at]
  if (ours === undefined) return theirs?.kind ?? null
  if (theirs === undefined || same(quote[at + 1], theirs)) return ours.kind
  return same(ours, found[at + 1]) ? theirs.kind : ours.kind
}

/** Beginnings that turn a word round when the one stands in the other's place. */
const turningPrefixes: readonly (readonly [string, string])[] = [
  ['up', 'down'],
  ['hyper', 'hypo'],
  ['pre', 'post'],
  ['pro', 'anti'],
  ['intra', 'extra'],
  ['intra', 'inter'],
  ['endo', 'exo'],
  ['over', 'under'],
  ['macro', 'micro'],
  ['homo', 'hetero'],
  ['mono', 'poly'],
  ['uni', 'bi'],
  ['in', 'ex'],
  ['in', 'de'],
  ['as', 'des'],
  ['allo', 'auto'],
]

const LEAST_REST = 4

const restAfter = (word: string, prefix: string): string | null =>
  word.startsWith(prefix) && word.length - prefix.length >= LEAST_REST
    ? word.slice(prefix.length).replace(/^-/, '')
    : null

/** True for `treated` and `untreated`, `careful` and `careless`, `upregulated` and `downregulated`. */
const isTurned = (a: string, b: string): boolean => {
  for (const prefix of denyingPrefixes) {
    if (restAfter(a, prefix) === b || restAfter(b, prefix) === a) return true
  }
  if (
    a.replace(/less(ly)?$/, '') === b.replace(/ful(ly)?$/, '') ||
    a.replace(/ful(ly)?$/, '') === b.replace(/less(ly)?$/, '')
  )
    return a !== b
  return turningPrefixes.some(([one, other]) => {
    const rest = restAfter(a, one) ?? restAfter(a, other)
    return rest !== null && (restAfter(b, one) === rest || restAfter(b, other) === rest)
  })
}

/** What stands in the place of what: the words that were taken out and put in between two runs of the same words. */
interface Exchange {
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

const lowerWords = (text: string): string[] => words(text).map(token => token.text.toLowerCase())
/** A compound as a whole and in its pieces. */
const withPieces = (word: string): string[] => (word.includes('-') ? [word, ...word.split('-')] : [word])

const exchangesOf = (difference: readonly DifferencePart[]): Exchange[] => {
  const exchanges: { removed: string[]; added: string[] }[] = []
  let open = false
  for (const { kind, text } of difference) {
    if (kind === 'same') {
      // A sign alone between two changes does not part them.
      open &&= words(text).length === 0
      continue
    }
    if (!open) exchanges.push({ removed: [], added: [] })
    open = true
    exchanges.at(-1)?.[kind].push(...lowerWords(text))
  }
  return exchanges
}

const compareExchange = ({ removed, added }: Exchange, { nameOf }: WordKnowledge): Refusal | null => {
  for (const ours of removed.filter(word => !added.includes(word)).flatMap(withPieces)) {
    for (const theirs of added.filter(word => !removed.includes(word)).flatMap(withPieces)) {
      if (ours === theirs) continue
      if (isTurned(ours, theirs)) return 'negation'
      if (areOpposites(ours, theirs)) return 'opposite'
      if (areDistinct(ours, theirs)) return 'entity'
      const name = nameOf(ours)
      if (name === null) continue
      const other = nameOf(theirs)
      if (other !== null && other !== name) return 'entity'
    }
  }
  return null
}

/** Words that may change their place without changing what is said. */
const movable =
  /^.{0,3}$|ly$|^(?:also|both|then|thus|therefore|however|moreover|indeed|that|this|these|those|there|were|have|been|with|from|into|which|their|such)$/

/** True when a word of weight was taken out in one place and put in at another: who acts on whom may have changed. */
const isReordered = (exchanges: readonly Exchange[]): boolean => {
  const weighty = (list: readonly string[]): string[] => list.filter(word => !movable.test(word))
  return exchanges.some(({ removed }, index) =>
    weighty(removed).some(word => exchanges.some(({ added }, other) => other !== index && added.includes(word))),
  )
}

/**
 * Whether a found passage still says what the quote says, as far as that can be told from its words: in which respect it
 * does not, or null. It errs on the side of a refusal; the reader decides then.
 */
export const compareMeaning = (
  quote: string,
  found: string,
  difference: readonly DifferencePart[],
  knowledge: WordKnowledge,
): Refusal | null => {
  const names = namesIn(quote, found, knowledge.isWrittenSmall)
  const told = firstDifference(meaningWords(quote, names), meaningWords(found, names))
  if (told !== null) return told
  const exchanges = exchangesOf(difference)
  for (const exchange of exchanges) {
    const refusal = compareExchange(exchange, knowledge)
    if (refusal !== null) return refusal
  }
  return isReordered(exchanges) ? 'order' : null
}

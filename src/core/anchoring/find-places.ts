import { splitsCharacter } from '../text/surrogate-pairs.ts'
import type { TextIndex } from './text-index.ts'
import { isUnspacedAt, isWordAt, termAt } from './word-list.ts'
import type { Sought } from './sought.ts'

/** A word of what is sought, by its number there, and where the text has it. */
interface KnownWord {
  readonly at: number
  readonly places: Uint32Array
}

/** The words between two numbers that the text has, the rarest first. The first and the last of all may be cut off. */
const knownWords = (index: TextIndex, sought: Sought, from: number, to: number): KnownWord[] => {
  const known: KnownWord[] = []
  for (let at = from; at < to; at += 1) {
    const places = index.placesOf(termAt(sought.words, at))
    if (places.length > 0) known.push({ at, places })
  }
  return known.toSorted((a, b) => a.places.length - b.places.length)
}

/**
 * Offsets in the folded text at which the quote stands, ascending. Its rarest whole word is looked up; the text is searched
 * only for a quote without any.
 */
export const exactPlaces = (index: TextIndex, sought: Sought): number[] => {
  const { text } = index.folded
  const { length } = sought.quote
  return placesOfWords(index, sought).filter(at => !splitsCharacter(text, at) && !splitsCharacter(text, at + length))
}

const placesOfWords = (index: TextIndex, sought: Sought): number[] => {
  const { quote, words, firstWord, endWord, start } = sought
  const { text } = index.folded
  if (quote === '') return []
  const found: number[] = []
  const cutBefore = (words.starts[firstWord] ?? 0) < start
  const cutAfter = (words.ends[endWord - 1] ?? 0) > sought.end
  const from = firstWord + Number(cutBefore)
  // The last character of an unspaced script is indexed together with the one that follows the quote.
  const joined = endWord - from > 1 && isUnspacedAt(words, endWord - 1)
  const to = endWord - Number(cutAfter || joined)
  let rarest: Uint32Array | null = null
  let at = 0
  for (let word = from; word < to; word += 1) {
    // Without context a word at the quote's edge may go on beyond it.
    if ((word === 0 && sought.prefix === '') || (word === words.count - 1 && sought.suffix === '')) continue
    const places = index.placesOf(termAt(words, word))
    if (places.length === 0) return []
    if (rarest === null || places.length < rarest.length) {
      rarest = places
      at = word
    }
  }
  if (rarest === null) {
    for (let place = text.indexOf(quote); place !== -1; place = text.indexOf(quote, place + 1)) found.push(place)
    return found
  }
  const offset = (words.starts[at] ?? 0) - start
  for (const place of rarest) {
    const begin = (index.words.starts[place] ?? 0) - offset
    if (begin >= 0 && text.startsWith(quote, begin)) found.push(begin)
  }
  return found
}

/** A stretch of the text, in numbers of its words, where the sought words may stand. */
export interface Window {
  readonly first: number
  readonly end: number
  /** How much of the sought words' weight speaks for it. */
  readonly weight: number
}

/** Places of words that are looked at for one quote, and windows that are compared word by word. */
const MOST_PLACES = 1_500
const MOST_WINDOWS = 5
/** Words of the context count less: they are fewer and may be another paragraph's. */
const CONTEXT_SHARE = 0.6

/** Votes for the diagonals of one text, cleared by what was touched. */
export class Ballot {
  readonly #votes: Float32Array
  readonly #touched: number[] = []

  /** `words` is the number of the text's words. */
  constructor(words: number) {
    this.#votes = new Float32Array(words + 2)
  }

  add(diagonal: number, weight: number): void {
    const before = this.#votes[diagonal] ?? 0
    if (before === 0) this.#touched.push(diagonal)
    this.#votes[diagonal] = before + weight
  }

  /** The diagonals with most votes, their neighbours' included, the best first; none next to a better one. */
  best(count: number): { readonly diagonal: number; readonly weight: number }[] {
    const votes = this.#votes
    const best: { diagonal: number; weight: number }[] = []
    for (const diagonal of this.#touched) {
      // A word put in or left out moves the rest to the next diagonal.
      const weight = (votes[diagonal] ?? 0) + (votes[diagonal - 1] ?? 0) + (votes[diagonal + 1] ?? 0)
      const last = best.at(-1)
      if (best.length >= count && last !== undefined && weight <= last.weight) continue
      const near = best.findIndex(one => Math.abs(one.diagonal - diagonal) <= 2)
      if (near !== -1) {
        if ((best[near]?.weight ?? 0) >= weight) continue
        best.splice(near, 1)
      }
      best.push({ diagonal, weight })
      best.sort((a, b) => b.weight - a.weight || a.diagonal - b.diagonal)
      if (best.length > count) best.pop()
    }
    for (const diagonal of this.#touched) votes[diagonal] = 0
    this.#touched.length = 0
    return best
  }
}

/**
 * The windows for which most of the sought words speak, the best first. Every place of a word votes for the diagonal on
 * which it lies with its place in the quote; rare words weigh more (their information content, log of the text's words by the word's places).
 * `expected` is where the quote would begin if nothing but its surroundings had changed: a number of a word of the text, or null.
 */
export const likelyWindows = (index: TextIndex, ballot: Ballot, sought: Sought, expected: number | null): Window[] => {
  const { firstWord, endWord, words } = sought
  const length = endWord - firstWord
  const width = Math.max(2, Math.ceil(length / 6))
  const total = index.words.count
  let examined = 0
  for (const { at, places } of knownWords(index, sought, 0, words.count)) {
    if (examined > 0 && examined + places.length > MOST_PLACES) break
    examined += places.length
    const share = at >= firstWord && at < endWord ? 1 : CONTEXT_SHARE
    const weight = share * Math.log(1 + total / places.length) * (isWordAt(words, at) ? 1 : 0.2)
    const shift = at - firstWord
    // A passage that would begin before the text begins at its first word.
    for (const place of places) ballot.add(Math.max(0, Math.floor((place - shift) / width)), weight)
  }
  const chosen = ballot.best(MOST_WINDOWS)
  if (expected !== null) {
    const diagonal = Math.floor(expected / width)
    if (!chosen.some(one => Math.abs(one.diagonal - diagonal) <= 2)) chosen.push({ diagonal, weight: 0 })
  }
  const slack = 4 + Math.ceil(length / 6)
  return chosen.map(({ diagonal, weight }) => ({
    first: Math.max(0, diagonal * width - slack - firstWord),
    end: Math.min(total, diagonal * width + width + length + slack + (words.count - endWord)),
    weight,
  }))
}

import { foldText } from '../text/fold-text.ts'
import type { FoldedText } from '../text/fold-text.ts'
import { listWords, termAt } from './word-list.ts'
import type { WordList } from './word-list.ts'

/** Where each word of a text stands. Its vocabulary takes up the words of what is looked for, too. */
export interface TextIndex {
  readonly original: string
  readonly folded: FoldedText
  readonly words: WordList
  /** Numbers of the words at which a term stands, ascending; none for a term that the text does not have. */
  placesOf(term: number): Uint32Array
  /** True when the word, in small letters, is written so somewhere: then a capital does not make it a name. */
  isWrittenSmall(word: string): boolean
  /** Number of the first word that begins at the offset of the folded text, or after it. */
  wordAt(offset: number): number
}

const isSmall = (code: number): boolean => {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a
  const character = String.fromCharCode(code)
  return character.toUpperCase() !== character
}

/** Places of every term one after another, and where each term's begin (a counting sort of the text's words). */
const sortPlaces = (terms: Uint32Array, termCount: number): { firsts: Uint32Array; places: Uint32Array } => {
  const firsts = new Uint32Array(termCount + 1)
  for (const term of terms) firsts[term + 1] = (firsts[term + 1] ?? 0) + 1
  for (let term = 0; term < termCount; term += 1) firsts[term + 1] = (firsts[term + 1] ?? 0) + (firsts[term] ?? 0)
  const next = firsts.slice()
  const places = new Uint32Array(terms.length)
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? 0
    const place = next[term] ?? 0
    places[place] = at
    next[term] = place + 1
  }
  return { firsts, places }
}

/** Terms of which a form begins with a small letter. */
const smallTerms = ({ vocabulary: { words, terms } }: WordList): ReadonlySet<number> => {
  const small = new Set<number>()
  for (const [form, word] of words.entries()) if (isSmall(word.charCodeAt(0))) small.add(terms[form] ?? -1)
  return small
}

const NOWHERE = new Uint32Array(0)

/** Indexes a text. 3 million characters take a few tenths of a second, so it is done once for all that is looked for. */
export const indexText = (text: string): TextIndex => {
  const folded = foldText(text)
  const words = listWords(folded.text)
  const { vocabulary } = words
  const terms = new Uint32Array(words.count)
  for (let at = 0; at < words.count; at += 1) terms[at] = termAt(words, at)
  const termCount = vocabulary.termCount
  const { firsts, places } = sortPlaces(terms, termCount)
  // Before the words of any quote are added.
  const small = smallTerms(words)
  return {
    original: text,
    folded,
    words,
    placesOf: term => (term < termCount ? places.subarray(firsts[term], firsts[term + 1]) : NOWHERE),
    isWrittenSmall: word => small.has(vocabulary.termOf(word) ?? -1),
    wordAt: offset => {
      let low = 0
      let high = words.count
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((words.starts[middle] ?? 0) < offset) low = middle + 1
        else high = middle
      }
      return low
    },
  }
}

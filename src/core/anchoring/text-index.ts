import { foldText } from '../text/fold-text.ts'
import type { FoldedText } from '../text/fold-text.ts'
import { isUnspaced, scanWords } from '../text/scan-words.ts'
import type { ScannedWords } from '../text/scan-words.ts'

/** No word of the text. */
export const UNKNOWN_TERM = -1

/**
 * Where each word of a text stands. A term is a word in small letters; in scripts without blanks it is two characters that
 * stand together, because single ones are everywhere.
 */
export interface TextIndex {
  readonly original: string
  readonly folded: FoldedText
  readonly words: ScannedWords
  /** The term at each word, in text order. */
  readonly terms: Int32Array
  /** Numbers of the words at which a term stands, ascending. */
  placesOf(term: number): Uint32Array
  /** True when the term stands somewhere in small letters, so that a capital does not make it a name. */
  isWrittenSmall(term: number): boolean
  /** UNKNOWN_TERM for one that the text does not have. */
  termOf(name: string): number
  /** Number of the first word that begins at the offset of the folded text, or after it. */
  wordAt(offset: number): number
}

/** The name under which the word at `at` is indexed. */
export const termName = (text: string, { starts, ends, count }: ScannedWords, at: number): string => {
  const word = text.slice(starts[at], ends[at])
  if (!isUnspaced(word)) return word.toLowerCase()
  const next = at + 1 < count && starts[at + 1] === ends[at] ? text.slice(starts[at + 1], ends[at + 1]) : ''
  return next !== '' && isUnspaced(next) ? word + next : word
}

const isSmall = (code: number): boolean => {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a
  const character = String.fromCharCode(code)
  return character.toUpperCase() !== character
}

/** Places of every term one after another, and where each term's begin (a counting sort of the text's words). */
const sortPlaces = (terms: Int32Array, termCount: number): { firsts: Uint32Array; places: Uint32Array } => {
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

/** Indexes a text. 3 million characters take a few tenths of a second, so it is done once for all that is looked for. */
export const indexText = (text: string): TextIndex => {
  const folded = foldText(text)
  const words = scanWords(folded.text)
  const ids = new Map<string, number>()
  const terms = new Int32Array(words.count)
  const small: boolean[] = []
  for (let at = 0; at < words.count; at += 1) {
    const name = termName(folded.text, words, at)
    let id = ids.get(name)
    if (id === undefined) {
      id = ids.size
      ids.set(name, id)
      small.push(false)
    }
    if (small[id] !== true && isSmall(folded.text.charCodeAt(words.starts[at] ?? 0))) small[id] = true
    terms[at] = id
  }
  const { firsts, places } = sortPlaces(terms, ids.size)
  return {
    original: text,
    folded,
    words,
    terms,
    placesOf: term => (term === UNKNOWN_TERM ? places.subarray(0, 0) : places.subarray(firsts[term], firsts[term + 1])),
    isWrittenSmall: term => small[term] === true,
    termOf: name => ids.get(name) ?? UNKNOWN_TERM,
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

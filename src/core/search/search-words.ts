import { greekLetters } from '../text/greek-letters.ts'
import { isWord, scanWords } from '../text/scan-words.ts'
import type { Span } from '../text/span.ts'

/**
 * A word as the index has it: lower case, without diacritics, letters and digits apart, Greek letters by their names. So `IL-10`,
 * `IL10` and `IL 10` are the words `il` and `10`, and `TNF-α`, `TNFα` and `TNFalpha` are `tnf` and `alpha`.
 */
export interface SearchWord extends Span {
  readonly word: string
}

/** Names of Greek letters that are told inside of a symbol; shorter ones are parts of too many words. */
export const SPELT_LETTERS = 'alpha|beta|gamma|delta|epsilon|zeta|theta|kappa|lambda|sigma|omega'

/** Letters that no decomposition takes apart, as they are typed without their keys. */
const typed: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

/** One spelling for all that look alike: compatibility forms taken apart, marks taken off, lower case. */
const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[ßæœøłđı]/g, letter => typed[letter] ?? letter)

/** Runs of digits, of Greek letters, and of other letters. */
const RUN = /\p{N}+|(?:[\p{Script=Greek}µ]\p{M}*)+|(?:[^\p{N}\p{Script=Greek}µ\p{M}]\p{M}*)+/gu
/** A spelt-out Greek letter that stands against capitals, as in `TNFalpha` and `NFkappaB`. */
const SPELT_IN_SYMBOL = new RegExp(`^(\\p{Lu}{1,5})(${SPELT_LETTERS})(\\p{Lu}{0,2})$`, 'u')
/** From this many on Greek letters are a word of Greek and no symbol. */
const GREEK_WORD = 3

type Part = SearchWord

/** Words that are remembered: those of a large library, in some megabytes. */
const MOST_KNOWN = 100_000

const partsOfGreek = (run: string, start: number): Part[] => {
  const letters = run.match(/\P{M}\p{M}*/gu) ?? []
  if (letters.length >= GREEK_WORD) return [{ start, end: start + run.length, word: foldWord(run) }]
  let at = start
  return letters.map(letter => {
    const from = at
    at += letter.length
    const folded = foldWord(letter)
    return { start: from, end: at, word: greekLetters[folded] ?? folded }
  })
}

const partsOfLetters = (run: string, start: number): Part[] => {
  const symbol = SPELT_IN_SYMBOL.exec(run)
  if (symbol === null) return [{ start, end: start + run.length, word: foldWord(run) }]
  let at = start
  return symbol
    .slice(1)
    .filter(piece => piece !== '')
    .map(piece => {
      const from = at
      at += piece.length
      return { start: from, end: at, word: piece.toLowerCase() }
    })
}

const takeApart = (unit: string): readonly Part[] => {
  const parts: Part[] = []
  for (const { 0: run, index } of unit.matchAll(RUN)) {
    if (/^[\p{Script=Greek}µ]/u.test(run)) parts.push(...partsOfGreek(run, index))
    else if (/^\p{N}/u.test(run)) parts.push({ start: index, end: index + run.length, word: foldWord(run) })
    else parts.push(...partsOfLetters(run, index))
  }
  return parts.filter(({ word }) => word !== '')
}

/** The `s` of `Parkinson's` is no word. */
const isPossessive = (text: string, start: number, unit: string): boolean =>
  (unit === 's' || unit === 'S') && start > 1 && (text[start - 1] === "'" || text[start - 1] === '’')

/**
 * Takes words apart, each once as long as there is room to remember it: texts use the same words again and again.
 * `met` is told of every word of the index that comes of one that is not remembered.
 */
export class WordReader {
  readonly #known = new Map<string, readonly Part[]>()
  readonly #met: (word: string) => void

  constructor(met: (word: string) => void = () => undefined) {
    this.#met = met
  }

  /** The words of a text with their places in it. */
  words(text: string): SearchWord[] {
    const words: SearchWord[] = []
    this.#eachUnit(text, (parts, start) => {
      for (const { word, start: from, end: to } of parts) words.push({ word, start: start + from, end: start + to })
    })
    return words
  }

  /** The words of a text alone, with a blank between. */
  line(text: string): string {
    const words: string[] = []
    this.#eachUnit(text, parts => {
      for (const { word } of parts) words.push(word)
    })
    return words.join(' ')
  }

  #eachUnit(text: string, take: (parts: readonly Part[], start: number) => void): void {
    const { count, starts, ends } = scanWords(text)
    for (let at = 0; at < count; at += 1) {
      const start = starts[at] ?? 0
      const unit = text.slice(start, ends[at])
      const parts = this.#known.get(unit) ?? this.#learn(unit)
      if (parts.length > 0 && !isPossessive(text, start, unit)) take(parts, start)
    }
  }

  #learn(unit: string): readonly Part[] {
    const parts = isWord(unit) ? takeApart(unit) : []
    if (this.#known.size >= MOST_KNOWN) this.#known.clear()
    this.#known.set(unit, parts)
    for (const { word } of parts) this.#met(word)
    return parts
  }
}

const reader = new WordReader()

/** The words of a text with their places in it. */
export const searchWords = (text: string): SearchWord[] => reader.words(text)

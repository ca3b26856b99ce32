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

/** Words that are remembered, in a few megabytes. */
const MOST_KNOWN = 20_000

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

/** Texts use the same words again and again. */
const known = new Map<string, readonly Part[]>()

const partsOf = (unit: string): readonly Part[] => {
  const before = known.get(unit)
  if (before !== undefined) return before
  const parts = isWord(unit) ? takeApart(unit) : []
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(unit, parts)
  return parts
}

/** The words of a text with their places in it. */
export const searchWords = (text: string): SearchWord[] => {
  const words: SearchWord[] = []
  const { count, starts, ends } = scanWords(text)
  for (let at = 0; at < count; at += 1) {
    const start = starts[at] ?? 0
    const unit = text.slice(start, ends[at])
    if (isPossessive(text, start, unit)) continue
    for (const { word, start: from, end: to } of partsOf(unit))
      words.push({ word, start: start + from, end: start + to })
  }
  return words
}

/** The words of a text with a blank between. */
export const plainWords = (text: string): string =>
  searchWords(text)
    .map(({ word }) => word)
    .join(' ')

/** Runs up to the next blank or sign of ASCII that hold a digit, or anything outside of ASCII: all but the simple words of English. */
const NOT_SIMPLE = /[\w\u0080-\uffff]*[\d\u0080-\uffff][\w\u0080-\uffff]*/g
const SPELT_ANYWHERE = new RegExp(`\\b[A-Z]{1,5}(?:${SPELT_LETTERS})[A-Z]{0,2}\\b`, 'g')
const POSSESSIVE = /(?<=\w)'s\b/gi

/**
 * A text in which whoever breaks it at everything but letters and digits, and takes capitals for small letters, finds the words that
 * `searchWords` finds. Much faster than those, since most words of most texts are as they should be already.
 */
export const breakableText = (text: string): string =>
  text.replace(POSSESSIVE, '').replace(NOT_SIMPLE, plainWords).replace(SPELT_ANYWHERE, plainWords)

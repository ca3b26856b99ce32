import { greekLetters } from '../../text/greek-letters.ts'
import type { Span } from '../../text/span.ts'

/** A short form and the long form that the text gives for it. */
export interface Abbreviation {
  readonly short: Span
  readonly long: Span
}

const SHORT = String.raw`[\p{L}\p{N}][\p{L}\p{N}+\-\u2010\u2011/]{1,11}`
const LONG_THEN_SHORT = new RegExp(String.raw`\((${SHORT})\s*[),;]`, 'gu')
const SHORT_THEN_LONG = new RegExp(String.raw`(?<![\p{L}\p{N}\-])(${SHORT})\s\(([^()\n]{4,90})\)`, 'gu')

/** A short form has a capital and is neither a number nor only a word with a capital. */
const isShortForm = (short: string): boolean =>
  /\p{Lu}/u.test(short) && !/^\p{N}+$/u.test(short) && !/^\p{Lu}\p{Ll}{3,}$/u.test(short)

/**
 * Where in `before` the long form of `short` begins: its letters are met from right to left, the first one at the start
 * of a word. After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
 * text", PSB 2003. A Greek letter is met as itself or as the first letter of its name. Null when the letters are not there.
 */
const longFormStart = (short: string, before: string): number | null => {
  const letters = [...short.toLowerCase()].filter(letter => /[\p{L}\p{N}]/u.test(letter))
  const lower = before.toLowerCase()
  // A few letters change their length with their case; positions would no longer fit.
  if (lower.length !== before.length) return null
  /** The last place before `end` where `letter` stands, or where its name may begin. */
  const lastPlace = (letter: string, end: number): number => {
    const name = greekLetters[letter]
    const itself = lower.lastIndexOf(letter, end)
    return name ? Math.max(itself, lower.lastIndexOf(name, end)) : itself
  }
  let at = lower.length
  for (const [place, letter] of letters.toReversed().entries()) {
    at = at > 0 ? lastPlace(letter, at - 1) : -1
    if (place < letters.length - 1 && at >= 0) continue
    while (at > 0 && /[\p{L}\p{N}]/u.test(lower.charAt(at - 1))) at = lastPlace(letter, at - 1)
    if (at < 0) return null
  }
  return at
}

/** The long form has at most min(|SF| + 5, 2 |SF|) words. */
const mostWords = (short: string): number => Math.min(short.length + 5, short.length * 2)

/** The long form that ends before the bracket at `at` of `piece`, as a span of it. */
const longFormBefore = (piece: string, at: number, short: string): Span | null => {
  const end = at - (/\s*$/u.exec(piece.slice(Math.max(0, at - 20), at))?.[0].length ?? 0)
  let from = end
  while (from > Math.max(0, end - 160) && !'.;:()'.includes(piece.charAt(from - 1))) from--
  const clause = piece.slice(from, end)
  const allowed = /\S/.test(clause)
    ? clause
        .split(/(?<=\s)/u)
        .slice(-mostWords(short))
        .join('')
    : ''
  const start = longFormStart(short, allowed)
  return start === null || allowed.length - start <= short.length
    ? null
    : { start: end - (allowed.length - start), end }
}

/** Whether all of `words`, in brackets after `short`, is its long form. */
const isLongForm = (short: string, words: string): boolean =>
  words.length > short.length &&
  words.split(/\s+/u).length <= mostWords(short) &&
  !/[;:=<>]|\p{N}{4}/u.test(words) &&
  longFormStart(short, words) === 0

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

/**
 * Abbreviations that the text between `span.start` and `span.end` introduces, as "long form (SF)" or as "SF (long form)",
 * in text order.
 */
export const findAbbreviations = (text: string, span: Span): Abbreviation[] => {
  const piece = text.slice(span.start, span.end)
  const found: Abbreviation[] = []
  for (const match of piece.matchAll(LONG_THEN_SHORT)) {
    const short = match[1] ?? ''
    const long = isShortForm(short) ? longFormBefore(piece, match.index, short) : null
    const start = match.index + 1
    if (long) found.push({ short: { start, end: start + short.length }, long })
  }
  for (const match of piece.matchAll(SHORT_THEN_LONG)) {
    const [, short = '', words = ''] = match
    if (!isShortForm(short) || !isLongForm(short, words)) continue
    const start = match.index + match[0].length - 1 - words.length
    found.push({
      short: { start: match.index, end: match.index + short.length },
      long: { start, end: start + words.length },
    })
  }
  return found
    .map(({ short, long }) => ({ short: shift(short, span.start), long: shift(long, span.start) }))
    .toSorted((a, b) => a.short.start - b.short.start)
}

import type { Span } from '../../text/span.ts'

/** A short form in round brackets and the long form before it. */
export interface Abbreviation {
  readonly short: Span
  readonly long: Span
}

const BRACKETED = /\(([\p{L}\p{N}][\p{L}\p{N}+\-\u2010\u2011/]{1,11})\s*[),;]/gu

/**
 * Where in `before` the long form of `short` begins: its letters are met from right to left, the first one at the start
 * of a word. After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
 * text", PSB 2003. Null when the letters are not there.
 */
const longFormStart = (short: string, before: string): number | null => {
  const letters = [...short.toLowerCase()].filter(letter => /[\p{L}\p{N}]/u.test(letter))
  const lower = before.toLowerCase()
  // A few letters change their length with their case; positions would no longer fit.
  if (lower.length !== before.length) return null
  let at = lower.length
  for (const [place, letter] of letters.toReversed().entries()) {
    at = at > 0 ? lower.lastIndexOf(letter, at - 1) : -1
    if (place < letters.length - 1 && at >= 0) continue
    while (at > 0 && /[\p{L}\p{N}]/u.test(lower.charAt(at - 1))) at = lower.lastIndexOf(letter, at - 1)
    if (at < 0) return null
  }
  return at
}

/** Abbreviations that the text between `span.start` and `span.end` introduces as "long form (SF)", in text order. */
export const findAbbreviations = (text: string, span: Span): Abbreviation[] => {
  const found: Abbreviation[] = []
  const piece = text.slice(span.start, span.end)
  for (const match of piece.matchAll(BRACKETED)) {
    const short = match[1] ?? ''
    if (!/\p{Lu}/u.test(short) || /^\p{N}+$/u.test(short)) continue
    // The long form has at most min(|SF| + 5, 2 |SF|) words and stays within its clause.
    const window = piece.slice(Math.max(0, match.index - 160), match.index).replace(/\s+$/u, '')
    const clause = /[^.;:()]*$/u.exec(window)?.[0] ?? ''
    const most = Math.min(short.length + 5, short.length * 2)
    const allowed = /\S/.test(clause)
      ? clause
          .split(/(?<=\s)/u)
          .slice(-most)
          .join('')
      : ''
    const at = longFormStart(short, allowed)
    if (at === null || allowed.length - at <= short.length) continue
    const end =
      span.start + match.index - (piece.slice(0, match.index).length - piece.slice(0, match.index).trimEnd().length)
    const start = end - (allowed.length - at)
    const shortStart = span.start + match.index + 1
    found.push({ long: { start, end }, short: { start: shortStart, end: shortStart + short.length } })
  }
  return found
}

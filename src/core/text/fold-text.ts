import { bisect } from '../order/bisect.ts'
import type { Span } from './span.ts'

/**
 * A text as it is compared: Unicode form C, white space as single blanks, quotes, dashes and ligatures as they are typed,
 * and nothing that is not seen. It knows where in the original each of its units comes from.
 */
export interface FoldedText {
  readonly text: string
  /** Original offset at which unit `n` begins, and after which it ends; null when nothing changed its length. */
  readonly starts: Uint32Array | null
  readonly ends: Uint32Array | null
}

/** Printed characters and what is typed for them, one unit each. */
const alike: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201B': "'",
  '\u2032': "'",
  '\u00B4': "'",
  '\u02BC': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u201F': '"',
  '\u2033': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\uFE63': '-',
  '\uFF0D': '-',
  // The micro sign and the Greek letter look the same, and formats take the one for the other.
  '\u00B5': '\u03BC',
}

/** Characters that stand for several: Latin ligatures (Unicode block FB00) and the ellipsis. */
const several: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
  '\u2026': '...',
}

const SAME_LENGTH =
  /[\u2018-\u201F\u2032\u2033\u00B4\u02BC\u00AB\u00BB\u2010-\u2015\u2212\uFE63\uFF0D\u00B5\t\n\v\f\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g

/**
 * What changes the length: a word broken at a line's end, white space of more than one unit, what is not seen (soft
 * hyphens, zero-width blanks, marks of direction, variation selectors), and ligatures. Zero-width joiners stay: they tell words and emoji apart.
 */
const OTHER_LENGTH =
  /(?<=\p{L})[-\u2010\u00AD]\s*\n\s*(?=\p{Ll})|\s*(?:[\uFE0E\uFE0F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]\s*)+|\s{2,}|[\uFB00-\uFB06\u2026]/gu

/** Without any of these nothing changes its length, and most texts need no closer look. */
const MAY_CHANGE_LENGTH =
  /\s\s|[-\u2010]\n|[\uFE0E\uFE0F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFB00-\uFB06\u2026]/

const replacement = (found: string): string => {
  const letters = several[found]
  if (letters !== undefined) return letters
  // What is not seen leaves the blanks that stand around it; a hyphen at a line's end leaves nothing.
  // U+FEFF counts as white space to a regular expression, but nothing is seen of it.
  return /[^\S\uFEFF]/u.test(found) && !/^(?:[-\u2010]|\u00AD\s*\n)/u.test(found) ? ' ' : ''
}

/** Characters that are written in several code points: a letter with its marks, or a syllable of Hangul in its parts. */
const CLUSTER =
  /[\u1100-\u115F\uA960-\uA97C][\u1160-\u11A7\uD7B0-\uD7C6]*[\u11A8-\u11FF\uD7CB-\uD7FB]*|[\uAC00-\uD7A3][\u11A8-\u11FF]+|\P{M}\p{M}*|\p{M}+/gu

interface Change extends Span {
  readonly by: string
}

/** `folded` with some runs replaced; the changes are in order and apart. */
const replaceRuns = (folded: FoldedText, changes: readonly Change[]): FoldedText => {
  if (changes.length === 0) return folded
  const { text } = folded
  const grown = changes.reduce((sum, { start, end, by }) => sum + by.length - (end - start), 0)
  const starts = new Uint32Array(text.length + grown)
  const ends = new Uint32Array(text.length + grown)
  const parts: string[] = []
  let length = 0
  let from = 0
  const startOf = (at: number): number => folded.starts?.[at] ?? at
  const endOf = (at: number): number => folded.ends?.[at] ?? at + 1
  const copy = (to: number): void => {
    parts.push(text.slice(from, to))
    for (let at = from; at < to; at += 1) {
      starts[length] = startOf(at)
      ends[length] = endOf(at)
      length += 1
    }
  }
  for (const { start, end, by } of changes) {
    copy(start)
    parts.push(by)
    for (let unit = 0; unit < by.length; unit += 1) {
      starts[length] = startOf(start)
      ends[length] = endOf(end - 1)
      length += 1
    }
    from = end
  }
  copy(text.length)
  return { text: parts.join(''), starts, ends }
}

const lengthChanges = (text: string): Change[] => {
  const changes: Change[] = []
  if (!MAY_CHANGE_LENGTH.test(text)) return changes
  for (const match of text.matchAll(OTHER_LENGTH)) {
    const by = replacement(match[0])
    if (by !== match[0]) changes.push({ start: match.index, end: match.index + match[0].length, by })
  }
  return changes
}

/** Form C writes nothing otherwise that lies before the combining marks. */
const MAY_BE_COMPOSED = /[\u0300-\uFFFF]/

/** The runs that Unicode's form C writes otherwise. Lines that are in that form already are passed over. */
const compositions = (text: string): Change[] => {
  if (!MAY_BE_COMPOSED.test(text) || text.normalize('NFC') === text) return []
  const changes: Change[] = []
  for (const piece of text.matchAll(/[^ ]+ ?/g)) {
    if (piece[0].normalize('NFC') === piece[0]) continue
    for (const match of piece[0].matchAll(CLUSTER)) {
      const by = match[0].normalize('NFC')
      const start = piece.index + match.index
      if (by !== match[0]) changes.push({ start, end: start + match[0].length, by })
    }
  }
  return changes
}

/** Folds a text for comparing. Folding what is folded already changes nothing. */
export const foldText = (text: string): FoldedText => {
  const plain: FoldedText = { text, starts: null, ends: null }
  const seen = replaceRuns(plain, lengthChanges(text))
  const composed = replaceRuns(seen, compositions(seen.text))
  return { ...composed, text: composed.text.replace(SAME_LENGTH, found => alike[found] ?? ' ') }
}

/** The original's span that a span of the folded text stands for; what was dropped at its edges stays outside. */
export const unfoldSpan = ({ starts, ends }: FoldedText, { start, end }: Span): Span => {
  if (starts === null || ends === null) return { start, end }
  if (end <= start) {
    const at = starts[start] ?? ends.at(-1) ?? 0
    return { start: at, end: at }
  }
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }
}

/** Offset in the folded text of the first unit that comes from the original's `offset` or later. */
export const foldOffset = ({ text, starts }: FoldedText, offset: number): number => {
  if (starts === null) return Math.min(offset, text.length)
  return bisect(0, starts.length, at => (starts[at] ?? 0) < offset)
}

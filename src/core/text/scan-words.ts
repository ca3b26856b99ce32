/**
 * The words and signs of a text as two arrays of offsets, for texts of any size and script. A word is a run of letters,
 * digits and combining marks; every other sign that is seen stands for itself. Scripts that put no blanks between words
 * (Han, kana, Thai, Lao, Khmer, Burmese) give one unit a character, with its combining marks.
 */
export interface ScannedWords {
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

const BLANK = 0
const LETTER = 1
const SIGN = 2
const CHARACTER = 3
const MARK = 4
const HIGH_SURROGATE = 5

const kinds = new Uint8Array(0x10000)
let known = false

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const kindOf = (code: number): number => {
  if (code >= 0xd800 && code <= 0xdbff) return HIGH_SURROGATE
  const character = String.fromCharCode(code)
  if (/\s/u.test(character)) return BLANK
  if (/[\p{M}\u200C\u200D]/u.test(character)) return MARK
  if (UNSPACED.test(character)) return CHARACTER
  return /[\p{L}\p{N}]/u.test(character) ? LETTER : SIGN
}

/** Sorted out once, when the first text is scanned: 65,536 tests take a few milliseconds. */
const learnKinds = (): void => {
  for (let code = 0; code < 0x10000; code += 1) kinds[code] = kindOf(code)
  known = true
}

/** Units of the character at `at`: half of a pair without its other half is a character by itself. */
const unitsAt = (text: string, at: number): number => {
  if (kinds[text.charCodeAt(at)] !== HIGH_SURROGATE) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}

const isJoiner = (code: number): boolean => code === 0x200d

/** Scans `text`; offsets are UTF-16 units, and no unit begins or ends within a surrogate pair. */
export const scanWords = (text: string): ScannedWords => {
  if (!known) learnKinds()
  const { length } = text
  let starts = new Uint32Array((length >>> 2) + 8)
  let ends = new Uint32Array(starts.length)
  let count = 0
  let at = 0
  while (at < length) {
    const kind = kinds[text.charCodeAt(at)] ?? SIGN
    if (kind === BLANK) {
      at += 1
      continue
    }
    const start = at
    at += unitsAt(text, at)
    if (kind === LETTER || kind === MARK) {
      for (; at < length; at += 1) {
        const next = kinds[text.charCodeAt(at)]
        if (next !== LETTER && next !== MARK) break
      }
    } else {
      // Marks belong to the character before them, and what a joiner ties together is one sign.
      while (at < length && kinds[text.charCodeAt(at)] === MARK) {
        const joins = isJoiner(text.charCodeAt(at))
        at += 1
        if (joins && at < length && kinds[text.charCodeAt(at)] !== BLANK) at += unitsAt(text, at)
      }
    }
    if (count === starts.length) {
      const wider = new Uint32Array(starts.length * 2)
      wider.set(starts)
      starts = wider
      const widerEnds = new Uint32Array(ends.length * 2)
      widerEnds.set(ends)
      ends = widerEnds
    }
    starts[count] = start
    ends[count] = at
    count += 1
  }
  return { count, starts: starts.subarray(0, count), ends: ends.subarray(0, count) }
}

/** True for a unit that holds letters or digits, false for a sign. */
export const isWord = (text: string): boolean => {
  if (!known) learnKinds()
  const kind = kinds[text.charCodeAt(0)]
  return kind === LETTER || kind === CHARACTER || (kind === HIGH_SURROGATE && /^[\p{L}\p{N}]/u.test(text))
}

/** True for a character of a script without blanks between words. */
export const isUnspaced = (text: string): boolean => {
  if (!known) learnKinds()
  const kind = kinds[text.charCodeAt(0)]
  return kind === CHARACTER || (kind === HIGH_SURROGATE && UNSPACED.test(text))
}

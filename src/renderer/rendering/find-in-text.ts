import type { Span } from '#core/text/span.ts'

/** A text made ready for finding: folded characters, and the span of the original that each of them stands for. */
export interface FoldedText {
  readonly characters: string
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Characters that readers type differently from how they are printed. */
const alike: ReadonlyMap<string, string> = new Map([
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201A', "'"],
  ['\u201C', '"'],
  ['\u201D', '"'],
  ['\u201E', '"'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
])

/** One character without case and diacritics (Unicode NFKD, combining marks left out); may be none or several. */
function foldCharacter(character: string): string {
  if (character >= '!' && character <= '~') return character.toLowerCase()
  if (character === '\u00AD') return ''
  if (/\s/.test(character)) return ' '
  return (alike.get(character) ?? character).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** What an ASCII character becomes: white space a blank, a capital letter a small one. */
const asciiFolds = Uint8Array.from({ length: 0x80 }, (_, code) =>
  foldCharacter(String.fromCharCode(code)).charCodeAt(0),
)
const BLANK = 0x20

/** Most characters that one unfolds to (Unicode 16, U+FDFA). */
const LONGEST_FOLD = 18

/** A copy with room for as many elements again. */
function grown<List extends Uint16Array | Uint32Array>(list: List, make: (length: number) => List): List {
  const larger = make(2 * list.length + LONGEST_FOLD)
  larger.set(list)
  return larger
}

/**
 * Folds a text for finding: without case and diacritics, white space as single blanks, quotes and dashes as they are
 * typed. Soft hyphens vanish. A combining mark belongs to the character before it.
 */
export function foldText(text: string): FoldedText {
  // Typed arrays and one loop: a book of three million characters is ready within some frames.
  let units = new Uint16Array(text.length + LONGEST_FOLD)
  let starts = new Uint32Array(units.length)
  let ends = new Uint32Array(units.length)
  let length = 0
  const known = new Map<number, string>()
  for (let at = 0; at < text.length;) {
    const start = at
    let code = text.charCodeAt(at)
    at += 1
    if (code < 0x80) {
      const unit = asciiFolds[code] ?? code
      if (unit === BLANK && length > 0 && units[length - 1] === BLANK) ends[length - 1] = at
      else {
        units[length] = unit
        starts[length] = start
        ends[length] = at
        length += 1
      }
    } else {
      code = text.codePointAt(start) ?? code
      if (code > 0xff_ff) at += 1
      let folded = known.get(code)
      if (folded === undefined) known.set(code, (folded = foldCharacter(String.fromCodePoint(code))))
      if (folded === '' || (folded === ' ' && length > 0 && units[length - 1] === BLANK)) {
        if (length > 0) ends[length - 1] = at
        continue
      }
      for (let unit = 0; unit < folded.length; unit += 1) {
        units[length] = folded.charCodeAt(unit)
        starts[length] = start
        ends[length] = at
        length += 1
      }
    }
    if (length + LONGEST_FOLD > units.length) {
      units = grown(units, size => new Uint16Array(size))
      starts = grown(starts, size => new Uint32Array(size))
      ends = grown(ends, size => new Uint32Array(size))
    }
  }
  return {
    // Every machine that Chromium runs on has the low byte first.
    characters: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length)),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  }
}

/** Every place where `query` stands in the text, in order and apart; none for a query of white space only. */
export function findInText(text: FoldedText, query: string): readonly Span[] {
  const wanted = foldText(query.trim()).characters
  if (wanted === '') return []
  const found: Span[] = []
  for (let at = text.characters.indexOf(wanted); at !== -1; at = text.characters.indexOf(wanted, at + wanted.length)) {
    const start = text.starts[at]
    const end = text.ends[at + wanted.length - 1]
    if (start !== undefined && end !== undefined) found.push({ start, end })
  }
  return found
}

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
  if (/\s/.test(character)) return ' '
  return (alike.get(character) ?? character).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/**
 * Folds a text for finding: without case and diacritics, white space as single blanks, quotes and dashes as they are
 * typed. Soft hyphens vanish. A combining mark belongs to the character before it.
 */
export function foldText(text: string): FoldedText {
  // Kept in parts: reading a long string that is being appended to copies all of it each time.
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const character of text) {
    const start = offset
    offset += character.length
    const folded = character === '\u00AD' ? '' : foldCharacter(character)
    if (folded === '' || (folded === ' ' && parts.at(-1) === ' ')) {
      if (ends.length > 0) ends[ends.length - 1] = offset
      continue
    }
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(start)
      ends.push(offset)
    }
  }
  return { characters: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
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

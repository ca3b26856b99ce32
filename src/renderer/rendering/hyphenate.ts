// The tests compile this file without the others of its folder, so it names its declarations itself.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./hyphen.d.ts" />

/** Put where a line may break inside a word. Chromium has no dictionaries in Electron on Linux, so `hyphens: auto` does nothing. */
export const SOFT_HYPHEN = '\u00AD'

/** Shortest word that is broken, and the fewest letters on either side of a break (TeX's \righthyphenmin for English is 3). */
const SHORTEST_WORD = 7
const SHORTEST_PART = 3

type Hyphenator = (text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }) => string
export type BreakFinder = (text: string) => readonly number[]

/** Loads the patterns (F. M. Liang's algorithm, TeX's patterns) for a BCP 47 language; null for one that has none here. */
async function hyphenatorFor(language: string): Promise<Hyphenator | null> {
  if (/^en-(gb|au|nz|ie|za)\b/i.test(language)) return (await import('hyphen/en-gb/index.js')).default.hyphenateSync
  if (/^en\b/i.test(language)) return (await import('hyphen/en-us/index.js')).default.hyphenateSync
  return null
}

/**
 * A function that finds where words may be broken at a line's end, for a BCP 47 language; null for one without patterns.
 * It returns ascending offsets into the text it is given: a soft hyphen may stand before each. Symbols such as `IL-10`,
 * `iNOS` and addresses are left whole: only words of small letters, perhaps with a first capital, are broken.
 */
export async function breakFinderFor(language: string): Promise<BreakFinder | null> {
  const hyphenate = await hyphenatorFor(language)
  if (hyphenate === null) return null
  const known = new Map<string, readonly number[]>()
  const breaksOf = (word: string): readonly number[] => {
    let breaks = known.get(word)
    if (breaks === undefined) {
      const hyphenated = hyphenate(word, { hyphenChar: SOFT_HYPHEN, minWordLength: SHORTEST_WORD })
      breaks = offsetsOfHyphens(hyphenated).filter(
        offset => offset >= SHORTEST_PART && offset <= word.length - SHORTEST_PART,
      )
      known.set(word, breaks)
    }
    return breaks
  }
  return text => {
    const found: number[] = []
    for (const match of text.matchAll(/(?<![\p{L}\p{N}_@/.:-])\p{L}\p{Ll}{6,}(?![\p{L}\p{N}_@/:])/gu)) {
      for (const offset of breaksOf(match[0])) found.push(match.index + offset)
    }
    return found
  }
}

function offsetsOfHyphens(hyphenated: string): readonly number[] {
  const offsets: number[] = []
  let seen = 0
  for (let at = hyphenated.indexOf(SOFT_HYPHEN); at !== -1; at = hyphenated.indexOf(SOFT_HYPHEN, at + 1)) {
    offsets.push(at - seen)
    seen += 1
  }
  return offsets
}

/** The text with a soft hyphen before each of the ascending offsets. */
export function withSoftHyphens(text: string, offsets: readonly number[]): string {
  let result = ''
  let last = 0
  for (const offset of offsets) {
    result += text.slice(last, offset) + SOFT_HYPHEN
    last = offset
  }
  return result + text.slice(last)
}

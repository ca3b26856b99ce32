/** Scripts that no word has both of. */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

const scriptOf = (character: string): number => scripts.findIndex(script => script.test(character))

const isLetter = (character: string): boolean => /\p{L}/u.test(character)
const isLower = (character: string): boolean => /\p{Ll}/u.test(character)
const isUpper = (character: string): boolean => /\p{Lu}/u.test(character)

/** Signs that stand within words. */
const WITHIN = new Set(['’', "'", '‘', '-', '‐', '·', '\u00ad', '´'])

const GOOD = 1
const BAD = -2

/** How well one character fits where it stands: none stands amid a word that is no letter, no capital follows a small letter, no word mixes scripts. */
const weigh = (character: string, before: string, after: string): number => {
  if (/[\u0080-\u009f\ufffd]/.test(character)) return BAD
  const amid = isLetter(before) && isLetter(after)
  if (!isLetter(character)) return amid && !WITHIN.has(character) ? BAD : 0
  if (/[ªºƒµ]/.test(character)) return amid ? BAD : 0
  const mixes = [before, after].some(one => isLetter(one) && scriptOf(one) !== scriptOf(character))
  if (mixes || (isUpper(character) && isLower(before))) return BAD
  return isLetter(before) || isLetter(after) ? GOOD : 0
}

/**
 * How likely a text is what its writer wrote, by its letters beyond ASCII: from -2, where none is where letters stand, to 1. Of no such letters it is 1.
 */
export const weighLetters = (text: string): number => {
  let sum = 0
  let count = 0
  for (const { index, 0: character } of text.matchAll(/[^\0-\u007f]/gu)) {
    sum += weigh(character, text[index - 1] ?? ' ', text[index + 1] ?? ' ')
    // Signs that stand by themselves, and those that words have, say nothing for and nothing against.
    const isAmid = isLetter(text[index - 1] ?? ' ') && isLetter(text[index + 1] ?? ' ')
    count += isLetter(character) || (isAmid && !WITHIN.has(character)) ? 1 : 0
  }
  return count === 0 ? 1 : sum / count
}

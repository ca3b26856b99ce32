import type { DrawnSigns } from './drawn-signs.ts'
import { SignReader } from './drawn-signs.ts'
import type { GivenText } from './given-text.ts'

/**
 * Widths of letters with marks. pdf.js takes a sign of which any part is a mark for one without a width, such as conjuncts of Devanagari, and finds
 * spaces where it ends. What the fonts say of the signs tells how wide they are.
 */

const hasMark = /\p{Mn}/u
/** Ems by which a width differs at least, and of the gap that parts words. */
const DIFFERENT = 0.05
const SPACE = 0.15
/** Ems that a sign has at most. */
const WIDEST = 4

/** True for a letter and its mark as one sign. */
const isJoined = (letters: string): boolean => letters.length > 1 && hasMark.test(letters) && /\p{L}/u.test(letters)

const widthIn = (given: GivenText, reader: SignReader): number => {
  const signs = reader.next(given.str.replaceAll(/\s+/g, ''))
  if (signs === null || !signs.some(({ letters }) => isJoined(letters))) return given.width
  const width = (signs.reduce((sum, sign) => sum + Math.min(WIDEST * 1000, sign.width), 0) / 1000) * given.height
  return width > given.width + DIFFERENT * given.height ? width : given.width
}

const isUpright = ({ transform: [a = 0, b = 0, c = 0] }: GivenText): boolean => a > 0 && b === 0 && c === 0

/** True when nothing stands between two pieces of one line. */
const touch = (before: GivenText, after: GivenText): boolean => {
  const [, , , , x = 0, y = 0] = before.transform
  const [, , , , nextX = 0, nextY = 0] = after.transform
  return Math.abs(nextY - y) < 0.1 * before.height && Math.abs(nextX - x - before.width) < SPACE * before.height
}

/** Pieces of text with the widths of their signs, and without spaces that are none. */
export const withWidthsOfSigns = async (
  drawnSigns: DrawnSigns,
  items: readonly object[],
  isText: (given: object) => given is GivenText,
): Promise<readonly object[]> => {
  const isMarked = (given: object): boolean => isText(given) && given.dir === 'ltr' && hasMark.test(given.str)
  if (!items.some(isMarked)) return items
  const signs = await drawnSigns.all()
  if (!signs.some(({ letters }) => isJoined(letters))) return items
  const reader = new SignReader(signs)
  const wide = items.map(given => {
    if (!isText(given) || given.str.trim() === '' || !isUpright(given)) return given
    const width = widthIn(given, reader)
    return width === given.width ? given : { ...given, width }
  })
  const kept: object[] = []
  let before: GivenText | null = null
  let wasChanged = false
  let spaces: object[] = []
  for (const [index, given] of wide.entries()) {
    if (!isText(given)) kept.push(given)
    else if (given.str.trim() === '') spaces.push(given)
    else {
      if (!(wasChanged && before !== null && touch(before, given))) kept.push(...spaces)
      kept.push(given)
      spaces = []
      before = given
      wasChanged = given !== items[index]
    }
  }
  return [...kept, ...spaces]
}

import type { TextItem } from './layout/page-text.ts'

/** Accents that stand by themselves, and as they are written to a letter. */
const accents: Readonly<Record<string, string>> = {
  '\u0060': '\u0300',
  '\u00b4': '\u0301',
  '\u005e': '\u0302',
  '\u02c6': '\u0302',
  '\u007e': '\u0303',
  '\u02dc': '\u0303',
  '\u00af': '\u0304',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u00a8': '\u0308',
  '\u02da': '\u030a',
  '\u02dd': '\u030b',
  '\u02c7': '\u030c',
  '\u00b8': '\u0327',
  '\u02db': '\u0328',
}

/** Letters that are drawn without their dot below an accent. */
const dotless: Readonly<Record<string, string>> = { '\u0131': 'i', '\u0237': 'j' }

/** Ems that the letter goes back below its accent, at least and at most. */
const LEAST_BACK = 0.15
const MOST_BACK = 1.1
/** Ems that the accent of a capital is raised at most. */
const RAISED = 0.6

const accented = (letter: string, accent: string): string =>
  `${dotless[letter] ?? letter}${accents[accent] ?? ''}`.normalize('NFC')

/** True when `after` begins below the last character of `before`. */
const goesBack = (before: TextItem, after: TextItem): boolean => {
  const back = before.x + before.width - after.x
  const raised = after.baseline - before.baseline
  return (
    !before.rightToLeft &&
    !after.rightToLeft &&
    back >= LEAST_BACK * after.size &&
    back <= MOST_BACK * after.size &&
    raised >= -0.05 * after.size &&
    raised <= RAISED * after.size
  )
}

/**
 * Puts an accent that was drawn by itself on its letter. Fonts of 128 characters (TeX's OT1) have no letters with accents: the accent is drawn
 * first, and the letter below it, which goes back. `before` is null when it was nothing but the accent; both come back as they are when it is none.
 */
export const joinAccent = (
  before: TextItem,
  after: TextItem,
): { readonly before: TextItem | null; readonly after: TextItem } => {
  const accent = before.text.at(-1) ?? ''
  const letter = /^\p{L}/u.exec(after.text)?.[0]
  if (!Object.hasOwn(accents, accent) || letter === undefined || !goesBack(before, after)) return { before, after }
  const text = `${accented(letter, accent)}${after.text.slice(letter.length)}`
  const rest = before.text.slice(0, -1)
  if (rest === '') return { before: null, after: { ...after, text, spaced: before.spaced || after.spaced } }
  // Where the letter begins, the words before it end, but for a space that was drawn between.
  const width = Math.max(0, Math.min(before.width, after.x - before.x))
  return { before: { ...before, text: rest, width, place: { ...before.place, width } }, after: { ...after, text } }
}

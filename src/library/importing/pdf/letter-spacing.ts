import type { GivenText } from './text-items.ts'

/** Letters with room between them, as titles and heads have, which come as words of one letter each. */

/** Letters of a line that are no accident. */
const FEWEST = 5

const spacedOut = /^\p{L}\p{M}*(?: \p{L}\p{M}*)*$/u

const isSpacedOut = ({ str }: GivenText): boolean => spacedOut.test(str)

const lettersOf = (text: string): string => text.replaceAll(' ', '')

/** True for letters in the order of the alphabet, such as an index has them. */
const isAlphabet = (letters: string): boolean => {
  const codes = [...letters.toLowerCase()].map(letter => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.filter(step => step === 1).length >= 0.6 * steps.length
}

const onOneLine = (a: GivenText, b: GivenText): boolean =>
  a.fontName === b.fontName &&
  a.height === b.height &&
  Math.abs((a.transform[5] ?? 0) - (b.transform[5] ?? 0)) < 0.1 * a.height

/** Pieces of text in the order in which a page draws them, those with room between their letters without it. */
export const withoutLetterSpacing = (items: readonly GivenText[]): readonly GivenText[] => {
  const closed: GivenText[] = []
  let line: GivenText[] = []
  let taken: GivenText[] = []
  const settle = (): void => {
    const letters = line.map(({ str }) => lettersOf(str)).join('')
    const isLine = line.some(({ str }) => str.length > 3) && letters.length >= FEWEST && !isAlphabet(letters)
    closed.push(
      ...(isLine ? taken.map(item => (item.str.trim() === '' ? item : { ...item, str: lettersOf(item.str) })) : taken),
    )
    line = []
    taken = []
  }
  for (const item of items) {
    const [first] = line
    if (item.str.trim() === '' ? first === undefined : !isSpacedOut(item)) {
      settle()
      closed.push(item)
      continue
    }
    if (item.str.trim() !== '') {
      if (first !== undefined && !onOneLine(first, item)) settle()
      line.push(item)
    }
    taken.push(item)
  }
  settle()
  return closed
}

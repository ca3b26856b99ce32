import type { DrawnSigns, Sign } from './drawn-signs.ts'
import { SignReader } from './drawn-signs.ts'
import type { GivenText } from './given-text.ts'

/**
 * Ligatures of scripts that are written to the left. pdf.js turns a line round letter by letter, and with it the letters of which a
 * single sign of the font stands for several, such as Arabic's lam with alef. The signs as they are drawn tell which these are.
 */

const rightToLeft = /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s.,:;!?'"-]+$/
/** What may be a ligature, either way round. */
const lamAlef = /\u0644[\u0622\u0623\u0625\u0627]|[\u0622\u0623\u0625\u0627]\u0644/

const mayHaveLigature = ({ str, dir }: GivenText): boolean =>
  dir === 'rtl' && lamAlef.test(str) && rightToLeft.test(str)

const reversed = (text: string): string => [...text].toReversed().join('')

/** The same words with the letters of each sign in their order; `signs` are those of the text as it is drawn, from the left. */
const inOrder = (text: string, signs: readonly Sign[]): string => {
  let letters = signs
    .toReversed()
    .map(sign => sign.letters)
    .join('')
  return text
    .split(/(\s+)/)
    .map(part => {
      if (part.trim() === '') return part
      const word = letters.slice(0, part.length)
      letters = letters.slice(part.length)
      return word
    })
    .join('')
}

/** Pieces of text, those with ligatures in the order of their letters. */
export const inLigatureOrder = async (
  drawnSigns: DrawnSigns,
  items: readonly object[],
  isText: (given: object) => given is GivenText,
): Promise<readonly object[]> => {
  if (!items.some(given => isText(given) && mayHaveLigature(given))) return items
  const signs = await drawnSigns.all()
  if (!signs.some(({ letters }) => letters.length > 1 && rightToLeft.test(letters))) return items
  const reader = new SignReader(signs)
  return items.map(given => {
    if (!isText(given) || !mayHaveLigature(given)) return given
    const found = reader.next(reversed(given.str.replaceAll(/\s+/g, '')))
    return found === null ? given : { ...given, str: inOrder(given.str, found) }
  })
}

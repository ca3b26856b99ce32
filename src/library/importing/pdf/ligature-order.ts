import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { GivenText } from './text-items.ts'

/**
 * Ligatures of scripts that are written to the left. pdf.js turns a line round letter by letter, and with it the letters of which a
 * single sign of the font stands for several, such as Arabic's lam with alef. The signs as they are drawn tell which these are.
 */

const rightToLeft = /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s.,:;!?'"-]+$/
/** What may be a ligature, either way round. */
const lamAlef = /\u0644[\u0622\u0623\u0625\u0627]|[\u0622\u0623\u0625\u0627]\u0644/

const mayHaveLigature = ({ str, dir }: GivenText): boolean =>
  dir === 'rtl' && lamAlef.test(str) && rightToLeft.test(str)

/** The letters of each sign that a page draws, in the order in which it does. */
const drawnSigns = async (page: PDFPageProxy): Promise<readonly string[]> => {
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray.flatMap((operator, index): string[] => {
    if (operator !== OPS.showText) return []
    const [signs] = argsArray[index] as readonly unknown[]
    return Array.isArray(signs)
      ? signs.flatMap((sign: unknown) => {
          const letters = typeof sign === 'object' && sign !== null && 'unicode' in sign ? sign.unicode : null
          return typeof letters === 'string' && letters.trim() !== '' ? [letters.trim()] : []
        })
      : []
  })
}

const reversed = (text: string): string => [...text].toReversed().join('')

/** The same words with the letters of each sign in their order; `signs` are those of the text as it is drawn, from the left. */
const inOrder = (text: string, signs: readonly string[]): string => {
  let letters = signs.toReversed().join('')
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
  page: PDFPageProxy,
  items: readonly object[],
  isText: (given: object) => given is GivenText,
): Promise<readonly object[]> => {
  if (!items.some(given => isText(given) && mayHaveLigature(given))) return items
  let signs: readonly string[]
  try {
    signs = await drawnSigns(page)
  } catch {
    // A page that cannot be drawn has its text all the same.
    return items
  }
  if (!signs.some(sign => sign.length > 1 && rightToLeft.test(sign))) return items
  const drawn = signs.join('')
  /** Where each sign begins in what is drawn. */
  const starts = new Map<number, number>()
  let length = 0
  for (const [index, sign] of signs.entries()) {
    starts.set(length, index)
    length += sign.length
  }
  starts.set(length, signs.length)
  let from = 0
  return items.map(given => {
    if (!isText(given) || !mayHaveLigature(given)) return given
    const visual = reversed(given.str.replaceAll(/\s+/g, ''))
    const at = drawn.indexOf(visual, from)
    const [first, last] = [starts.get(at), starts.get(at + visual.length)]
    if (at < 0 || first === undefined || last === undefined) return given
    from = at + visual.length
    return { ...given, str: inOrder(given.str, signs.slice(first, last)) }
  })
}

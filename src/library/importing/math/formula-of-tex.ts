import temml from 'temml'
import { isElement, parseBody, walk } from '../parse-html.ts'
import type { ParsedElement } from '../parse-html.ts'
import { readFormula } from './read-math.ts'
import type { Formula } from './read-math.ts'

/** Characters of the longest formula that is read: what is longer is none. */
const LONGEST = 20_000

/** Macros that one formula may expand. */
const MOST_EXPANDED = 1_000

const BEGIN = String.raw`\begin{document}`
const END = String.raw`\end{document}`

const insideDocument = (written: string): string => {
  const begin = written.indexOf(BEGIN)
  const end = begin < 0 ? -1 : written.indexOf(END, begin)
  return end < 0 ? written : written.slice(begin + BEGIN.length, end)
}

/** The part that is the formula: files of PubMed Central wrap each in a document of its own. */
export const texIn = (written: string): string =>
  insideDocument(written)
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .replace(/^\\[[(]|\\[\])]$/g, '')
    .trim()

const mathIn = (html: string): ParsedElement | null => {
  let found: ParsedElement | null = null
  walk(parseBody(html), node => {
    if (found === null && isElement(node) && node.localName === 'math') found = node
    return found === null
  })
  return found
}

/** The formula that is written in TeX; null where it says something that is not known. `display`: for one on a line of its own. */
export const formulaOfTex = (tex: string, display: boolean): Formula | null => {
  if (tex.length > LONGEST) return null
  try {
    const html = temml.renderToString(tex, { displayMode: display, throwOnError: true, maxExpand: MOST_EXPANDED })
    const math = mathIn(html)
    return math === null ? null : readFormula(math)
  } catch (error) {
    // A command that is not known, or braces that do not match.
    if (error instanceof Error) return null
    throw error
  }
}

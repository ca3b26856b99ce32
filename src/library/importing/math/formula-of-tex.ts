import temml from 'temml'
import { isElement, parseBody, rawText, walk } from '../parse-html.ts'
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

/** A text without the dollar signs that it begins and ends with. */
const withoutDollars = (text: string): string => {
  let start = 0
  let end = text.length
  while (text[start] === '$') start += 1
  while (end > start && text[end - 1] === '$') end -= 1
  return text.slice(start, end)
}

/** The part that is the formula: files of PubMed Central wrap each in a document of its own. */
export const texIn = (written: string): string =>
  withoutDollars(insideDocument(written).trim())
    .replace(/^\\[[(]|\\[\])]$/g, '')
    .trim()

/** Classes of elements that a program has filled with TeX for MathJax or KaTeX to draw: of Springer, of Markdown's programs, of Pandoc. */
const texClass = /(?:^|\s)(?:arithmatex|math|mathjax-tex|tex2jax_process)(?=$|\s)/i

/** TeX as MathJax finds it in text, from the first mark to the last. */
const delimited = /^\s*(?:\\\([\s\S]+\\\)|\\\[[\s\S]+\\\]|\$\$[\s\S]+\$\$|\$[^$]+\$)\s*$/

/** True for an element that holds a formula in TeX and nothing else: a script of MathJax, or an element that is named so. */
export const holdsTex = (element: ParsedElement): boolean => {
  if (element.localName === 'script') return /^math\/tex\b/i.test(element.getAttribute('type') ?? '')
  return (
    (element.localName === 'span' || element.localName === 'div') &&
    texClass.test(element.getAttribute('class') ?? '') &&
    delimited.test(rawText(element))
  )
}

/** True for TeX that is to be drawn on a line of its own. */
export const isDisplayed = (element: ParsedElement): boolean =>
  /mode\s*=\s*display/i.test(element.getAttribute('type') ?? '') || /^\s*(?:\\\[|\$\$)/.test(rawText(element))

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

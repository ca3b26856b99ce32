import { lineOfText } from '../source-text.ts'
import { childOf, elementsBelow, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

/** What stands in a title or a name and is no part of it: notes, the marks that lead to them, what machines read. */
const ASIDE: ReadonlySet<string> = new Set([
  'fn',
  'xref',
  'label',
  'index-term',
  'institution-id',
  'alt-text',
  'annotation',
  'annotation-xml',
  'media',
])

/** A formula in TeX stands in a document of its own. */
const texWords = (element: XmlElement): string => {
  const tex = textOf(element)
  return (/\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(tex)?.[1] ?? tex).replace(/^\s*\$+|\$+\s*$/g, '')
}

const wordsOf = (element: XmlElement, without: ReadonlySet<string>): string =>
  element.children
    .map(child => {
      if (typeof child === 'string') return child
      if (ASIDE.has(child.name) || without.has(child.name)) return ''
      if (child.name === 'break') return ' '
      if (child.name === 'tex-math') return texWords(child)
      if (child.name !== 'alternatives') return wordsOf(child, without)
      const form = elementsBelow(child, 'math')[0] ?? childOf(child, 'textual-form')
      return form === undefined ? wordsOf(child, without) : wordsOf(form, without)
    })
    .join('')

const NOTHING: ReadonlySet<string> = new Set()

/** What an element says in one line, without notes and forms for machines. */
export const lineOf = (element: XmlElement | undefined, without = NOTHING): string =>
  element === undefined ? '' : lineOfText(wordsOf(element, without))

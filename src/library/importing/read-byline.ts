import { lineOfText } from './source-text.ts'
import { isElement, isText, walk } from './parse-html.ts'
import type { ParsedElement, ParsedNode } from './parse-html.ts'

/** Classes of elements that name an author: of microformats, of programs for blogs, of LaTeXML. */
const authorClasses: ReadonlySet<string> = new Set([
  'author',
  'author-name',
  'byline',
  'entry-author',
  'ltx_personname',
  'p-author',
  'post-author',
])

/** How an element says that it names an author; null when it does not. */
export const authorMark = (element: ParsedElement): string | null => {
  const words = (name: string): string[] => (element.getAttribute(name) ?? '').toLowerCase().split(/\s+/)
  if (words('itemprop').includes('author')) return 'itemprop'
  if (words('rel').includes('author')) return 'rel'
  return words('class').find(word => authorClasses.has(word)) ?? null
}

const before =
  /^\W*(?:(?:posted|written|words|text|story|photos?|pictures)\s+)?(?:by|von|par|por|di|da|door|av|af|от|автор)\s*:?\s+/iu

/** A name: some words without a digit, an address or the end of a sentence. */
const isName = (text: string): boolean =>
  text.length >= 2 && text.length <= 60 && !/[\d@/!?:]/.test(text) && text.split(' ').length <= 6

const namePart = (element: ParsedElement): ParsedElement => {
  let found: ParsedElement | null = null
  walk(element, node => {
    if (found === null && node !== element && isElement(node)) {
      const isIt =
        node.getAttribute('itemprop') === 'name' || /(?:^|\s)fn(?:$|\s)/.test(node.getAttribute('class') ?? '')
      if (isIt || authorMark(node) !== null) found = node
    }
    return found === null
  })
  return found ?? element
}

/** Characters of the longest line that may name an author, with what stands around the name. */
const LONGEST_LINE = 200

/** Characters, most of them white space, and nodes that may be looked through for such a line. */
const LONGEST_SOURCE = 4_000
const MOST_NODES = 1_000

/** What stands after `node` within `root`, in document order; null after the last. */
const nodeAfter = (node: ParsedNode, root: ParsedNode): ParsedNode | null => {
  if (node.firstChild !== null) return node.firstChild
  let last: ParsedNode | null = node
  while (last !== null && last !== root && last.nextSibling === null) last = last.parentNode
  return last === null || last === root ? null : last.nextSibling
}

/** The text of an element with white space collapsed; null when it is more than names an author. Elements may stand in one another, so that each reads little. */
const lineIn = (root: ParsedElement): string | null => {
  let source = ''
  let node: ParsedNode | null = root
  for (let seen = 0; node !== null; seen += 1) {
    if (isText(node)) source += node.nodeValue ?? ''
    if (source.length > LONGEST_SOURCE || seen > MOST_NODES) return null
    node = nodeAfter(node, root)
  }
  return lineOfText(source)
}

/** The name that an element marked as an author's holds; null when what it holds is no name. */
export const nameInByline = (element: ParsedElement): string | null => {
  const part = namePart(element)
  const line = part.getAttribute('content') ?? lineIn(part)
  if (line === null || line.length > LONGEST_LINE) return null
  const text = line
    .replace(before, '')
    .replace(/[\s,.;·|]+$/, '')
    .trim()
  return isName(text) ? text : null
}

import { collapsedText, isElement, walk } from './parse-html.ts'
import type { ParsedElement } from './parse-html.ts'

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

/** The name that an element marked as an author's holds; null when what it holds is no name. */
export const nameInByline = (element: ParsedElement): string | null => {
  const part = namePart(element)
  const text = (part.getAttribute('content') ?? collapsedText(part))
    .replace(before, '')
    .replace(/[\s,.;·|]+$/, '')
    .trim()
  return isName(text) ? text : null
}

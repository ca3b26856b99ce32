import { droppedElements } from '../canonical-elements.ts'
import { isElement, isText, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'

/** The share of the page's text that one of several `article` elements must hold to be taken for the whole. */
export const MAIN_SHARE = 0.5

/** Counts the characters of text in each element that could be the main content, and in the page as a whole. */
const measure = (page: ParsedNode): { lengths: Map<ParsedElement, number>; total: number } => {
  const lengths = new Map<ParsedElement, number>()
  const open: ParsedElement[] = []
  let total = 0
  walk(
    page,
    node => {
      if (isText(node)) {
        const length = (node.nodeValue ?? '').trim().length
        total += length
        for (const candidate of open) lengths.set(candidate, (lengths.get(candidate) ?? 0) + length)
        return false
      }
      if (!isElement(node)) return true
      if (droppedElements.has(node.localName)) return false
      // Candidates within candidates are not told apart further down, so that nesting without limit stays cheap.
      const isCandidate = ['article', 'main', 'body'].includes(node.localName) || node.getAttribute('role') === 'main'
      if (isCandidate && open.length < 8) {
        open.push(node)
        lengths.set(node, 0)
      }
      return true
    },
    node => {
      if (open.at(-1) === node) open.pop()
    },
  )
  return { lengths, total }
}

const longest = (
  lengths: ReadonlyMap<ParsedElement, number>,
  fits: (element: ParsedElement) => boolean,
): ParsedElement | null => {
  let best: ParsedElement | null = null
  for (const [element, length] of lengths) {
    if (fits(element) && length > (best === null ? 0 : (lengths.get(best) ?? 0))) best = element
  }
  return best
}

/**
 * The element that holds what the page is about: an `article` with most of the text, otherwise `main`, otherwise `body`,
 * otherwise the whole page.
 */
export const declaredContent = (page: ParsedNode): ParsedNode => {
  const { lengths, total } = measure(page)
  const article = longest(lengths, element => element.localName === 'article')
  if (article !== null && (lengths.get(article) ?? 0) >= total * MAIN_SHARE) return article
  return (
    longest(lengths, element => element.localName === 'main' || element.getAttribute('role') === 'main') ??
    longest(lengths, element => element.localName === 'body') ??
    page
  )
}

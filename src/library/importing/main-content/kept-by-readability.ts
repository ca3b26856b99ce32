import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { childrenOf, isElement, parseHtml, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'

/**
 * Readability takes the text of each element for itself, so that its time grows with how many elements are around each, all of them
 * added up: some 6 to 16 microseconds of the processor for one (decision 35). Beyond this sum it may take more than ten seconds. Pages of 100,000 elements are mostly below it.
 */
const MOST_WITHIN = 750_000
/** Elements within elements beyond which marks, where it puts one in the place of another, add up. */
const DEEPEST_NESTING = 200

/** The number of an element stands in the name of an attribute, so that one that takes another's place has both numbers. */
const MARK = 'data-n'
const mark = new RegExp(`^${MARK}(\\d+)$`)

interface MarkedElement extends ParsedElement {
  setAttribute(name: string, value: string): void
}

const elementsOf = (root: ParsedNode): ParsedElement[] => {
  const elements: ParsedElement[] = []
  walk(root, node => {
    if (isElement(node)) elements.push(node)
    return true
  })
  return elements
}

/** How deep the deepest element stands, and the elements around each element, added up. */
const nestingOf = (root: ParsedNode): { deepest: number; within: number } => {
  let depth = 0
  let deepest = 0
  let within = 0
  walk(
    root,
    node => {
      depth += 1
      deepest = Math.max(deepest, depth)
      if (isElement(node)) within += depth
      return true
    },
    () => {
      depth -= 1
    },
  )
  return { deepest, within }
}

export const bodyOf = (page: ParsedNode): ParsedElement | undefined =>
  elementsOf(page).find(({ localName }) => localName === 'body')

/** What stands in the body of a page, in a document that is as Readability and HTML want it, whatever the page leaves out or puts around. */
const inNewDocument = (page: ParsedNode) => {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  // Nodes of linkedom all the same, for which it has types of its own. One by one: a call takes some hundred thousand at most.
  for (const child of childrenOf(bodyOf(page) ?? page)) document.body.append(...([child] as never[]))
  return document
}

/** What Readability returns; null where it finds nothing, or an element has more in it than one call takes: linkedom gives it all to one where a page is put together anew. */
const contentOf = (copy: ParsedNode): ParsedNode | null => {
  try {
    const article = new Readability<ParsedNode>(inNewDocument(copy), {
      disableJSONLD: true,
      // Nobody looks at the classes of what it returns.
      keepClasses: true,
      serializer: node => node,
    }).parse()
    return article?.content ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/**
 * The elements of a page that Mozilla's Readability takes for its article. Readability takes a page apart, and so gets a second copy of it in which each
 * element has a number; what comes out says which they were.
 * @param html the markup that `page` was parsed from
 * @returns null when it finds nothing, or the page is too long, too deep or too broad for it
 */
export const keptByReadability = (html: string, page: ParsedNode): ReadonlySet<ParsedElement> | null => {
  const elements = elementsOf(page)
  const { deepest, within } = nestingOf(page)
  if (within > MOST_WITHIN || deepest > DEEPEST_NESTING) return null
  const copy = parseHtml(html)
  for (const [index, element] of elementsOf(copy).entries())
    (element as MarkedElement).setAttribute(`${MARK}${index}`, '')
  const content = contentOf(copy)
  if (content === null) return null
  const kept = new Set<ParsedElement>()
  for (const element of elementsOf(content)) {
    for (const { name } of (element as MarkedElement).attributes) {
      const number = mark.exec(name)?.[1]
      const original = number === undefined ? undefined : elements[Number(number)]
      if (original !== undefined) kept.add(original)
    }
  }
  return kept
}

import { collapsedText, isElement, isText, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'
import { slugOf } from './slug-of.ts'

/** Elements that may hold a list of contents, a title of a few words above it included. */
const holders: ReadonlySet<string> = new Set(['aside', 'div', 'ol', 'p', 'section', 'ul'])

/** Characters that may stand around the links of a list of contents: its title, numbers and marks. */
const MOST_AROUND_LINKS = 60

/** Nodes that are looked through for one: a longer element is none, and elements may stand in one another. */
const MOST_NODES = 2_000

/** Links that make a list. */
const LEAST_LINKS = 2

/** What a link in the page can call an element. */
const placesOf = (element: ParsedElement): readonly string[] =>
  [element.getAttribute('id'), element.localName === 'a' ? element.getAttribute('name') : null].filter(
    (name): name is string => name !== null && name !== '',
  )

/** What the page has at each place that can be led to: the heading that has it, is in it or comes next. */
const headingsOfPlaces = (page: ParsedNode): ReadonlyMap<string, string> => {
  const headings = new Map<string, string>()
  let waiting: string[] = []
  let heading: ParsedNode | null = null
  walk(
    page,
    node => {
      if (!isElement(node)) return true
      waiting.push(...placesOf(node))
      if (heading === null && /^h[1-6]$/.test(node.localName)) heading = node
      return true
    },
    node => {
      if (node !== heading) return
      const slug = slugOf(collapsedText(node))
      for (const name of waiting) if (!headings.has(name)) headings.set(name, slug)
      waiting = []
      heading = null
    },
  )
  return headings
}

interface LinksWithin {
  readonly links: readonly ParsedElement[]
  /** Characters outside of links. */
  readonly around: number
}

/** The links in an element; null where one leads out of the page, or more than a few words stand around them. */
const linksWithin = (element: ParsedElement): LinksWithin | null => {
  const links: ParsedElement[] = []
  let around = 0
  let fits = true
  let seen = 0
  walk(element, node => {
    seen += 1
    fits &&= seen <= MOST_NODES
    if (!fits) return false
    if (isElement(node) && node.localName === 'a') {
      if (node.getAttribute('href')?.startsWith('#') === true) links.push(node)
      else fits = false
      return false
    }
    if (isElement(node) && ['img', 'pre', 'table', 'input'].includes(node.localName)) fits = false
    if (isText(node)) around += (node.nodeValue ?? '').trim().length
    fits &&= around <= MOST_AROUND_LINKS
    return fits
  })
  return fits && links.length >= LEAST_LINKS ? { links, around } : null
}

const placeOf = (link: ParsedElement): string => {
  const name = (link.getAttribute('href') ?? '').slice(1)
  try {
    return decodeURIComponent(name)
  } catch {
    // A name with a percent sign of its own.
    return name
  }
}

/** Each link says what the heading at its place says, with or without a number. */
const saysHeadings = ({ links }: LinksWithin, headings: ReadonlyMap<string, string>): boolean =>
  links.every(link => {
    const heading = headings.get(placeOf(link)) ?? ''
    const said = slugOf(collapsedText(link))
    return heading !== '' && (said === heading || said.endsWith(`-${heading}`) || heading.endsWith(`-${said}`))
  })

/**
 * The lists of a page’s contents in `root`: elements with nothing but links to headings of the page, in their words. A reader has
 * them in the headings themselves.
 */
export const contentsListsIn = (root: ParsedNode, page: ParsedNode): ReadonlySet<ParsedNode> => {
  const lists = new Set<ParsedNode>()
  let headings: ReadonlyMap<string, string> | null = null
  walk(root, node => {
    if (!isElement(node) || node === root || node.localName === 'pre') return node.localName !== 'pre'
    if (!holders.has(node.localName)) return true
    const within = linksWithin(node)
    if (within === null) return true
    headings ??= headingsOfPlaces(page)
    if (!saysHeadings(within, headings)) return true
    lists.add(node)
    return false
  })
  return lists
}

import { blockElements } from '../canonical-elements.ts'
import { collapsedText, isElement, isText, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'
import { slugOf } from './slug-of.ts'

/** Elements that may hold a list of contents, a title of a few words above it included. */
const holders: ReadonlySet<string> = new Set(['aside', 'div', 'ol', 'section', 'ul'])

/** Characters that may stand around the links of a list of contents: its title, numbers and marks. */
const MOST_AROUND_LINKS = 60

/** Words of a title that stands in an element of its own, as "Table of contents" is. In line with the links it has one. */
const MOST_WORDS_OF_TITLE = 4

/** What stands at an item: numbers and marks. A letter needs a mark behind it, for there are words of one letter. */
const ofNumbers = /^[^\p{L}]*(?:(?:\p{L}|[ivxlcdm]+)[.:)\]][^\p{L}]*)?$/iu

/** Two signs are about a word where none stands between words. */
const words = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,2}|[^\P{L}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu

/** Nodes that are looked through for one: a longer element is none, and elements may stand in one another. */
const MOST_NODES = 2_000

/** Links that make a list, and those that do in items of one that has a title or is called so. */
const LEAST_LINKS = 3
const LEAST_LINKS_OF_TITLED = 2

const contentsName = /(?:^|[\s_-])(?:contents|toc)(?=$|[\s_-])/i

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

/** The nearest element around a node that is no part of a line. */
const blockAround = (node: ParsedNode): ParsedNode | null => {
  let { parentNode: around } = node
  while (around !== null && isElement(around) && !blockElements.has(around.localName)) around = around.parentNode
  return around
}

/** Above the links stands one word, or a title of a few in an element of its own. */
const isTitle = (title: readonly ParsedNode[], [first]: readonly ParsedElement[]): boolean => {
  const count = title.reduce((sum, node) => sum + ((node.nodeValue ?? '').match(words)?.length ?? 0), 0)
  if (count <= 1) return true
  const line = first === undefined ? null : blockAround(first)
  return count <= MOST_WORDS_OF_TITLE && title.every(node => blockAround(node) !== line)
}

const isInItem = ({ parentNode: parent }: ParsedElement): boolean =>
  parent !== null && isElement(parent) && parent.localName === 'li'

const isEnough = (element: ParsedElement, links: readonly ParsedElement[], title: readonly ParsedNode[]): boolean => {
  if (links.length >= LEAST_LINKS) return true
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  return (
    links.length >= LEAST_LINKS_OF_TITLED && links.every(isInItem) && (title.length > 0 || contentsName.test(names))
  )
}

/** The links in an element; null where one leads out of the page, or words other than a title above them stand around them. */
const linksWithin = (element: ParsedElement): readonly ParsedElement[] | null => {
  const links: ParsedElement[] = []
  const title: ParsedNode[] = []
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
    if (isText(node)) {
      const text = (node.nodeValue ?? '').trim()
      around += text.length
      if (links.length === 0 && /\p{L}/u.test(text)) title.push(node)
      else fits &&= text.length <= MOST_AROUND_LINKS && ofNumbers.test(text)
    }
    fits &&= around <= MOST_AROUND_LINKS
    return fits
  })
  return fits && isEnough(element, links, title) && isTitle(title, links) ? links : null
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
const saysHeadings = (links: readonly ParsedElement[], headings: ReadonlyMap<string, string>): boolean =>
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

import type { ParsedElement, ParsedNode } from '../parse-html.ts'

/** An element of a content document while it is prepared; names in lower case, attributes by their names without prefixes. */
export interface PageElement {
  name: string
  readonly attributes: Map<string, string>
  readonly children: (PageElement | string)[]
  parent: PageElement | null
}

export const makeElement = (name: string, attributes: Readonly<Record<string, string>> = {}): PageElement => ({
  name,
  attributes: new Map(Object.entries(attributes)),
  children: [],
  parent: null,
})

export const append = (parent: PageElement, child: PageElement | string): void => {
  parent.children.push(child)
  if (typeof child !== 'string') child.parent = parent
}

/** Takes an element out of where it stands. */
export const detach = (element: PageElement): void => {
  const { parent } = element
  if (parent === null) return
  parent.children.splice(parent.children.indexOf(element), 1)
  element.parent = null
}

/** Puts an element before another, or in front of all that is in the page when that is its root. */
export const putBefore = (element: PageElement, place: PageElement): void => {
  const parent = place.parent ?? place
  const at = place.parent === null ? 0 : parent.children.indexOf(place)
  parent.children.splice(at, 0, element)
  element.parent = parent
}

/** All elements of a page in the order in which they begin, the root first. */
export const elementsOf = (root: PageElement): readonly PageElement[] => {
  const found: PageElement[] = []
  const visit = (element: PageElement): void => {
    found.push(element)
    for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(root)
  return found
}

export const rawTextOf = (element: PageElement): string =>
  element.children.map(child => (typeof child === 'string' ? child : rawTextOf(child))).join('')

/** Readings beside characters, which a table of contents leaves out. */
const READINGS = new Set(['rt', 'rp'])

/** The words of a heading as a table of contents has them. */
export const titleTextOf = (element: PageElement): string =>
  element.children
    .map(child => (typeof child === 'string' ? child : READINGS.has(child.name) ? '' : titleTextOf(child)))
    .join('')

/** What an element is in a book: its `epub:type`, and the role of the accessibility vocabulary (DPUB-ARIA) without `doc-`. */
export const typesOf = ({ attributes }: PageElement): readonly string[] =>
  `${attributes.get('type') ?? ''} ${(attributes.get('role') ?? '').replaceAll('doc-', '')}`
    .toLowerCase()
    .split(/\s+/)
    .filter(type => type !== '')

/** A node as the builder of content walks it. */
class WalkedNode implements ParsedNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly parentNode: ParsedNode | null
  firstChild: ParsedNode | null = null
  nextSibling: ParsedNode | null = null

  constructor(nodeType: number, nodeValue: string | null, parentNode: ParsedNode | null) {
    this.nodeType = nodeType
    this.nodeValue = nodeValue
    this.parentNode = parentNode
  }
}

class WalkedElement extends WalkedNode implements ParsedElement {
  readonly localName: string
  readonly #attributes: ReadonlyMap<string, string>

  constructor({ name, attributes }: PageElement, parentNode: ParsedNode | null) {
    super(1, null, parentNode)
    this.localName = name
    this.#attributes = attributes
  }

  get attributes(): { name: string; value: string }[] {
    return Array.from(this.#attributes, ([name, value]) => ({ name, value }))
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null
  }
}

const TEXT = 3

/** The page as the builder of content takes it. */
export const asParsed = (element: PageElement, parent: ParsedNode | null = null): WalkedElement => {
  const walked = new WalkedElement(element, parent)
  let before: WalkedNode | null = null
  for (const child of element.children) {
    const node: WalkedNode = typeof child === 'string' ? new WalkedNode(TEXT, child, walked) : asParsed(child, walked)
    if (before === null) walked.firstChild = node
    else before.nextSibling = node
    before = node
  }
  return walked
}

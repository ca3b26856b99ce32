import { isElement, walk } from './parse-html.ts'
import type { ParsedElement, ParsedNode } from './parse-html.ts'

/** Classes of what programs fold up until a reader opens it. */
const foldedClass =
  /(?:^|[\s_-])(?:accordion|collaps(?:e|ed|ible)|expand(?:able|er|o)?|spoiler|tab-?(?:content|pane|panel))(?=$|[\s_-])/i

/** Nodes of the element before that are looked through for what opens this one. */
const MOST_NODES = 40

const opens = (node: ParsedElement): boolean => node.getAttribute('aria-expanded') !== null

const holdsOpener = (root: ParsedElement): boolean => {
  let seen = 0
  let found = false
  walk(root, (node: ParsedNode) => {
    seen += 1
    found ||= isElement(node) && opens(node)
    return !found && seen <= MOST_NODES
  })
  return found
}

const elementBefore = ({ previousSibling }: ParsedElement): ParsedElement | null => {
  for (let node = previousSibling ?? null; node !== null; node = node.previousSibling ?? null) {
    if (isElement(node)) return node
  }
  return null
}

/**
 * True for what a page hides only until a reader opens it, as the panels of tabs and accordions: it says so by its role (ARIA Authoring
 * Practices, tabs) or class, or what opens it stands right before it.
 */
export const isFolded = (element: ParsedElement): boolean => {
  if (element.getAttribute('role') === 'tabpanel') return true
  if (foldedClass.test(element.getAttribute('class') ?? '')) return true
  const before = elementBefore(element)
  return before !== null && holdsOpener(before)
}

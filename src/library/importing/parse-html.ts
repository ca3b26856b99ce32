import { parseHTML } from 'linkedom'
import { lineOfText } from './source-text.ts'

/** What the importer needs of a parsed page; all of it is walked without recursion, for pages nest without limit. */
export interface ParsedNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly localName?: string
  readonly firstChild: ParsedNode | null
  readonly nextSibling: ParsedNode | null
  /** Where the page was parsed as HTML. */
  readonly previousSibling?: ParsedNode | null
  readonly parentNode: ParsedNode | null
  getAttribute?(name: string): string | null
}

export interface ParsedElement extends ParsedNode {
  readonly localName: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  getAttribute(name: string): string | null
}

export const isElement = (node: ParsedNode): node is ParsedElement => node.nodeType === 1
export const isText = (node: ParsedNode): boolean => node.nodeType === 3

export const childrenOf = (node: ParsedNode): ParsedNode[] => {
  const children: ParsedNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child)
  return children
}

/** linkedom gives a document type no next sibling, and a walk would end there. It ends with the first >, whatever it holds. */
const withoutDoctypes = (html: string): string => {
  const [first = '', ...rest] = html.split(/<!doctype/gi)
  // Those that never end are left.
  const last = rest.findLastIndex(after => after.includes('>'))
  const kept = rest.map((after, at) => {
    if (at > last) return `<!doctype${after}`
    return after.includes('>') ? after.slice(after.indexOf('>') + 1) : ''
  })
  return [first, ...kept].join('')
}

/** The parser takes all names of a class at once, and fails at some hundred thousand of them. */
const endlessClass = /(\sclass\s*=\s*)(?:"[^"]{65536,}"|'[^']{65536,}')/gi

/** What an attribute with a capital in its name looks like. */
const capitalAttribute = /\s[a-z-]*[A-Z][\w-]*\s*=/

interface ChangeableElement extends ParsedElement {
  setAttribute(name: string, value: string): void
}

/** In HTML, names of attributes are the same in capitals; linkedom leaves them as they are written, and finds none by the other. */
const lowerAttributeNames = (page: ParsedNode): void => {
  walk(page, node => {
    if (!isElement(node)) return true
    if (node.localName === 'svg' || node.localName === 'math') return false
    const element = node as ChangeableElement
    for (const { name, value } of Array.from(element.attributes)) {
      const lower = name.toLowerCase()
      if (lower !== name && element.getAttribute(lower) === null) element.setAttribute(lower, value)
    }
    return true
  })
}

interface MovableNode extends ParsedNode {
  before(node: ParsedNode): void
  remove(): void
}

const isBlank = (text: string): boolean => /^[\s\u200b]*$/u.test(text)

/** The one button that is all of a heading's words, as what opens a panel is (ARIA Authoring Practices, accordion); null where there is another word. */
const buttonOfHeading = (heading: ParsedElement): ParsedElement | null => {
  const buttons: ParsedElement[] = []
  let isAll = true
  walk(heading, node => {
    if (isElement(node) && node.localName === 'button') buttons.push(node)
    else if (isText(node) && !isBlank(node.nodeValue ?? '')) isAll = false
    return !isElement(node) || node.localName !== 'button'
  })
  return isAll && buttons.length === 1 ? (buttons[0] ?? null) : null
}

/** A heading that can be pressed is a heading all the same, and says whether what it opens is open. */
const unwrapButtonsOfHeadings = (page: ParsedNode): void => {
  const found: (readonly [heading: ParsedElement, button: ParsedElement])[] = []
  walk(page, node => {
    if (!isElement(node) || !/^h[1-6]$/.test(node.localName)) return true
    const button = buttonOfHeading(node)
    if (button !== null) found.push([node, button])
    return false
  })
  for (const [heading, button] of found) {
    const opened = button.getAttribute('aria-expanded')
    if (opened !== null) (heading as ChangeableElement).setAttribute('aria-expanded', opened)
    // One by one: a call takes some hundred thousand at most.
    for (const child of childrenOf(button)) (button as ParsedNode as MovableNode).before(child)
    ;(button as ParsedNode as MovableNode).remove()
  }
}

/** Parses a page or a fragment. Nothing in it is run or fetched. */
export const parseHtml = (html: string): ParsedNode => {
  const { document } = parseHTML(withoutDoctypes(html).replace(endlessClass, '$1""'))
  if (capitalAttribute.test(html)) lowerAttributeNames(document)
  if (/<button/i.test(html)) unwrapButtonsOfHeadings(document)
  return document
}

/** Parses what stands in the body of a page. */
export const parseBody = (html: string): ParsedNode => parseHtml(`<!doctype html><html><body>${html}</body></html>`)

/**
 * Walks `root` and all below it in document order. `enter` returns false to leave out what is inside a node;
 * `leave` is called for each node that was entered, whether its inside was left out or not.
 */
export const walk = (
  root: ParsedNode,
  enter: (node: ParsedNode) => boolean,
  leave?: (node: ParsedNode) => void,
): void => {
  let node: ParsedNode | null = root
  while (node !== null) {
    const child: ParsedNode | null = enter(node) ? node.firstChild : null
    if (child !== null) {
      node = child
      continue
    }
    leave?.(node)
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null) leave?.(node)
    }
    node = node === null || node === root ? null : node.nextSibling
  }
}

/** The characters inside a node, as they stand in the source. */
export const rawText = (root: ParsedNode): string => {
  const parts: string[] = []
  walk(root, node => {
    if (isText(node)) parts.push(node.nodeValue ?? '')
    return true
  })
  return parts.join('')
}

/** The characters inside a node with white space collapsed and trimmed. */
export const collapsedText = (root: ParsedNode): string => lineOfText(rawText(root))

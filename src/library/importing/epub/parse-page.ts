import { FLATTENED } from '../content-tree.ts'
import { decodeText } from '../decode-text.ts'
import { expandAllEmptyElements } from '../expand-empty-elements.ts'
import { jatsEntities } from '../jats/jats-entities.ts'
import { limitNesting } from '../limit-nesting.ts'
import { isElement, isText, parseHtml } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'
import { parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { append, makeElement } from './page-element.ts'
import type { PageElement } from './page-element.ts'

export interface ParsedPage {
  readonly root: PageElement
  readonly warnings: readonly string[]
}

/** Elements whose characters are none of the page's text. */
const SILENT = new Set(['style', 'head', 'template'])

/** The rules of a drawing are a part of it. */
const isSilent = (name: string, inDrawing: boolean): boolean => SILENT.has(name) && !(inDrawing && name === 'style')

const fromXml = ({ name, attributes, children }: XmlElement, inDrawing = false): PageElement => {
  const element: PageElement = { name: name.toLowerCase(), attributes: new Map(attributes), children: [], parent: null }
  if (isSilent(element.name, inDrawing)) return element
  const within = inDrawing || element.name === 'svg'
  for (const child of children) append(element, typeof child === 'string' ? child : fromXml(child, within))
  return element
}

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase()

const attributesOf = (node: ParsedElement): Map<string, string> => {
  const attributes = new Map<string, string>()
  for (const { name, value } of node.attributes)
    if (!attributes.has(localName(name))) attributes.set(localName(name), value)
  return attributes
}

/** Nested as deep as `limitNesting` leaves it, which a call for each level can bear. */
const fromHtml = (node: ParsedNode, name: string, inDrawing = false): PageElement => {
  const element: PageElement = {
    name,
    attributes: isElement(node) ? attributesOf(node) : new Map(),
    children: [],
    parent: null,
  }
  if (isSilent(name, inDrawing)) return element
  const within = inDrawing || name === 'svg'
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child)) append(element, child.nodeValue ?? '')
    else if (isElement(child)) append(element, fromHtml(child, localName(child.localName), within))
  }
  return element
}

const firstNamed = (element: PageElement, name: string): PageElement | null => {
  if (element.name === name) return element
  for (const child of element.children) {
    const found = typeof child === 'string' ? null : firstNamed(child, name)
    if (found !== null) return found
  }
  return null
}

/** The part of a page that is shown, with the language and direction that are said of the whole. */
const bodyOf = (root: PageElement): PageElement => {
  const body = firstNamed(root, 'body')
  const page = makeElement('div')
  for (const from of body === null ? [root] : [root, body])
    for (const name of ['lang', 'dir', 'id', 'type', 'role']) {
      const value = from.attributes.get(name)
      if (value !== undefined) page.attributes.set(name, value)
    }
  if (body === null) append(page, root)
  else for (const child of body.children) append(page, child)
  return page
}

/**
 * Reads a content document: as XML, which it should be, or else, when it is not well-formed, as browsers read pages, so that nothing of it
 * is lost. `path` is for warnings.
 */
export const parsePage = (bytes: Uint8Array, path: string): ParsedPage => {
  const { text, warnings } = decodeText(bytes)
  const xml = parseXml(text, jatsEntities)
  if (xml.problem === null && xml.root !== null)
    return { root: bodyOf(fromXml(xml.root)), warnings: [...warnings, ...(xml.flattened ? [FLATTENED] : [])] }
  const limited = limitNesting(expandAllEmptyElements(text))
  return {
    root: bodyOf(fromHtml(parseHtml(limited.html), 'page')),
    warnings: [
      ...warnings,
      ...(limited.flattened ? [FLATTENED] : []),
      // A name of a character that XML does not know is no fault that a reader could see.
      ...(xml.problem === null || /entit/i.test(xml.problem)
        ? []
        : [`${path} is not well-formed (${xml.problem}); it was read as browsers read pages.`]),
    ],
  }
}

import { isElement, isText } from '../parse-html.ts'
import type { ParsedElement } from '../parse-html.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { saidSize } from './drawing-size.ts'
import type { Drawing } from './rebuild-drawing.ts'

/** A drawing within a page, in the form in which files are read. A page nests no deeper than a call for each level can bear. */
export const asDrawing = (element: ParsedElement): XmlElement => {
  const attributes = new Map<string, string>()
  for (const { name, value } of element.attributes) {
    const local = name.slice(name.lastIndexOf(':') + 1)
    if (!attributes.has(local)) attributes.set(local, value)
  }
  const children: (XmlElement | string)[] = []
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) children.push(asDrawing(child))
    else if (isText(child) || child.nodeType === CDATA) children.push(child.nodeValue ?? '')
  }
  return { name: element.localName, attributes, children }
}

const CDATA = 4

const lowerName = ({ name }: XmlElement): string => name.toLowerCase()

/** Elements that may stand around a picture without adding anything to it. */
const wrapping: ReadonlySet<string> = new Set(['svg', 'g', 'a', 'title', 'desc', 'metadata', 'defs', 'style'])

export interface WrappedPicture {
  /** How the page names it. */
  readonly reference: string
  readonly name: string
}

/** The picture of points that a drawing only wraps, as books do to fit a cover to the page; null for one that draws something itself. */
export const wrappedPicture = (root: XmlElement): WrappedPicture | null => {
  const found: XmlElement[] = []
  let name = root.attributes.get('aria-label') ?? root.attributes.get('label') ?? ''
  const onlyWraps = (element: XmlElement): boolean =>
    element.children.every(child => {
      if (typeof child === 'string') return true
      const lower = lowerName(child)
      if (lower === 'title' || lower === 'desc')
        name ||= child.children.filter(part => typeof part === 'string').join('')
      if (lower === 'image') found.push(child)
      return lower === 'image' || (wrapping.has(lower) && onlyWraps(child))
    })
  if (!onlyWraps(root)) return null
  const reference = found[0]?.attributes.get('href')
  return found.length !== 1 || reference === undefined ? null : { reference, name }
}

/** Pixels of a side of the largest sign, and parts of the most detailed one: arrows, magnifying glasses, marks of sites. */
const SIGN = 48
const SIGN_PARTS = 6
/** Pixels from which on a drawing is no sign, however few parts it has. */
const FIGURE = 120

/** True for a drawing that says it is as small as a sign. */
export const isSmall = (root: XmlElement): boolean => {
  const { width, height } = saidSize(root)
  return width !== null && height !== null && width <= SIGN && height <= SIGN
}

/** What a drawing of a page stands in. */
export type DrawingPlace = 'figure' | 'control' | 'words'

/** How libraries of signs name theirs. */
const signClass = /(?:^|[\s_-])icons?(?=$|[\s_-])|\bfa-/i

/**
 * True for a sign that a page draws amid its words, or for its own buttons, as against a figure: it is small, or says that it is
 * decoration, or has few parts, no words and no size, and does not say that it is a picture.
 */
export const isSign = (root: XmlElement, { parts, hasWords }: Drawing, place: DrawingPlace): boolean => {
  if (isSmall(root) || place === 'control') return true
  if (place === 'figure' || hasWords) return false
  if (signClass.test(root.attributes.get('class') ?? '')) return true
  const role = root.attributes.get('role') ?? ''
  if (root.attributes.get('aria-hidden') === 'true' || role === 'presentation' || role === 'none') return true
  if (role === 'img') return false
  const { width, height } = saidSize(root)
  return parts <= SIGN_PARTS && (width ?? height ?? 0) < FIGURE
}

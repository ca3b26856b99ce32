import { childOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

/** An element without its label, which stands at the start of its first line instead: of a note, an item, what somebody says. */
export const withLabelInside = (element: XmlElement, holdsBlocks: (paragraph: XmlElement) => boolean): XmlElement => {
  const label = childOf(element, 'label')
  if (label === undefined) return element
  const others = element.children.filter(child => child !== label)
  const first = others.find(child => typeof child !== 'string' || child.trim() !== '')
  const words: XmlElement = { ...label, name: 'x' }
  const goesInto = typeof first === 'object' && first.name === 'p' && !holdsBlocks(first)
  if (!goesInto) return { ...element, children: [words, ' ', ...others] }
  const line: XmlElement = { ...first, children: [words, ' ', ...first.children] }
  return { ...element, children: others.map(child => (child === first ? line : child)) }
}

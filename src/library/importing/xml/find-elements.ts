import type { XmlElement } from './parse-xml.ts'

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

/** The elements right inside another. */
export const elementsIn = (element: XmlElement): readonly XmlElement[] => element.children.filter(isElement)

/** Those right inside another that have one of the names. */
export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] =>
  element === undefined ? [] : elementsIn(element).filter(({ name }) => names.includes(name))

/** The first at the end of a way of names; undefined when there is none. */
export const childOf = (element: XmlElement | undefined, ...way: readonly string[]): XmlElement | undefined => {
  let found = element
  for (const name of way) found = childrenOf(found, name)[0]
  return found
}

/** All elements of a name below another, in the order of the file. Those inside one that was found are not looked for. */
export const elementsBelow = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(element).flatMap(child => (child.name === name ? [child] : elementsBelow(child, name)))

/** The characters inside an element, but for those of elements with one of the names. */
export const textOf = (element: XmlElement | undefined, without: ReadonlySet<string> = new Set()): string =>
  (element?.children ?? [])
    .map(child => (typeof child === 'string' ? child : without.has(child.name) ? '' : textOf(child, without)))
    .join('')

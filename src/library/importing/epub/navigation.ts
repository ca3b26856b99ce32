import { decodeText } from '../decode-text.ts'
import { lineOfText } from '../source-text.ts'
import { childOf, childrenOf, textOf } from '../xml/find-elements.ts'
import { jatsEntities } from '../jats/jats-entities.ts'
import { parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { placeOf } from './book-paths.ts'
import type { BookPlace } from './book-paths.ts'
import { elementsOf, rawTextOf, typesOf } from './page-element.ts'
import type { PageElement } from './page-element.ts'

/** A line of a book's table of contents. */
export interface NavigationEntry {
  readonly label: string
  /** 1 for the outermost. */
  readonly depth: number
  /** Of a line that only names a group: that of its first line with a place. */
  readonly place: BookPlace
}

/** Lines of a table of contents that are read. */
const MOST_ENTRIES = 20_000

interface Line {
  readonly label: string
  readonly depth: number
  readonly place: BookPlace | null
}

/** Lines without a place of their own get that of the first one below them; those that have none go. */
const placed = (lines: readonly Line[]): readonly NavigationEntry[] => {
  const entries: NavigationEntry[] = []
  let next: Line | null = null
  for (const line of lines.slice(0, MOST_ENTRIES).toReversed()) {
    const place: BookPlace | null = line.place ?? (next !== null && next.depth > line.depth ? next.place : null)
    if (place === null) continue
    next = { ...line, place }
    if (line.label !== '') entries.unshift({ label: line.label, depth: line.depth, place })
  }
  return entries
}

const childrenNamed = (element: PageElement, ...names: readonly string[]): readonly PageElement[] =>
  element.children.filter((child): child is PageElement => typeof child !== 'string' && names.includes(child.name))

const linesOfList = (list: PageElement, from: string, depth: number): readonly Line[] =>
  childrenNamed(list, 'li').flatMap(item => {
    const lists = childrenNamed(item, 'ol', 'ul')
    const label = item.children.filter(child => typeof child === 'string' || !lists.includes(child))
    const link = label
      .flatMap(child => (typeof child === 'string' ? [] : elementsOf(child)))
      .find(({ name, attributes }) => name === 'a' && attributes.has('href'))
    const text = label.map(child => (typeof child === 'string' ? child : rawTextOf(child))).join('')
    return [
      {
        label: lineOfText(text),
        depth,
        place: link === undefined ? null : placeOf(link.attributes.get('href') ?? '', from),
      },
      ...lists.flatMap(inner => linesOfList(inner, from, depth + 1)),
    ]
  })

/** The navigation elements of a page of a kind, such as `toc` and `landmarks`. */
const navElements = (page: PageElement, type: string): readonly PageElement[] =>
  elementsOf(page).filter(element => element.name === 'nav' && typesOf(element).includes(type))

/** The table of contents of an EPUB 3 navigation document. */
export const readNavDocument = (page: PageElement, path: string): readonly NavigationEntry[] => {
  const nav = navElements(page, 'toc')[0] ?? elementsOf(page).find(({ name }) => name === 'nav')
  const list = nav === undefined ? undefined : elementsOf(nav).find(({ name }) => name === 'ol' || name === 'ul')
  return list === undefined ? [] : placed(linesOfList(list, path, 1))
}

/** Places of a kind that an EPUB 3 navigation document names, as EPUB 2's guide does. */
export const readLandmarks = (
  page: PageElement,
  path: string,
): readonly { readonly type: string; readonly path: string }[] =>
  navElements(page, 'landmarks')
    .flatMap(elementsOf)
    .flatMap(element => {
      const place = element.name === 'a' ? placeOf(element.attributes.get('href') ?? '', path) : null
      return place === null ? [] : typesOf(element).map(type => ({ type, path: place.path }))
    })

const linesOfPoints = (parent: XmlElement, from: string, depth: number): readonly Line[] =>
  childrenOf(parent, 'navPoint').flatMap(point => [
    {
      label: lineOfText(textOf(childOf(point, 'navLabel', 'text'))),
      depth,
      place: placeOf(childOf(point, 'content')?.attributes.get('src') ?? '', from),
    },
    ...linesOfPoints(point, from, depth + 1),
  ])

/** The table of contents of EPUB 2: an NCX file (ANSI/NISO Z39.86). */
export const readNcx = (bytes: Uint8Array, path: string): readonly NavigationEntry[] => {
  const map = childOf(parseXml(decodeText(bytes).text, jatsEntities).root ?? undefined, 'navMap')
  return map === undefined ? [] : placed(linesOfPoints(map, path, 1))
}

import { lineOfText } from '../leaf-text.ts'
import type { BookPage } from './book-page.ts'
import { leafBlocks } from './leaf-blocks.ts'
import type { NavigationEntry } from './navigation.ts'
import { elementsOf, titleTextOf } from './page-element.ts'
import type { PageElement } from './page-element.ts'

/** Where a line of the table of contents leads. */
export interface OutlineTarget {
  readonly entry: NavigationEntry
  readonly page: number
  /** The element that it names, or the whole page. */
  readonly element: PageElement
  /** The first blocks from there on, up to where another line leads; their texts. */
  readonly blocks: readonly { readonly element: PageElement; readonly text: string }[]
  /** True when another line leads to the same place. */
  readonly shared: boolean
}

/** Blocks looked at for a heading: a number, a title, a subtitle, a motto. */
const LOOKED_AT = 6

interface MappedPage {
  readonly byId: ReadonlyMap<string, PageElement>
  readonly order: ReadonlyMap<PageElement, number>
  readonly leaves: readonly PageElement[]
}

const mapPage = ({ root }: BookPage): MappedPage => {
  const byId = new Map<string, PageElement>()
  const order = new Map<PageElement, number>()
  for (const [at, element] of elementsOf(root).entries()) {
    order.set(element, at)
    for (const name of element.name === 'a' ? ['id', 'name'] : ['id']) {
      const id = element.attributes.get(name)
      if (id !== undefined && !byId.has(id)) byId.set(id, element)
    }
  }
  return { byId, order, leaves: leafBlocks(root) }
}

const contains = (outer: PageElement, inner: PageElement): boolean => {
  for (let around: PageElement | null = inner; around !== null; around = around.parent)
    if (around === outer) return true
  return false
}

/** The number of the leaf that a place begins with: the one around it, or the next. */
const firstLeaf = ({ order, leaves }: MappedPage, element: PageElement): number => {
  const start = order.get(element) ?? 0
  const at = leaves.findIndex(leaf => (order.get(leaf) ?? 0) >= start || contains(leaf, element))
  return at < 0 ? leaves.length : at
}

/** Where each line leads, in the order of the lines. Those that lead to no page that is read are left out. */
export const outlineTargets = (
  entries: readonly NavigationEntry[],
  pages: readonly BookPage[],
): readonly OutlineTarget[] => {
  const numbers = new Map(pages.map(({ path }, page) => [path, page]))
  const maps = new Map<number, MappedPage>()
  const found = entries.flatMap(entry => {
    const page = numbers.get(entry.place.path)
    const at = page === undefined ? undefined : pages[page]
    if (page === undefined || at === undefined) return []
    const map = maps.get(page) ?? mapPage(at)
    maps.set(page, map)
    const element = map.byId.get(entry.place.fragment) ?? at.root
    return [{ entry, page, element, map, first: element === at.root ? 0 : firstLeaf(map, element) }]
  })
  const starts = new Map<number, number[]>()
  for (const { page, first } of found) starts.set(page, [...(starts.get(page) ?? []), first])
  for (const [page, all] of starts)
    starts.set(
      page,
      [...all].toSorted((a, b) => a - b),
    )
  return found.map(({ entry, page, element, map, first }) => {
    const all = starts.get(page) ?? []
    const next = all.find(start => start > first) ?? Infinity
    return {
      entry,
      page,
      element,
      blocks: map.leaves
        .slice(first, Math.min(next, first + LOOKED_AT))
        .map(block => ({ element: block, text: lineOfText(titleTextOf(block)) })),
      shared: all.indexOf(first) !== all.lastIndexOf(first),
    }
  })
}

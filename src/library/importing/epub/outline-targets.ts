import { bisect } from '#core/order/bisect.ts'
import { lineOfText } from '../source-text.ts'
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
  /** The number of each leaf. */
  readonly leafNumbers: ReadonlyMap<PageElement, number>
  /** Where the lines lead, as numbers of leaves. */
  readonly starts: number[]
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
  const leaves = leafBlocks(root)
  return { byId, order, leaves, leafNumbers: new Map(leaves.map((leaf, at) => [leaf, at])), starts: [] }
}

/** The number of the leaf that a place begins with: the one around it, or the next. */
const firstLeaf = ({ order, leaves, leafNumbers }: MappedPage, element: PageElement): number => {
  for (let around: PageElement | null = element; around !== null; around = around.parent) {
    const number = leafNumbers.get(around)
    if (number !== undefined) return number
  }
  const start = order.get(element) ?? 0
  return bisect(0, leaves.length, at => (order.get(leaves[at] ?? element) ?? 0) < start)
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
    const first = element === at.root ? 0 : firstLeaf(map, element)
    map.starts.push(first)
    return [{ entry, page, element, map, first }]
  })
  for (const { starts } of maps.values()) starts.sort((a, b) => a - b)
  return found.map(({ entry, page, element, map, first }) => {
    const { leaves, starts } = map
    const own = bisect(0, starts.length, at => (starts[at] ?? 0) < first)
    const after = bisect(own, starts.length, at => (starts[at] ?? 0) <= first)
    return {
      entry,
      page,
      element,
      blocks: leaves
        .slice(first, Math.min(starts[after] ?? Infinity, first + LOOKED_AT))
        .map(block => ({ element: block, text: lineOfText(titleTextOf(block)) })),
      shared: after - own > 1,
    }
  })
}

import type { Span } from '#core/text/span.ts'
import { blockAt } from '#core/article/locate.ts'
import type { BenchmarkPage } from '../contestant.ts'

/** The element of the block that holds `offset`, and the offset at which it starts. */
export const blockElement = (
  page: BenchmarkPage,
  offset: number,
): { readonly element: HTMLElement; readonly start: number } => {
  const block = blockAt(page.article, offset)
  const element = block === undefined ? undefined : page.blocks.get(block.id)
  if (block === undefined || element === undefined) throw new RangeError(`No block holds ${offset}.`)
  return { element, start: block.start }
}

/** A place in a block as it is now, wrapped or not: `into` the character after it, or behind the one before it. */
const placeIn = (page: BenchmarkPage, offset: number, into: boolean): { node: Text; offset: number } => {
  const { element, start } = blockElement(page, into ? offset : offset - 1)
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset - start
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node as Text
    if (into ? left < length : left <= length) return { node: node as Text, offset: left }
    left -= length
  }
  throw new RangeError(`The page has no character ${offset}.`)
}

/** A range made anew for a page whose text nodes change with each mark that is wrapped, by a walk through its blocks. */
export const currentRange = (page: BenchmarkPage, { start, end }: Span): Range => {
  const from = placeIn(page, start, true)
  const to = placeIn(page, end, false)
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** Ids of the marks at a point, for contestants that wrap the words: what a page asks the browser itself. */
export const wrappedAt = (x: number, y: number): readonly string[] => {
  const ids = new Set<string>()
  let element = document.elementFromPoint(x, y)?.closest<HTMLElement>('mark') ?? null
  while (element !== null) {
    for (const id of element.dataset['ids']?.split(' ') ?? []) ids.add(id)
    element = element.parentElement?.closest<HTMLElement>('mark') ?? null
  }
  return [...ids]
}

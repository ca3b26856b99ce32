import type { Span } from '#core/text/span.ts'
import { endPlace, offsetOf, startPlace } from './text-map.ts'
import type { TextMap } from './text-map.ts'

/** An article's DOM together with the map between its text nodes and the article's text. */
export interface ArticleDom {
  readonly root: HTMLElement
  readonly map: TextMap
  /** The text node of each segment. */
  readonly nodes: readonly Text[]
  readonly segments: ReadonlyMap<Node, number>
  /** The elements with `data-block`, in text order, and the text offset at which each starts. */
  readonly blocks: readonly HTMLElement[]
  readonly blockStarts: Uint32Array
}

export interface DomPoint {
  readonly node: Text
  readonly offset: number
}

function pointOf(
  dom: ArticleDom,
  place: { readonly segment: number; readonly offset: number } | null,
): DomPoint | null {
  const node = place === null ? undefined : dom.nodes[place.segment]
  return place === null || node === undefined ? null : { node, offset: place.offset }
}

/** Where a passage that starts, or one that ends, at `offset` has that edge in the DOM. */
export const startPoint = (dom: ArticleDom, offset: number): DomPoint | null =>
  pointOf(dom, startPlace(dom.map, offset))
const endPoint = (dom: ArticleDom, offset: number): DomPoint | null => pointOf(dom, endPlace(dom.map, offset))

/** A range over the span's characters that does not follow changes of the DOM (which are not made); null when it is empty. */
export function staticRangeOf(dom: ArticleDom, span: Span): StaticRange | null {
  const start = startPoint(dom, span.start)
  const end = endPoint(dom, span.end)
  if (start === null || end === null || span.end <= span.start) return null
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  })
}

/** A live range over the span's characters, for measuring and selecting; null when the span lies outside the text. */
export function rangeOf(dom: ArticleDom, span: Span): Range | null {
  const start = startPoint(dom, span.start)
  const end = endPoint(dom, span.end)
  if (start === null || end === null) return null
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

/**
 * Text offset of any boundary point inside the article. A point between text nodes (an element and a child number, or
 * words that are not the article's) goes to the next character as a start, and to the one before as an end.
 */
export function offsetAtPoint(dom: ArticleDom, node: Node, offset: number, edge: 'start' | 'end'): number {
  const segment = dom.segments.get(node)
  if (segment !== undefined) return offsetOf(dom.map, { segment, offset })
  const point = document.createRange()
  point.setStart(node, offset)
  let low = 0
  let high = dom.nodes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const text = dom.nodes[middle]
    if (text !== undefined && point.comparePoint(text, 0) < 0) low = middle + 1
    else high = middle
  }
  const { starts, ends } = dom.map
  return edge === 'start' ? (starts[low] ?? ends.at(-1) ?? 0) : low === 0 ? 0 : (ends[low - 1] ?? 0)
}

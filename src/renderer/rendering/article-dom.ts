import { bisect } from '#core/order/bisect.ts'
import type { Span } from '#core/text/span.ts'
import { countUpTo, endPlace, offsetOf, startPlace } from './text-map.ts'
import type { Place, TextMap } from './text-map.ts'

/** A run of whole blocks, small enough to be built and laid out within a frame: about two screens of text. */
export interface Chunk extends Span {
  /** What it is laid out in: one element of its own, or the first and the last of several in a row. */
  readonly first: Element
  readonly last: Element
}

/** A run of chunks in one element. The browser follows a few dozen elements instead of all that a book has chunks. */
export interface ChunkGroup {
  readonly element: HTMLElement
  /** Numbers of its first chunk and of the first one after it. */
  readonly from: number
  readonly to: number
}

/** The text nodes of a chunk, and the map between them and the article's text. */
export interface ChunkText {
  readonly map: TextMap
  /** The text node of each segment. */
  readonly nodes: readonly Text[]
  /** The elements with `data-block`, in text order, and the text offset at which each starts. */
  readonly blocks: readonly HTMLElement[]
  readonly blockStarts: Uint32Array
}

/** An article's DOM together with the map between its text nodes and the article's text. */
export interface ArticleDom {
  readonly root: HTMLElement
  /** Length of the article's text, in UTF-16 units. */
  readonly length: number
  readonly chunks: readonly Chunk[]
  readonly groups: readonly ChunkGroup[]
  /** Text offset of each chunk's first character, ascending. */
  readonly chunkStarts: Uint32Array
  /** What is in a chunk. Of an article that is built by need, this builds the chunk. */
  textOf(chunk: number): ChunkText
  /** Number of the chunk that holds a node; -1 for the root and for what lies outside. */
  chunkOf(node: Node): number
}

export interface DomPoint {
  readonly node: Text
  readonly offset: number
}

/** Number of the chunk that holds the character at `offset`; the last one at the end of the text. */
export const chunkAt = (dom: ArticleDom, offset: number): number => Math.max(0, countUpTo(dom.chunkStarts, offset) - 1)

function pointOf(text: ChunkText, place: Place | null): DomPoint | null {
  const node = place === null ? undefined : text.nodes[place.segment]
  return place === null || node === undefined ? null : { node, offset: place.offset }
}

/** Where a passage that starts at `offset` starts in the DOM; null at the end of the text. */
export function startPoint(dom: ArticleDom, offset: number): DomPoint | null {
  // An offset between two chunks belongs to the one that follows.
  for (let chunk = chunkAt(dom, offset); chunk < dom.chunks.length; chunk += 1) {
    const text = dom.textOf(chunk)
    const point = pointOf(text, startPlace(text.map, offset))
    if (point !== null) return point
  }
  return null
}

/** Where a passage that ends at `offset` ends in the DOM; null at the start of the text. */
export function endPoint(dom: ArticleDom, offset: number): DomPoint | null {
  for (let chunk = chunkAt(dom, offset - 1); chunk >= 0; chunk -= 1) {
    const text = dom.textOf(chunk)
    const point = pointOf(text, endPlace(text.map, offset))
    if (point !== null) return point
  }
  return null
}

/** A range over the span's characters that does not follow changes of the DOM (which are not made); null when it is empty. */
export function staticRangeOf(dom: ArticleDom, span: Span): StaticRange | null {
  if (span.end <= span.start) return null
  const start = startPoint(dom, span.start)
  const end = endPoint(dom, span.end)
  if (start === null || end === null) return null
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

/** Text offset of the boundary before a chunk, seen as a start or as an end. */
const chunkEdge = (dom: ArticleDom, chunk: number, edge: 'start' | 'end'): number =>
  edge === 'start' ? (dom.chunks[chunk]?.start ?? dom.length) : (dom.chunks[chunk - 1]?.end ?? 0)

/** Number of the first chunk that does not begin before a point between the root's children. */
function chunkFrom(dom: ArticleDom, point: Range): number {
  return bisect(0, dom.chunks.length, at => {
    const chunk = dom.chunks[at]
    return chunk !== undefined && point.comparePoint(chunk.first, 0) < 0
  })
}

/**
 * Text offset of any boundary point inside the article. A point between text nodes (an element and a child number, or
 * words that are not the article's) goes to the next character as a start, and to the one before as an end.
 */
export function offsetAtPoint(dom: ArticleDom, node: Node, offset: number, edge: 'start' | 'end'): number {
  const chunk = dom.chunkOf(node)
  if (chunk === -1) return chunkEdge(dom, chunkFrom(dom, collapsedRange(node, offset)), edge)
  const { nodes, map } = dom.textOf(chunk)
  const segment = node.nodeType === Node.TEXT_NODE ? nodes.indexOf(node as Text) : -1
  if (segment !== -1) return offsetOf(map, { segment, offset })
  const point = collapsedRange(node, offset)
  const next = bisect(0, nodes.length, at => {
    const text = nodes[at]
    return text !== undefined && point.comparePoint(text, 0) < 0
  })
  if (edge === 'start') return map.starts[next] ?? chunkEdge(dom, chunk + 1, edge)
  return next === 0 ? chunkEdge(dom, chunk, edge) : (map.ends[next - 1] ?? 0)
}

function collapsedRange(node: Node, offset: number): Range {
  const range = document.createRange()
  range.setStart(node, offset)
  return range
}

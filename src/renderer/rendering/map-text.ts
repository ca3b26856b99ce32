import type { ArticleDom, Chunk, ChunkGroup, ChunkText } from './article-dom.ts'
import { OffsetList } from './offset-list.ts'
import { CHUNK_LENGTH } from './split-content.ts'
import { countUpTo } from './text-map.ts'

/**
 * Maps a DOM that is there already, in one pass over its text nodes. The text is `root.textContent`, whatever its elements
 * are; nothing is added to the DOM. Neighbouring children of the root make up a chunk.
 */
export function mapText(root: HTMLElement): ArticleDom {
  const nodes: Text[] = []
  // Nothing stands between two text nodes: each starts where the one before ends.
  const edges = new OffsetList()
  edges.push(0)
  const chunks: Chunk[] = []
  const chunkStarts = new OffsetList()
  let first: Element = root.firstElementChild ?? root
  let start = 0
  let offset = 0
  const close = (last: Element): void => {
    chunks.push({ first, last, start, end: offset })
    chunkStarts.push(start)
  }

  // A walker that is asked for text nodes only, and for nothing but their length, crosses into the DOM twice for each of them.
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node as Text
    if (length === 0) continue
    if (offset - start >= CHUNK_LENGTH) {
      const child = childOf(root, node)
      if (child instanceof Element && !child.contains(nodes.at(-1) ?? null)) {
        close(child.previousElementSibling ?? root)
        first = child
        start = offset
      }
    }
    nodes.push(node as Text)
    offset += length
    edges.push(offset)
  }
  if (offset > start || chunks.length === 0) close(root.lastElementChild ?? root)
  return new MappedText(root, chunks, chunkStarts.toArray(), nodes, edges.toArray())
}

/** The child of the root that a node below it is in, or is. */
function childOf(root: HTMLElement, node: Node): Node {
  let child = node
  while (child.parentNode !== null && child.parentNode !== root) child = child.parentNode
  return child
}

class MappedText implements ArticleDom {
  readonly root: HTMLElement
  readonly length: number
  readonly chunks: readonly Chunk[]
  readonly groups: readonly ChunkGroup[]
  readonly chunkStarts: Uint32Array
  readonly #nodes: readonly Text[]
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array
  /** What was asked for already. Cut out of the arrays of the whole text, which are not copied. */
  readonly #texts: (ChunkText | undefined)[]
  #numbers: ReadonlyMap<Node, number> | null = null

  constructor(
    root: HTMLElement,
    chunks: readonly Chunk[],
    chunkStarts: Uint32Array,
    nodes: readonly Text[],
    edges: Uint32Array,
  ) {
    this.root = root
    this.length = edges.at(-1) ?? 0
    this.chunks = chunks
    this.groups = [{ element: root, from: 0, to: chunks.length }]
    this.chunkStarts = chunkStarts
    this.#nodes = nodes
    this.#starts = edges.subarray(0, -1)
    this.#ends = edges.subarray(1)
    this.#texts = Array.from({ length: chunks.length })
  }

  textOf(chunk: number): ChunkText {
    return (this.#texts[chunk] ??= this.#cut(chunk))
  }

  chunkOf(node: Node): number {
    if (!this.root.contains(node) || node === this.root) return -1
    this.#numbers ??= this.#numberChildren()
    return this.#numbers.get(childOf(this.root, node)) ?? -1
  }

  #cut(chunk: number): ChunkText {
    const { start, end } = this.chunks[chunk] ?? { start: 0, end: 0 }
    const from = countUpTo(this.#ends, start)
    const to = countUpTo(this.#ends, end)
    const nodes = this.#nodes.slice(from, to)
    const map = {
      starts: this.#starts.subarray(from, to),
      ends: this.#ends.subarray(from, to),
      breaks: new Uint32Array(),
    }
    return { nodes, map, ...blocksOf(this.root, nodes, map.starts) }
  }

  #numberChildren(): ReadonlyMap<Node, number> {
    const numbers = new Map<Node, number>()
    let number = 0
    for (let child = this.root.firstChild; child !== null; child = child.nextSibling) {
      if (child === this.chunks[number + 1]?.first) number += 1
      numbers.set(child, number)
    }
    return numbers
  }
}

/** The elements with `data-block` around text nodes, each with the offset of the first of them. */
function blocksOf(
  root: HTMLElement,
  nodes: readonly Text[],
  starts: Uint32Array,
): Pick<ChunkText, 'blocks' | 'blockStarts'> {
  const blocks: HTMLElement[] = []
  const blockStarts = new OffsetList()
  const seen = new Set<Element>([root])
  for (const [segment, node] of nodes.entries()) {
    const begun: HTMLElement[] = []
    for (let element = node.parentElement; element !== null && !seen.has(element); element = element.parentElement) {
      seen.add(element)
      if (element.hasAttribute('data-block')) begun.push(element)
    }
    // The outer one comes before what is in it.
    for (const block of begun.toReversed()) {
      blocks.push(block)
      blockStarts.push(starts[segment] ?? 0)
    }
  }
  return { blocks, blockStarts: blockStarts.toArray() }
}

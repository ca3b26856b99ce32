import type { ArticleDom, Chunk, ChunkText } from './article-dom.ts'
import { CHUNK_LENGTH } from './split-content.ts'
import { ChunkTextBuilder } from './chunk-text-builder.ts'
import { OffsetList } from './offset-list.ts'
import { walkText } from './walk-text.ts'

/**
 * Maps a DOM that is there already, in one pass. The text is `root.textContent`, whatever its elements are; nothing is
 * added to the DOM. Neighbouring children of the root make up a chunk.
 */
export function mapText(root: HTMLElement): ArticleDom {
  const chunks: Chunk[] = []
  const texts: ChunkText[] = []
  const starts = new OffsetList()
  const numbers = new Map<Node, number>()
  let builder = new ChunkTextBuilder()
  let first: Element = root
  let start = 0
  let offset = 0

  const visit = {
    element(element: Element): void {
      if (element.hasAttribute('data-block')) builder.addBlock(element as HTMLElement, offset)
    },
    text(node: Text): void {
      builder.addNode(node, offset)
      offset += node.length
    },
  }
  const close = (last: Element): void => {
    texts.push(builder.build())
    chunks.push({ first, last, start, end: offset })
    starts.push(start)
    builder = new ChunkTextBuilder()
    start = offset
  }

  let last: Element = root
  for (let child = root.firstChild; child !== null; child = child.nextSibling) {
    if (offset - start >= CHUNK_LENGTH && child instanceof Element) close(last)
    if (child instanceof Element) {
      if (offset === start || first === root) first = child
      last = child
      visit.element(child)
    }
    numbers.set(child, chunks.length)
    if (child.nodeType === Node.TEXT_NODE) visit.text(child as Text)
    else walkText(child, visit)
  }
  if (offset > start || chunks.length === 0) close(last)

  return {
    root,
    length: offset,
    chunks,
    groups: [{ element: root, from: 0, to: chunks.length }],
    chunkStarts: starts.toArray(),
    textOf: chunk => texts[chunk] ?? emptyText,
    chunkOf(node) {
      let child: Node | null = node
      while (child !== null && child.parentNode !== root) child = child.parentNode
      return child === null ? -1 : Math.min(numbers.get(child) ?? -1, chunks.length - 1)
    },
  }
}

const emptyText: ChunkText = new ChunkTextBuilder().build()

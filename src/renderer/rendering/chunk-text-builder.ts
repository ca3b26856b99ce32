import type { ChunkText } from './article-dom.ts'
import { OffsetList } from './offset-list.ts'

/** Collects the text nodes and blocks of a chunk, in order. */
export class ChunkTextBuilder {
  readonly #nodes: Text[] = []
  readonly #starts = new OffsetList()
  readonly #ends = new OffsetList()
  readonly #blocks: HTMLElement[] = []
  readonly #blockStarts = new OffsetList()

  /** A block that starts at a text offset. */
  addBlock(block: HTMLElement, start: number): void {
    this.#blocks.push(block)
    this.#blockStarts.push(start)
  }

  /** A text node whose first character stands at a text offset. */
  addNode(node: Text, start: number): void {
    this.#nodes.push(node)
    this.#starts.push(start)
    this.#ends.push(start + node.length)
  }

  build(): ChunkText {
    return {
      nodes: this.#nodes,
      map: { starts: this.#starts.toArray(), ends: this.#ends.toArray(), breaks: new Uint32Array() },
      blocks: this.#blocks,
      blockStarts: this.#blockStarts.toArray(),
    }
  }
}

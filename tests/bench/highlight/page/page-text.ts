import type { Span } from '#core/text/span.ts'

/** The benchmark's own reading of a page, not timed: text nodes and the offsets at which they start. */
export class PageText {
  readonly #nodes: Text[] = []
  readonly #starts: number[] = []
  readonly #startOf = new Map<Node, number>()

  constructor(root: HTMLElement) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let offset = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text
      this.#nodes.push(text)
      this.#starts.push(offset)
      this.#startOf.set(text, offset)
      offset += text.length
    }
  }

  /** Index of the last text node that starts before `offset`, or at it when `including`. */
  #nodeBefore(offset: number, including: boolean): number {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const start = this.#starts[middle] ?? 0
      if (start < offset || (including && start === offset)) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  rangeOf({ start, end }: Span): Range {
    const first = this.#nodeBefore(start, true)
    const last = this.#nodeBefore(end, false)
    const [from, to] = [this.#nodes[first], this.#nodes[last]]
    if (from === undefined || to === undefined) throw new RangeError('The page has no text.')
    const range = document.createRange()
    range.setStart(from, start - (this.#starts[first] ?? 0))
    range.setEnd(to, end - (this.#starts[last] ?? 0))
    return range
  }

  #offsetOf(node: Node, offset: number): number {
    const start = this.#startOf.get(node)
    if (start !== undefined) return start + offset
    const range = document.createRange()
    range.setStart(node, offset)
    let low = 0
    let high = this.#nodes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const text = this.#nodes[middle]
      if (text !== undefined && range.comparePoint(text, 0) < 0) low = middle + 1
      else high = middle
    }
    const before = this.#nodes[low - 1]
    return before === undefined ? 0 : (this.#starts[low - 1] ?? 0) + before.length
  }

  spanOf(range: AbstractRange): Span {
    return {
      start: this.#offsetOf(range.startContainer, range.startOffset),
      end: this.#offsetOf(range.endContainer, range.endOffset),
    }
  }
}

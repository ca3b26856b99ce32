import type { Span } from '#core/text/span.ts'
import type { BenchmarkPage, Contestant, Painting } from '../contestant.ts'
import type { Mark } from '../generated-marks.ts'

/** Screens on either side of the view that are painted, and how far the view may move before they are painted anew. */
const SCREENS = 1
const HYSTERESIS = 0.5

/** The simplest index: text nodes in order, and where each starts. */
class TextIndex {
  readonly nodes: Text[] = []
  readonly starts: number[] = []
  readonly text: string

  constructor(root: HTMLElement) {
    const parts: string[] = []
    let length = 0
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode() !== null) {
      const node = walker.currentNode as Text
      this.nodes.push(node)
      this.starts.push(length)
      parts.push(node.data)
      length += node.length
    }
    this.text = parts.join('')
  }

  at(offset: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  range({ start, end }: Span): StaticRange | null {
    const first = this.at(start)
    const last = this.at(end - 1)
    const [startContainer, endContainer] = [this.nodes[first], this.nodes[last]]
    if (startContainer === undefined || endContainer === undefined) return null
    const startOffset = start - (this.starts[first] ?? 0)
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset: end - (this.starts[last] ?? 0) })
  }
}

/** The words at their old place, or else their first occurrence: all that can be done without thinking. */
const find = (text: string, { selectors: { quote, position } }: Mark): Span | null => {
  const start = text.startsWith(quote.exact, position.start) ? position.start : text.indexOf(quote.exact)
  return start === -1 ? null : { start, end: start + quote.exact.length }
}

class Floor implements Painting {
  readonly #page: BenchmarkPage
  readonly #index: TextIndex
  readonly #highlight = new Highlight()
  readonly #blocks: HTMLElement[]
  #marks: Mark[] = []
  #paintedAt = 0

  constructor(page: BenchmarkPage) {
    this.#page = page
    this.#index = new TextIndex(page.root)
    this.#blocks = [...page.root.querySelectorAll<HTMLElement>('[data-block]')]
    CSS.highlights.set('floor', this.#highlight)
    page.scroller.addEventListener('scroll', () => {
      const moved = Math.abs(page.scroller.scrollTop - this.#paintedAt)
      if (moved > page.scroller.clientHeight * HYSTERESIS) this.#paintNear()
    })
  }

  /** Offset of the first block whose lower edge is below the height `y` of the window. */
  #offsetAt(y: number): number {
    let low = 0
    let high = this.#blocks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#blocks[middle]?.getBoundingClientRect().bottom ?? 0) <= y) low = middle + 1
      else high = middle
    }
    return this.#page.article.blocks[low]?.start ?? this.#index.text.length
  }

  #paintNear(): void {
    const { top, bottom, height } = this.#page.scroller.getBoundingClientRect()
    const from = this.#offsetAt(top - SCREENS * height)
    const to = this.#offsetAt(bottom + SCREENS * height)
    this.#paintedAt = this.#page.scroller.scrollTop
    this.#highlight.clear()
    for (const mark of this.#marks) {
      if (mark.start >= to || mark.end <= from) continue
      const range = this.#index.range(mark)
      if (range !== null) this.#highlight.add(range)
    }
  }

  paint(marks: readonly Mark[]): void {
    this.#marks = [...marks]
    this.#paintNear()
  }

  add(mark: Mark): void {
    this.#marks.push(mark)
    this.#paintNear()
  }

  hit(x: number, y: number): readonly string[] {
    const caret = document.caretPositionFromPoint(x, y)
    const node = caret === null ? -1 : this.#index.nodes.indexOf(caret.offsetNode as Text)
    if (caret === null || node === -1) return []
    const offset = (this.#index.starts[node] ?? 0) + caret.offset
    return this.#marks.filter(mark => mark.start <= offset && offset < mark.end).map(mark => mark.id)
  }
}

export const floor: Contestant = {
  shows: 'highlights',
  anchor: ({ root }, marks) => {
    const { text } = new TextIndex(root)
    return marks.map(mark => find(text, mark))
  },
  open: page => new Floor(page),
}

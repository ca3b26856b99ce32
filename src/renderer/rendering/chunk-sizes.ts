import type { Block } from '#core/article/article.ts'
import { isLaidOut, isShown } from './geometry.ts'
import type { BuiltArticle } from './build-article.ts'

/**
 * Width of an average character of running text, in parts of the font's size, and the lines that a block of each kind
 * takes beside those of its text. They only say how chunks compare: the scale comes from those that were measured.
 */
const CHARACTER_WIDTH = 0.45
const extraLines: Partial<Record<Block['kind'], number>> = { heading: 2, paragraph: 0.65, 'list-item': 0.2 }
/** Of a table's cells several stand beside each other. */
const CELL_SHARE = 0.45

function likelyLines(blocks: readonly Block[], charactersPerLine: number): number {
  let lines = 0
  for (const { kind, start, end } of blocks) {
    const own = Math.ceil((end - start) / charactersPerLine)
    lines += kind === 'table-cell' ? own * CELL_SHARE : own + (extraLines[kind] ?? 0.5)
  }
  return lines
}

type SizedArticle = Pick<BuiltArticle, 'root' | 'chunks' | 'groups' | 'chunkOf' | 'prepare'>

/**
 * Keeps the heights of chunks and groups that are not laid out: first as they are likely to be, by the length of their text,
 * then as they were measured. Right heights keep the scroll bar honest and what is read in its place.
 */
export class ChunkSizes {
  readonly #dom: SizedArticle
  readonly #blocks: readonly Block[]
  /** Measured heights, in CSS pixels; 0 for a chunk that was not laid out since the page last changed its measures. */
  readonly #measured: Float64Array
  readonly #likely: Float64Array
  /** CSS pixels a line, as the measured chunks have it. */
  #lineHeight = 0
  readonly #observer: ResizeObserver

  constructor(dom: SizedArticle, blocks: readonly Block[]) {
    this.#dom = dom
    this.#blocks = blocks
    this.#measured = new Float64Array(dom.chunks.length)
    this.#likely = new Float64Array(dom.chunks.length)
    this.#observer = new ResizeObserver(entries => this.#resized(entries))
    for (const { first } of dom.chunks) this.#observer.observe(first)
    for (const { element } of dom.groups) this.#observer.observe(element)
  }

  dispose(): void {
    this.#observer.disconnect()
  }

  /** Begins anew with likely heights, for a page of another width or another font. */
  reset(): void {
    const style = getComputedStyle(this.#dom.root)
    const fontSize = Number.parseFloat(style.fontSize)
    const charactersPerLine = Math.max(10, this.#dom.root.clientWidth / (fontSize * CHARACTER_WIDTH))
    this.#lineHeight = Number.parseFloat(style.lineHeight) || fontSize * 1.5
    this.#measured.fill(0)
    let block = 0
    for (const [number, { end }] of this.#dom.chunks.entries()) {
      const from = block
      while ((this.#blocks[block]?.start ?? Infinity) < end) block += 1
      this.#likely[number] = likelyLines(this.#blocks.slice(from, block), charactersPerLine)
    }
    this.#apply()
  }

  /**
   * Measures chunks now, so that nothing moves when they come into view: the one that holds a passage and its neighbours
   * as far as `reach` CSS pixels on either side.
   */
  measureAround(chunk: number, reach: number): void {
    let from = chunk
    let to = chunk
    for (let above = 0; from > 0 && above < reach; above += this.#heightOf(from)) from -= 1
    for (let below = 0; to < this.#dom.chunks.length - 1 && below < reach; below += this.#heightOf(to)) to += 1
    for (let number = from; number <= to; number += 1) this.#dom.prepare(number)
    const unmeasured = this.#dom.chunks
      .slice(from, to + 1)
      .flatMap(({ first }, index) => (this.#measured[from + index] === 0 ? [first] : []))
    if (unmeasured.length === 0) return
    const groups = this.#dom.groups.filter(group => group.from <= to && group.to > from).map(({ element }) => element)
    for (const element of [...groups, ...unmeasured]) element.style.contentVisibility = 'visible'
    for (const element of unmeasured) this.#remember(element)
    // After their chunks: what these are taller than was thought makes the group taller.
    for (const element of groups) keepHeight(element, element.getBoundingClientRect().height)
    for (const element of [...groups, ...unmeasured]) element.style.contentVisibility = ''
  }

  #heightOf(number: number): number {
    return this.#measured[number] || (this.#likely[number] ?? 0) * this.#lineHeight
  }

  #remember(element: HTMLElement): void {
    const number = this.#dom.chunkOf(element)
    const height = element.getBoundingClientRect().height
    if (number === -1 || this.#measured[number] === height) return
    this.#measured[number] = height
    keepHeight(element, height)
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target } of entries) {
      const chunk = this.#dom.chunks[this.#dom.chunkOf(target)]
      if (chunk === undefined) this.#groupResized(target)
      else if (isLaidOut(chunk)) this.#remember(chunk.first)
    }
  }

  #groupResized(target: Element): void {
    const group = this.#dom.groups.find(({ element }) => element === target)
    if (group === undefined || !isShown(group.element)) return
    keepHeight(group.element, group.element.getBoundingClientRect().height)
  }

  #apply(): void {
    for (const { element, from, to } of this.#dom.groups) {
      let height = 0
      for (const [index, { first }] of this.#dom.chunks.slice(from, to).entries()) {
        const likely = Math.round(this.#heightOf(from + index))
        height += likely
        // Without `auto`, so that a height from before is forgotten.
        first.style.containIntrinsicBlockSize = `${likely}px`
      }
      element.style.containIntrinsicBlockSize = `${height}px`
    }
  }
}

/** With `auto` the browser itself remembers the height in which an element was last laid out. */
function keepHeight({ style }: HTMLElement, height: number): void {
  style.containIntrinsicBlockSize = `auto ${height}px`
}

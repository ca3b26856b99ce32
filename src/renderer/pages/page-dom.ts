import type { Article } from '#core/article/article.ts'
import type { Span } from '#core/text/span.ts'
import type { ArticleDom, Chunk, ChunkText } from '../rendering/article-dom.ts'
import type { BuiltArticle } from '../rendering/build-article.ts'
import { directionOf } from '../rendering/text-direction.ts'
import { buildStretch } from './build-stretch.ts'
import { linksIn } from './content-links.ts'
import type { PageRuns } from './page-runs.ts'
import type { PageStack } from './page-stack.ts'

/** Pages on either side of those near the view whose words stay. */
const KEPT = 6

interface StretchChunk extends Chunk {
  readonly first: HTMLElement
  readonly last: HTMLElement
  readonly page: number
}

/**
 * An article's words over its pages: an empty element stands for each stretch of runs until it is needed. The elements follow the text,
 * not the pages, so that a range from one page to another holds what stands between them in the text.
 */
export class PageDom implements ArticleDom {
  readonly root: HTMLElement
  readonly length: number
  readonly chunks: readonly StretchChunk[]
  readonly groups = []
  readonly chunkStarts: Uint32Array
  readonly layout: PageRuns
  /** The article as a text: it knows where links lead to. */
  readonly content: BuiltArticle
  /** What the pictures of the pages are put into, by page. */
  readonly frames: readonly HTMLElement[]
  readonly #article: Article
  readonly #texts: (ChunkText | undefined)[]
  readonly #numbers: ReadonlyMap<Node, number>
  #revision = 0

  constructor(root: HTMLElement, article: Article, layout: PageRuns, content: BuiltArticle) {
    this.root = root
    this.length = article.text.length
    this.layout = layout
    this.content = content
    this.#article = article
    this.frames = layout.pages.map((_, page) => frameOf(page))
    this.chunks = layout.stretches.map(({ page, start, end }) => {
      const element = document.createElement('section')
      element.className = 'page-text'
      return { first: element, last: element, start, end, page }
    })
    this.chunkStarts = Uint32Array.from(this.chunks, ({ start }) => start)
    this.#texts = Array.from({ length: this.chunks.length })
    this.#numbers = new Map(this.chunks.map(({ first }, number) => [first, number]))
    root.replaceChildren(...this.#inOrder())
  }

  /** Grows whenever text nodes that were there before are gone: ranges in them have to be made again. */
  get revision(): number {
    return this.#revision
  }

  textOf(chunk: number): ChunkText {
    const known = this.#texts[chunk]
    if (known !== undefined) return known
    const stretch = this.layout.stretches[chunk]
    const element = this.chunks[chunk]?.first
    if (stretch === undefined || element === undefined)
      throw new RangeError(`There is no stretch ${chunk} on these pages.`)
    const { text, blocks } = this.#article
    const links = linksIn(this.content, stretch)
    const built = buildStretch(element, { text, blocks, layout: this.layout, stretch, links })
    this.#texts[chunk] = built
    this.#revision += 1
    return built
  }

  chunkOf(node: Node): number {
    for (let at: Node | null = node; at !== null && at !== this.root; at = at.parentNode) {
      const number = this.#numbers.get(at)
      if (number !== undefined) return number
    }
    return -1
  }

  directionOf({ start, end }: Span): 'ltr' | 'rtl' {
    return directionOf(this.#article.text.slice(start, end))
  }

  /** Sets the words of the pages from `from` up to and without `to`, and lets go those of pages that are far from them. */
  show(from: number, to: number): void {
    const selection = document.getSelection()
    const isHeld = (element: Element): boolean =>
      [selection?.anchorNode, selection?.focusNode, document.activeElement].some(
        node => node != null && element.contains(node),
      )
    for (const [number, { page, first }] of this.chunks.entries()) {
      if (page >= from && page < to) this.textOf(number)
      else if (this.#texts[number] !== undefined && (page < from - KEPT || page >= to + KEPT) && !isHeld(first)) {
        this.#texts[number] = undefined
        first.replaceChildren()
        this.#revision += 1
      }
    }
  }

  /** Puts pages and words where the stack has them. */
  place(stack: PageStack): void {
    const { style } = this.root
    style.width = `${stack.width}px`
    style.height = `${stack.height}px`
    style.setProperty('--page-scale', String(stack.scale))
    this.root.parentElement?.style.setProperty('--pages-width', `${stack.width}px`)
    for (const [page, element] of this.frames.entries()) {
      const { left, top, width, height } = stack.box(page)
      Object.assign(element.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
      })
    }
    for (const { first, page } of this.chunks) {
      const { left, top } = stack.box(page)
      const size = this.layout.pages[page]
      Object.assign(first.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${size?.width ?? 0}px`,
        height: `${size?.height ?? 0}px`,
      })
    }
  }

  /**
   * Names the pages for those who listen instead of looking. A page's first words are its region; words that come later in the text go on with
   * it. A page without words is one by itself.
   */
  nameRegions(names: readonly string[]): void {
    const named = new Set<number>()
    for (const { first, page } of this.chunks) {
      const name = names[page] ?? ''
      first.setAttribute('role', 'region')
      first.setAttribute('aria-label', named.has(page) ? `${name}, further on` : name)
      named.add(page)
    }
    for (const [page, frame] of this.frames.entries()) {
      if (named.has(page)) frame.setAttribute('aria-hidden', 'true')
      else {
        frame.setAttribute('role', 'region')
        frame.setAttribute('aria-label', `${names[page] ?? ''}, without words`)
      }
    }
  }

  /** Each page before its first words, and pages without words where they follow. */
  #inOrder(): readonly HTMLElement[] {
    const ordered: HTMLElement[] = []
    let next = 0
    for (const { first, page } of this.chunks) {
      for (; next <= page; next += 1) ordered.push(...this.frames.slice(next, next + 1))
      ordered.push(first)
    }
    return [...ordered, ...this.frames.slice(next)]
  }
}

function frameOf(page: number): HTMLElement {
  const element = document.createElement('div')
  element.className = 'page-frame'
  element.dataset['page'] = String(page + 1)
  return element
}

import type { Article, Block } from '#core/article/article.ts'
import type { ArticleDom, Chunk, ChunkGroup, ChunkText } from './article-dom.ts'
import { ChunkTextBuilder } from './chunk-text-builder.ts'
import { markLinks, showPictures, wrapTables } from './decorate-content.ts'
import { hyphenateChunk } from './hyphenate-chunk.ts'
import type { BreakFinder } from './hyphenate.ts'
import { sanitiseContent } from './sanitise-content.ts'
import { splitContent } from './split-content.ts'
import type { Piece } from './split-content.ts'
import { walkText } from './walk-text.ts'

/** Kinds of blocks that are set without hyphenation. */
const unbroken: ReadonlySet<Block['kind']> = new Set(['heading', 'preformatted', 'term'])

/**
 * Chunks in a group. The browser asks every element with `content-visibility` for each caret position: with all chunks of a
 * book beside each other that takes ten times as long (docs/decisions/0013).
 */
const GROUP = 24

interface BuiltChunk extends Chunk {
  readonly first: HTMLElement
  readonly last: HTMLElement
}

/** What is shown of an opened article; `resources` is the address below which its pictures are found. */
interface ArticleContent {
  readonly article: Article
  readonly html: string
  readonly resources: string
}

/**
 * An article's DOM that is built chunk by chunk: an empty element stands for each chunk until it is needed. That is when it
 * comes near the view, when an offset in it is asked for, or when there is time.
 */
export class BuiltArticle implements ArticleDom {
  readonly root: HTMLElement
  readonly length: number
  readonly chunks: readonly BuiltChunk[]
  readonly groups: readonly ChunkGroup[]
  readonly chunkStarts: Uint32Array
  readonly #article: Article
  readonly #html: string
  readonly #resources: string
  readonly #findBreaks: BreakFinder | null
  readonly #pieces: readonly Piece[]
  readonly #numbers: ReadonlyMap<Node, number>
  readonly #texts: (ChunkText | undefined)[]
  /** Of the chunks that are built and not hyphenated yet: whether the words of each text node may be broken. */
  readonly #breakable = new Map<number, readonly boolean[]>()
  readonly #mismatches: string[] = []
  #unbuilt = 0
  #revision = 0

  constructor(root: HTMLElement, { article, html, resources }: ArticleContent, findBreaks: BreakFinder | null) {
    this.root = root
    this.length = article.text.length
    this.#article = article
    this.#html = html
    this.#resources = resources
    this.#findBreaks = findBreaks
    this.#pieces = splitContent(html, article.blocks, article.text.length)
    this.#texts = Array.from({ length: this.#pieces.length })
    this.chunks = this.#pieces.map(piece => {
      const element = elementFor('chunk', piece, piece)
      return { first: element, last: element, start: piece.start, end: piece.end }
    })
    this.groups = groupsOf(this.#pieces, this.chunks)
    this.chunkStarts = Uint32Array.from(this.chunks, ({ start }) => start)
    this.#numbers = new Map(this.chunks.map(({ first }, number) => [first, number]))
    root.replaceChildren(...this.groups.map(({ element }) => element))
  }

  chunkOf(node: Node): number {
    for (let at: Node | null = node; at !== null && at !== this.root; at = at.parentNode) {
      const number = this.#numbers.get(at)
      if (number !== undefined) return number
    }
    return -1
  }

  textOf(chunk: number): ChunkText {
    return this.#texts[chunk] ?? this.#build(chunk)
  }

  /** Grows whenever text nodes that were there before were changed: ranges in them have to be made again. */
  get revision(): number {
    return this.#revision
  }

  /** Makes a chunk ready to be seen: built, and with soft hyphens in its words. Does nothing when it is. */
  prepare(chunk: number): void {
    const text = this.textOf(chunk)
    const breakable = this.#breakable.get(chunk)
    if (breakable === undefined) return
    this.#breakable.delete(chunk)
    if (this.#findBreaks === null) return
    this.#texts[chunk] = hyphenateChunk(text, breakable, this.#findBreaks)
    this.#revision += 1
  }

  /** Builds chunks that are not there yet, from the article's beginning, while there is time. Returns whether all are there. */
  buildWhile(hasTime: () => boolean): boolean {
    for (; this.#unbuilt < this.chunks.length; this.#unbuilt += 1) {
      if (this.#texts[this.#unbuilt] !== undefined) continue
      if (!hasTime()) return false
      this.#build(this.#unbuilt)
    }
    return true
  }

  /**
   * Ids of blocks whose words in the content are not the article's text: they are shown, but cannot be marked. All are known
   * when every chunk is built.
   */
  get mismatches(): readonly string[] {
    return this.#mismatches
  }

  #build(number: number): ChunkText {
    const builder = new ChunkTextBuilder()
    const chunk = this.chunks[number]
    const piece = this.#pieces[number]
    if (chunk === undefined || piece === undefined) return builder.build()
    const content = sanitiseContent(this.#html.slice(piece.html.from, piece.html.to))
    const breakable: boolean[] = []
    const blocks = this.#article.blocks.slice(piece.blocks.from, piece.blocks.to)
    const known = new Map(blocks.map(block => [block.id, block]))
    let reached = piece.start
    for (const element of content.querySelectorAll<HTMLElement>('[data-block]')) {
      const block = known.get(element.dataset['block'] ?? '')
      if (block === undefined || block.start < reached || !this.#says(element, block)) continue
      known.delete(block.id)
      builder.addBlock(element, block.start)
      reached = block.start
      walkText(
        element,
        {
          text(node, mayBreak) {
            builder.addNode(node, reached)
            breakable.push(mayBreak)
            reached += node.length
          },
        },
        !unbroken.has(block.kind),
      )
    }
    this.#mismatches.push(...known.keys())
    wrapTables(content)
    markLinks(content)
    showPictures(content, this.#resources)
    chunk.first.append(content)
    const text = builder.build()
    this.#texts[number] = text
    this.#breakable.set(number, breakable)
    return text
  }

  /** Whether an element's words are those of the article's text. */
  #says(element: HTMLElement, block: Block): boolean {
    let offset = block.start
    walkText(element, {
      text: node => {
        offset = this.#article.text.startsWith(node.data, offset) ? offset + node.length : Number.NaN
      },
    })
    return offset === block.end
  }
}

/** The element of a chunk or a group; it takes its margins from the elements that it begins and ends with. */
function elementFor(name: string, first: Piece, last: Piece): HTMLElement {
  const element = document.createElement('div')
  element.className = name
  element.dataset['opens'] = first.opens
  element.dataset['closes'] = last.closes
  return element
}

function groupsOf(pieces: readonly Piece[], chunks: readonly BuiltChunk[]): readonly ChunkGroup[] {
  const groups: ChunkGroup[] = []
  for (let from = 0; from < chunks.length; from += GROUP) {
    const to = Math.min(from + GROUP, chunks.length)
    const [first, last] = [pieces[from], pieces[to - 1]]
    if (first === undefined || last === undefined) break
    const element = elementFor('chunk-group', first, last)
    element.append(...chunks.slice(from, to).map(chunk => chunk.first))
    groups.push({ element, from, to })
  }
  return groups
}

/** Begins an article's DOM in `root`. Soft hyphens are put in where `findBreaks` allows; offsets stay those of the text. */
export const buildArticle = (
  root: HTMLElement,
  content: ArticleContent,
  findBreaks: BreakFinder | null,
): BuiltArticle => new BuiltArticle(root, content, findBreaks)

import type { Span } from '#core/text/span.ts'
import type { GeneratedArticle } from './generated-article.ts'
import type { Mark } from './generated-marks.ts'

/** The page that all contestants get: an article that has been laid out in a box that scrolls. */
export interface BenchmarkPage {
  readonly article: GeneratedArticle
  readonly root: HTMLElement
  readonly scroller: HTMLElement
  /** The element of each block, by its id. */
  readonly blocks: ReadonlyMap<string, HTMLElement>
  /** The range of a span, for contestants that are given ranges. */
  rangeOf(span: Span): Range
}

/** Where a contestant found a passage, in its own terms; null when it did not. */
export type Found = Span | Range | null

/** A contestant that shows marks on one page. What is handed to the browser at once needs no promise. */
export interface Painting {
  /** What is the work of anchoring; not timed here. Called before `paint` and before `add`. */
  prepare?(marks: readonly Mark[]): void
  /** Shows these marks, the first time. */
  paint(marks: readonly Mark[]): void | Promise<void>
  /** Shows one more. */
  add(mark: Mark): void | Promise<void>
  /** Ids of the marks under a point of the window. */
  hit(x: number, y: number): readonly string[]
}

export interface Contestant {
  /** Puts the article into its element; as one flat run of its elements when absent, the same for all. */
  readonly build?: (root: HTMLElement, article: GeneratedArticle) => void
  /** How its marks can be seen in the page, which is how they are checked. */
  readonly shows: 'highlights' | 'elements' | 'boxes' | 'nothing'
  /** Finds the passages by what the marks keep of them; an index over the page is part of the work. */
  readonly anchor?: (page: BenchmarkPage, marks: readonly Mark[]) => readonly Found[] | Promise<readonly Found[]>
  readonly open?: (page: BenchmarkPage) => Painting
}

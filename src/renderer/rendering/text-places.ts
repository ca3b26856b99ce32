import type { Span } from '#core/text/span.ts'
import type { Extent } from './geometry.ts'

/** A place between two characters in the DOM. */
export type CaretPlace = Pick<CaretPosition, 'offsetNode' | 'offset'>

/** Steps of a caret from line to line, in offsets of the text. */
export interface LineSteps {
  /** The offset in the line above (-1) or below (1) that is nearest to `x` across the window; null at the ends of the text. */
  step(offset: number, by: 1 | -1, x: number): number | null
  /** The first offset of a line, or the one after its last character. */
  edge(offset: number, edge: 'start' | 'end'): number
}

/** Where an article's text stands in the window, however it is laid out. Heights are CSS pixels from the window's top. */
export interface TextPlaces {
  /** Offset of the first character whose line ends below a height. */
  offsetAtHeight(y: number): number
  /** Height of the line of `offset`, a likely one where it is not laid out; null when it has none. */
  heightOf(offset: number): number | null
  /** From the first line of a passage to its last; null when it has no place. */
  extentOf(span: Span): Extent | null
  /** Gets ready what is around a place of the text, so that it stays where it is when it comes into view. */
  prepare(offset: number): void
  /** The place in the article that is nearest to a point of the window; `view` is the part of the window in which it is seen. */
  nearestCaret(view: DOMRect, x: number, y: number): CaretPlace | null
  /** Whether a selection that the browser made with a hand at a point of the window ends where the hand means. */
  isMeant(selection: Selection, x: number, y: number): boolean
  /** Where lines are, when the browser cannot tell. */
  readonly lines?: LineSteps
}

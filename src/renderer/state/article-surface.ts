import { signal } from '@preact/signals-core'
import type { Span } from '#core/text/span.ts'

/** What the article that is on screen can tell and do. The reading view puts it here while it shows one. */
export interface ArticleSurface {
  /** The element that scrolls. */
  readonly scroller: HTMLElement
  /** A DOM range over the span's characters; null when the span lies outside the text. */
  rangeOf(span: Span): Range | null
  /** Distance of the line that holds `offset` from the top of the scrolled content, in CSS pixels; null when it has no place. */
  topOf(offset: number): number | null
  /** Offset of the first character at or below a height of the window, in CSS pixels from its top. */
  offsetAtHeight(y: number): number
  /** Scrolls the span to a comfortable place, unless it is in one already. */
  reveal(span: Span, options: { readonly smooth: boolean }): void
  /** Lights the span for a moment. */
  flash(span: Span): void
  /** Makes the span the window's selection, and gives the article the focus. */
  select(span: Span): void
  /** Has `selectedSpan` say what is selected at this moment, also in the middle of a gesture. */
  readSelection(): void
  /** Takes the selection away, if any of it lies in the article. */
  clearSelection(): void
  /** Gives the article the keyboard's focus. */
  focus(): void
  /** Starts or ends reading with a caret. */
  toggleCaret(): void
}

export const articleSurface = signal<ArticleSurface | null>(null)

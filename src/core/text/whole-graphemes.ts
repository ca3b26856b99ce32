import type { Span } from './span.ts'

/** How far before an edge the text is cut into graphemes, in UTF-16 units; the longest emoji and stacks of marks are shorter. */
const REACH = 64

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** The grapheme that holds the unit at `offset` (Unicode Standard Annex 29, 3: extended grapheme clusters). */
function graphemeAt(text: string, offset: number): Span {
  // No grapheme goes beyond its line, so that a line is a safe place to begin; in a long one a distance is.
  const line = text.lastIndexOf('\n', offset - 1) + 1
  let from = Math.max(line, offset - REACH)
  if (from > line && isLowSurrogate(text.charCodeAt(from))) from -= 1
  const found = graphemes.segment(text.slice(from, offset + REACH)).containing(offset - from)
  return found === undefined
    ? { start: offset, end: offset }
    : { start: from + found.index, end: from + found.index + found.segment.length }
}

/** The span, widened where it would part what a reader takes for one character: a flag, a letter and its accents. */
export function wholeGraphemes(text: string, { start, end }: Span): Span {
  return {
    start: start < text.length ? graphemeAt(text, start).start : start,
    end: end > 0 && end < text.length ? graphemeAt(text, end - 1).end : end,
  }
}

import { sectionAt } from '#core/article/locate.ts'
import type { ArticleText } from '#core/article/article.ts'
import type { AnnotationColor } from '#core/annotation/annotation.ts'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import type { Span } from '#core/text/span.ts'
import { counted } from '../../components/counted.ts'
import type { PlacedAnnotation } from '../../state/placed-annotations.ts'
import { rowsOf } from './mark-margin-rows.ts'

/** How many marks are named one by one at a place of the margin; the others are counted. */
const NAMED = 3
const QUOTE_LENGTH = 90

/** What lies at a place of the margin. */
export interface MarginPlace {
  /** Title of the section there; empty before the first heading. */
  readonly section: string
  /** Share of the text before the place, in whole per cent. */
  readonly percent: number
  readonly marks: readonly { readonly color: AnnotationColor; readonly quote: string; readonly note: string }[]
  /** How many more marks there are than are named. */
  readonly more: number
  readonly cards: readonly string[]
  readonly hits: number
}

const shorten = (text: string): string => {
  const flat = text.replace(/\s+/gu, ' ').trim()
  const characters = Array.from(flat.slice(0, QUOTE_LENGTH * 2))
  return characters.length > QUOTE_LENGTH
    ? `${characters
        .slice(0, QUOTE_LENGTH - 1)
        .join('')
        .trimEnd()}…`
    : flat
}

interface MarginContent {
  readonly article: ArticleText
  readonly rows: number
  readonly marks: readonly PlacedAnnotation[]
  readonly cards: readonly ShownCard[]
  readonly hits: readonly Span[]
}

/** How far from a passage the pointer may be, in rows, and still mean it. */
const REACH = 2

/** Whether a passage is drawn at a row or right beside it. */
const isAt = (span: Span, row: number, rows: number, length: number): boolean => {
  const { from, to } = rowsOf(span, rows, length)
  return from - REACH <= row && row < to + REACH
}

/** The marks at a row, the one whose beginning is nearest first. */
export function marksAt({ article, rows, marks }: MarginContent, row: number): readonly PlacedAnnotation[] {
  const { length } = article.text
  const offset = (row / Math.max(1, rows)) * length
  const distance = (placed: PlacedAnnotation): number => Math.abs((placed.span?.start ?? 0) - offset)
  return marks
    .filter(({ span }) => span !== null && isAt(span, row, rows, length))
    .toSorted((a, b) => distance(a) - distance(b))
}

export function placeAt(content: MarginContent, row: number, offset: number): MarginPlace {
  const { article, rows, cards, hits } = content
  const { length } = article.text
  const marks = marksAt(content, row)
  const named = marks.slice(0, NAMED)
  return {
    section: sectionAt(article, offset)?.title ?? '',
    percent: Math.round((100 * offset) / Math.max(1, length)),
    marks: named.map(({ annotation: { color, selectors, note } }) => ({
      color,
      quote: shorten(selectors.quote.exact),
      note: shorten(note),
    })),
    more: marks.length - named.length,
    cards: cards.filter(card => card.number > 0 && isAt(card.passage, row, rows, length)).map(card => card.title),
    hits: hits.filter(hit => isAt(hit, row, rows, length)).length,
  }
}

/** What the margin says of itself: the mark that has the focus and its number from 0, or how many marks there are. */
export function marginValue(mark: PlacedAnnotation | null, index: number, count: number): string {
  if (mark === null) return `${counted(count, 'mark', 'marks')}. The arrow keys go from one to the next.`
  const { color, style, selectors, note } = mark.annotation
  const noted = note === '' ? '' : ' It has a note.'
  const quote = shorten(selectors.quote.exact)
  return `Mark ${index + 1} of ${count}, ${color} ${style}: ${quote}${/[.!?…]$/u.test(quote) ? '' : '.'}${noted}`
}

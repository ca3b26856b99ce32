import * as v from 'valibot'

/** A position in an article's text: a whole number of UTF-16 units from its start. */
export const offsetSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A passage as files and messages carry it. */
export const passageSchema = v.object({ start: offsetSchema, end: offsetSchema, quote: v.string() })

/**
 * A run of an article's text: UTF-16 offsets, `end` exclusive.
 * Every position in the program is of this kind.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the words it covers, so that it can be read and checked without the text. */
export interface Passage extends Span {
  readonly quote: string
}

/** True when the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** True when `inner` lies wholly within `outer`; equal spans contain each other. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Text order: by start, and of two that start together the longer one first. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The span with the words it covers in `text`. */
export const passageAt = (text: string, span: Span): Passage => ({
  start: span.start,
  end: span.end,
  quote: text.slice(span.start, span.end),
})

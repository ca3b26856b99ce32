import { bisect } from '#core/order/bisect.ts'

/**
 * Maps offsets of an article's text to places in its DOM and back, without touching the DOM: it knows text nodes only as
 * numbered segments. Both ways are binary searches in typed arrays of prefix sums.
 *
 * A segment may hold soft hyphens that are not in the text: they were put in for the line breaks. `breaks` lists, in
 * order, the text offset before which each of them stands.
 */
export interface TextMap {
  /** Text offset of each segment's first character, ascending. */
  readonly starts: Uint32Array
  /** Text offset after each segment's last character. */
  readonly ends: Uint32Array
  /** Text offset before which each soft hyphen stands, ascending. */
  readonly breaks: Uint32Array
}

/** A place in a segment: its number, and an offset in its characters, soft hyphens counted. */
export interface Place {
  readonly segment: number
  readonly offset: number
}

/** Number of elements below `value` in an ascending array. */
function countBelow(sorted: Uint32Array, value: number): number {
  return bisect(0, sorted.length, at => (sorted[at] ?? 0) < value)
}

/** Number of elements at or below `value` in an ascending array. */
export const countUpTo = (sorted: Uint32Array, value: number): number => countBelow(sorted, value + 1)

/** Soft hyphens in a segment that stand before its text offset `at`, the one right there counted when `including`. */
function hyphensBefore(map: TextMap, segment: number, at: number, including: boolean): number {
  const start = map.starts[segment] ?? 0
  const reached = including ? countUpTo(map.breaks, at) : countBelow(map.breaks, at)
  return Math.max(0, reached - countUpTo(map.breaks, start))
}

/**
 * Where a passage that starts at `offset` starts: before the character at `offset`, in the segment that holds it.
 * An offset between two segments (a line feed of the text) belongs to the one that follows. Null at or after the end.
 */
export function startPlace(map: TextMap, offset: number): Place | null {
  const segment = countUpTo(map.ends, offset)
  if (segment >= map.starts.length) return null
  const start = map.starts[segment] ?? 0
  const at = Math.max(offset, start)
  return { segment, offset: at - start + hyphensBefore(map, segment, at, true) }
}

/**
 * Where a passage that ends at `offset` ends: after the character at `offset - 1`, in the segment that holds it.
 * An offset between two segments belongs to the one before. Null at or before the start.
 */
export function endPlace(map: TextMap, offset: number): Place | null {
  const segment = countBelow(map.starts, offset) - 1
  if (segment < 0) return null
  const at = Math.min(offset, map.ends[segment] ?? 0)
  return { segment, offset: at - (map.starts[segment] ?? 0) + hyphensBefore(map, segment, at, false) }
}

/** Text offset of a place. Places on either side of a soft hyphen have the same one. */
export function offsetOf(map: TextMap, place: Place): number {
  const start = map.starts[place.segment] ?? 0
  const end = map.ends[place.segment] ?? 0
  const first = countUpTo(map.breaks, start)
  const last = countBelow(map.breaks, end)
  // The nth soft hyphen of the segment stands at (its text offset - start) + n; count those that lie before the place.
  const before = bisect(0, last - first, at => (map.breaks[first + at] ?? 0) - start + at < place.offset)
  return Math.min(end, start + place.offset - before)
}

import { bisect } from '../../order/bisect.ts'
import { contains } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'

/**
 * Looks up which of many things stand in a span, by any of their places, each once and in the order of `things`. A book has
 * a hundred thousand mentions and thousands of paragraphs, so places are found by binary search.
 */
export const partsWithin = <T>(
  things: readonly T[],
  placesOf: (thing: T) => readonly Span[],
): ((span: Span) => readonly T[]) => {
  const places = things
    .flatMap((thing, index) => placesOf(thing).map(place => ({ index, place })))
    .toSorted((a, b) => a.place.start - b.place.start)
  const firstFrom = (start: number): number => {
    return bisect(0, places.length, at => (places[at]?.place.start ?? Infinity) < start)
  }
  return span => {
    const found = new Set<number>()
    for (let at = firstFrom(span.start); at < places.length; at++) {
      const entry = places[at]
      if (entry === undefined || entry.place.start >= span.end) break
      if (contains(span, entry.place)) found.add(entry.index)
    }
    return [...found].toSorted((a, b) => a - b).flatMap(index => things[index] ?? [])
  }
}

import DiffMatchPatch from 'diff-match-patch'
import type { Span } from '#core/text/span.ts'
import type { Contestant } from '../contestant.ts'
import type { Mark } from '../generated-marks.ts'

/** Its patterns are limited to the bits of a number: a long quote is found by its first and its last characters. */
const find = (matcher: DiffMatchPatch, text: string, { selectors: { quote, position } }: Mark): Span | null => {
  const bits = matcher.Match_MaxBits
  const start = matcher.match_main(text, quote.exact.slice(0, bits), position.start)
  if (start === -1) return null
  const tail = quote.exact.slice(-bits)
  const tailStart = matcher.match_main(text, tail, start + quote.exact.length - tail.length)
  return tailStart === -1 ? null : { start, end: tailStart + tail.length }
}

export const diffMatchPatch: Contestant = {
  shows: 'nothing',
  anchor: ({ root }, marks) => {
    const text = root.textContent ?? ''
    const matcher = new DiffMatchPatch()
    // A passage may have moved anywhere: without this the search gives up a thousand characters from the old place.
    matcher.Match_Distance = text.length * 2
    return marks.map(mark => find(matcher, text, mark))
  },
}

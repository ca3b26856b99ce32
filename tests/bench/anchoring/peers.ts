import DiffMatchPatch from 'diff-match-patch'
import search from 'approx-string-match'
import { toTextPosition } from 'dom-anchor-text-quote'
import { parseHTML } from 'linkedom'
import type { Selectors } from '#core/annotation/annotation.ts'
import { occurrencesOf } from '#core/anchoring/occurrences.ts'
import type { Span } from '#core/text/span.ts'

/** Another way to find passages again: one span for each of the selectors, null where it gives up. */
export interface Peer {
  readonly name: string
  /** What it was made to do here, for the reader of the figures. */
  readonly how: string
  /** Whether it looks for edited words at all. */
  readonly fuzzy: boolean
  find(text: string, list: readonly Selectors[]): (Span | null)[]
}

const plainSearch: Peer = {
  name: 'indexOf',
  how: 'the words as they stand; of several places the one nearest to the old position',
  fuzzy: false,
  find: (text, list) =>
    list.map(({ quote: { exact }, position }) => {
      const near = (start: number): number => Math.abs(start - position.start)
      const [start] = occurrencesOf(text, exact).toSorted((a, b) => near(a) - near(b))
      return start === undefined ? null : { start, end: start + exact.length }
    }),
}

/** Characters of one string found in the other in the same order from its beginning, as a share of the first. */
const likeness = (a: string, b: string): number => {
  if (a === '') return 1
  const [best] = search(b, a, a.length).toSorted((x, y) => x.errors - y.errors)
  return best ? 1 - best.errors / a.length : 0
}

/** More errors than this are not looked for in a long quote, which would take seconds. */
const MOST_ERRORS = 256
/** What a full agreement of the quote, of each side of its context, and of the place is worth. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, place: 2 }

const approximate: Peer = {
  name: 'approx-string-match',
  how: 'up to half of the quote’s characters may differ; of the matches the one with the best quote, context and place, weighed as 50, 20 and 20, and 2',
  fuzzy: true,
  find: (text, list) =>
    list.map(({ quote: { exact, prefix, suffix }, position }) => {
      const same = occurrencesOf(text, exact).map(start => ({ start, end: start + exact.length, errors: 0 }))
      const matches = same.length > 0 ? same : search(text, exact, Math.min(MOST_ERRORS, Math.floor(exact.length / 2)))
      const score = ({ start, end, errors }: Span & { readonly errors: number }): number =>
        WEIGHTS.quote * (1 - errors / exact.length) +
        WEIGHTS.prefix * likeness(prefix, text.slice(Math.max(0, start - prefix.length), start)) +
        WEIGHTS.suffix * likeness(suffix, text.slice(end, end + suffix.length)) +
        WEIGHTS.place * (1 - Math.abs(start - position.start) / text.length)
      const [best] = matches.map(match => ({ match, score: score(match) })).toSorted((a, b) => b.score - a.score)
      return best ? { start: best.match.start, end: best.match.end } : null
    }),
}

const bitap: Peer = {
  name: 'diff-match-patch',
  how: 'match_main for the first 32 characters at the old position, then for the last 32; passages may have moved anywhere',
  fuzzy: true,
  find: (text, list) => {
    const matcher = new DiffMatchPatch()
    matcher.Match_Distance = text.length * 2
    const bits = matcher.Match_MaxBits
    return list.map(({ quote: { exact }, position }) => {
      const start = matcher.match_main(text, exact.slice(0, bits), position.start)
      if (start === -1) return null
      const tail = exact.slice(-bits)
      const last = matcher.match_main(text, tail, start + exact.length - tail.length)
      return last === -1 || last + tail.length <= start ? null : { start, end: last + tail.length }
    })
  },
}

const quoteAnchor: Peer = {
  name: 'dom-anchor-text-quote',
  how: 'toTextPosition with the old position as its hint, on a document that linkedom made of the text',
  fuzzy: true,
  find: (text, list) => {
    const { document } = parseHTML('<!doctype html><html><body><pre></pre></body></html>')
    const root = document.querySelector('pre')
    if (root === null) throw new Error('The document has no place for the text.')
    root.textContent = text
    return list.map(({ quote, position }) => toTextPosition(root, quote, { hint: position.start }))
  },
}

export const peers: readonly Peer[] = [approximate, bitap, quoteAnchor, plainSearch]

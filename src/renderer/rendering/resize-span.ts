import type { Span } from '#core/text/span.ts'
import { words } from '#core/text/words.ts'

/** Which edge of a mark moves, and which way. */
export type EdgeMove = 'start-back' | 'start-forward' | 'end-back' | 'end-forward'

/** Characters looked at on either side of an edge: more than any word has. */
const REACH = 400

const nearby = (text: string, offset: number) =>
  words(text, { start: Math.max(0, offset - REACH), end: Math.min(text.length, offset + REACH) })

type Move = (text: string, span: Span) => Span | null

const moves: Readonly<Record<EdgeMove, Move>> = {
  'start-back': (text, span) => {
    const word = nearby(text, span.start).findLast(found => found.start < span.start)
    return word === undefined ? null : { start: word.start, end: span.end }
  },
  'start-forward': (text, span) => {
    const word = nearby(text, span.start).find(found => found.start > span.start)
    return word === undefined || word.start >= span.end ? null : { start: word.start, end: span.end }
  },
  'end-back': (text, span) => {
    const word = nearby(text, span.end).findLast(found => found.end < span.end)
    return word === undefined || word.end <= span.start ? null : { start: span.start, end: word.end }
  },
  'end-forward': (text, span) => {
    const word = nearby(text, span.end).find(found => found.end > span.end)
    return word === undefined ? null : { start: span.start, end: word.end }
  },
}

/**
 * The span with one edge moved by a word: to the start of a word for its start, to the end of one for its end. At least
 * one word stays. The span itself when the edge cannot move further.
 */
export const moveEdge = (text: string, span: Span, move: EdgeMove): Span => moves[move](text, span) ?? span

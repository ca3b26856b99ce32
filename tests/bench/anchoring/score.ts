import type { Span } from '#core/text/span.ts'
import type { AnchoringText } from '#core/anchoring/anchor-all.ts'
import type { AnchoringCase, Expected } from './case.ts'
import { trimSpan } from './edited-text.ts'

/** Right and wrong, as the benchmark counts them. */
export const outcomes = ['found right', 'found wrong', 'found loosely', 'refused rightly', 'refused wrongly'] as const
export type Outcome = (typeof outcomes)[number]

/** At least this share of the characters of both spans together is in both. */
const RIGHT = 0.9
const LOOSE = 0.5

export interface Judgement {
  readonly outcome: Outcome
  /** The found span is the true one to the character, white space around it aside. */
  readonly exactEdges: boolean
}

/** Characters other than white space in both spans, as a share of those in either. */
const overlap = (text: string, a: Span, b: Span): number => {
  const ink = (start: number, end: number): number =>
    start < end ? text.slice(start, end).replace(/\s/gu, '').length : 0
  const both = ink(Math.max(a.start, b.start), Math.min(a.end, b.end))
  return both / Math.max(1, ink(a.start, a.end) + ink(b.start, b.end) - both)
}

/** `found` is null where the contestant refused. */
export const judge = ({ text }: Pick<AnchoringText, 'text'>, expected: Expected, found: Span | null): Judgement => {
  if (found === null) {
    return { outcome: expected.kind === 'find' ? 'refused wrongly' : 'refused rightly', exactEdges: false }
  }
  if (expected.kind === 'refuse') return { outcome: 'found wrong', exactEdges: false }
  const span = trimSpan(text, found)
  const share = overlap(text, span, expected.span)
  const touches = expected.kind === 'either' ? share > 0 : share >= LOOSE
  return {
    outcome: share >= RIGHT ? 'found right' : touches ? 'found loosely' : 'found wrong',
    exactEdges: span.start === expected.span.start && span.end === expected.span.end,
  }
}

/** Counts of one contestant over the cases of one family. */
export interface Score {
  readonly counts: Record<Outcome, number>
  /** Annotations of which a word that bears meaning was edited without a change of what is said; within `counts` too. */
  readonly meaning: Record<Outcome, number>
  exactEdges: number
  milliseconds: number
}

const none = (): Record<Outcome, number> => ({
  'found right': 0,
  'found wrong': 0,
  'found loosely': 0,
  'refused rightly': 0,
  'refused wrongly': 0,
})

export const emptyScore = (): Score => ({ counts: none(), meaning: none(), exactEdges: 0, milliseconds: 0 })

/** Adds the answers to one case, one for each passage in its order. */
export const addToScore = (
  score: Score,
  { next, passages }: AnchoringCase,
  found: readonly (Span | null)[],
): Outcome[] =>
  passages.map(({ expected }, index) => {
    const { outcome, exactEdges } = judge(next, expected, found[index] ?? null)
    score.counts[outcome] += 1
    if (expected.kind === 'find' && expected.meaning) score.meaning[outcome] += 1
    score.exactEdges += Number(exactEdges)
    return outcome
  })

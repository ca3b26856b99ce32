import type { Span } from '#core/text/span.ts'
import type { AnchoringText } from '#core/anchoring/anchor-all.ts'
import type { AnchoringCase, Expected } from './case.ts'
import { inked, trimSpan } from './edited-text.ts'

/** Right and wrong, as the benchmark counts them. */
export const outcomes = ['found right', 'found wrong', 'found loosely', 'refused rightly', 'refused wrongly'] as const
export type Outcome = (typeof outcomes)[number]

/** Right is what has at least this share of the characters of both spans together in both. */
const RIGHT = 0.9
/** Wrong is what has less than this share of the shown characters in the true span: the mark stands on other words. */
const LOOSE = 0.5

interface Judgement {
  readonly outcome: Outcome
  /** The found span is the true one to the character, white space around it aside. */
  readonly exactEdges: boolean
}

/** Of the visible characters: those in both spans as a share of those in either, and of those that were found. */
const overlap = (text: string, found: Span, truth: Span): { ofEither: number; ofFound: number } => {
  const ink = (start: number, end: number): number => (start < end ? inked(text.slice(start, end)) : 0)
  const both = ink(Math.max(found.start, truth.start), Math.min(found.end, truth.end))
  const inFound = ink(found.start, found.end)
  return {
    ofEither: both / Math.max(1, inFound + ink(truth.start, truth.end) - both),
    ofFound: both / Math.max(1, inFound),
  }
}

/** `found` is null where the contestant refused. */
const judge = ({ text }: Pick<AnchoringText, 'text'>, expected: Expected, found: Span | null): Judgement => {
  if (found === null) {
    return { outcome: expected.kind === 'find' ? 'refused wrongly' : 'refused rightly', exactEdges: false }
  }
  if (expected.kind === 'refuse') return { outcome: 'found wrong', exactEdges: false }
  const span = trimSpan(text, found)
  const { ofEither, ofFound } = overlap(text, span, expected.span)
  const touches = expected.kind === 'either' ? ofFound > 0 : ofFound >= LOOSE
  return {
    outcome: ofEither >= RIGHT ? 'found right' : touches ? 'found loosely' : 'found wrong',
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

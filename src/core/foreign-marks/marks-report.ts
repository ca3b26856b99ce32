import type { ForeignMark } from './foreign-mark.ts'
import type { MatchedBy } from './match-work.ts'

/**
 * What became of a mark: `placed` on its words, or in the page note when it has none; `changed` on words that are not quite the same;
 * `uncertain`, kept with the article as a mark without a passage; `updated`, there before and changed since; `present`, there before as
 * it is; `waiting` for its article; `removed` by the reader before.
 */
export type MarkOutcome = 'placed' | 'changed' | 'uncertain' | 'updated' | 'present' | 'waiting' | 'removed'

export type OutcomeCounts = Readonly<Record<MarkOutcome, number>>

export const NO_OUTCOMES: OutcomeCounts = {
  placed: 0,
  changed: 0,
  uncertain: 0,
  updated: 0,
  present: 0,
  waiting: 0,
  removed: 0,
}

/** A mark that a reader may want to look at, in words. */
interface ToldMark {
  readonly outcome: MarkOutcome
  readonly quote: string
  readonly note: string
}

/** What became of the marks on one work. */
export interface WorkReport {
  readonly title: string
  readonly authors: readonly string[]
  /** The document that it is; null when its marks wait. */
  readonly document: string | null
  readonly by: MatchedBy | 'reader' | null
  /** Documents that it may be, where that was not certain. */
  readonly candidates: readonly string[]
  readonly counts: OutcomeCounts
  /** Those that are not where the reader marked them: uncertain and waiting ones, the first of them. */
  readonly marks: readonly ToldMark[]
}

/** What an import of marks came to. */
export interface MarksReport {
  readonly program: ForeignMark['program']
  readonly works: readonly WorkReport[]
  readonly counts: OutcomeCounts
  readonly warnings: readonly string[]
}

export const addCounts = (all: readonly OutcomeCounts[]): OutcomeCounts => {
  const sum: Record<MarkOutcome, number> = { ...NO_OUTCOMES }
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sum[name as MarkOutcome] += count
  return sum
}

import type { Passage, Span } from '../text/span.ts'
import type { HitPlace } from './search-query.ts'

/** One place that says what was looked for. */
export interface SearchHit {
  readonly place: HitPlace
  /** What is shown of it. Of a hit in the article's text these are the words of its passage. */
  readonly snippet: string
  /** What was looked for, as offsets into the snippet. */
  readonly marks: readonly Span[]
  /** Whether more stands before and after the snippet. */
  readonly cut: { readonly before: boolean; readonly after: boolean }
  /** Where it stands in the article's text, or what it is about there; null when that is nowhere. */
  readonly passage: Passage | null
  /** The higher the better; of one answer only. */
  readonly score: number
}

/** What one document says of what was looked for, the best first. */
export interface FoundDocument {
  readonly id: string
  readonly hits: readonly SearchHit[]
  /** Whether it has more hits than these. */
  readonly more: boolean
}

/** A word that stands nowhere, and what was looked for in its place. */
export interface CorrectedWord {
  readonly typed: string
  readonly taken: readonly string[]
}

export interface SearchAnswer {
  readonly documents: readonly FoundDocument[]
  /** Whether more documents hold it than these. */
  readonly more: boolean
  readonly corrected: readonly CorrectedWord[]
  /** Words that stand nowhere, and nothing like them. */
  readonly unknown: readonly string[]
}

/** What is asked of the index. */
export interface SearchQuestion {
  readonly typed: string
  /** Only in this document; null for all. */
  readonly document: string | null
  /** Most documents, and most hits of each, that are answered with. */
  readonly documents: number
  readonly hits: number
}

import type { SearchAnswer, SearchQuestion } from '#core/search/search-answer.ts'
import type { Result } from '#core/result/result.ts'

/** What is to be brought up to date. */
export interface RefreshOrder {
  /** Ids of all documents of the library, the oldest first. */
  readonly documents: readonly string[]
  /** Those that may have changed; null for any. */
  readonly among: readonly string[] | null
}

/** What bringing the index up to date came to. */
export interface Refreshed {
  /** Documents that had changed. */
  readonly changed: number
  /** Documents that the index does not have as they are now, because it is another program's. */
  readonly missing: number
  /** Ids of documents of which not everything could be read. */
  readonly unreadable: readonly string[]
}

export interface Asked {
  readonly answer: SearchAnswer
  /** True when the index was found damaged and thrown away: it has to be made anew. */
  readonly lost: boolean
}

export type SearchProgress = (done: number, total: number) => void

/** What searches one library: in this thread, or in one of its own. */
export interface Searcher {
  /** Brings the index up to date in steps, between which questions are answered. `progress` counts documents that had changed. */
  refresh(order: RefreshOrder, progress?: SearchProgress): Promise<Result<Refreshed>>
  /**
   * Asks some questions itself, so that the first ones of a reader are answered as fast as those that follow. It ends when a reader asks, and is
   * done once. True when the index was found damaged and thrown away: it has to be made anew.
   */
  rehearse(): Promise<boolean>
  /** Answers from the index as it is. */
  ask(question: SearchQuestion): Promise<Result<Asked>>
  /** Ends what is under way. */
  close(): Promise<void>
}

import type { Result } from '#core/result/result.ts'
import type { SearchQuestion } from '#core/search/search-answer.ts'
import type { IndexPlace } from './index-file.ts'
import type { Asked, RefreshOrder, Refreshed } from './searcher.ts'

/** What the thread is started with. */
export interface SearchThreadData {
  readonly place: IndexPlace
  /** Folder that holds the documents'. */
  readonly documents: string
}

/** What is asked of the thread; `number` names the order in its answers. */
export type SearchOrder = { readonly number: number } & (
  | { readonly kind: 'refresh'; readonly order: RefreshOrder }
  | { readonly kind: 'rehearse' }
  | { readonly kind: 'ask'; readonly question: SearchQuestion }
  | { readonly kind: 'close' }
)

/** What the thread says: how far a refresh is, any number of times, and what an order came to. */
export type SearchReply = { readonly number: number } & (
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'refreshed'; readonly result: Result<Refreshed> }
  | { readonly kind: 'rehearsed'; readonly lost: boolean }
  | { readonly kind: 'asked'; readonly result: Result<Asked> }
  | { readonly kind: 'closed' }
)

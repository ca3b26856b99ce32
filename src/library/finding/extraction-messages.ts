import type { LexiconEntry } from '#core/mechanism/entities/lexicon.ts'
import type { ExtractableArticle } from '#core/mechanism/extract.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { Result } from '#core/result/result.ts'

/** What the thread is started with. */
export interface ExtractionThreadData {
  /** Folder that holds `lexicon/`. */
  readonly resources: string
}

/** What is asked of the thread, one at a time. */
export interface ExtractionOrder {
  readonly article: ExtractableArticle
  readonly own: readonly LexiconEntry[]
}

/** What the thread says: how far it is, any number of times, and then the result. */
export type ExtractionAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'result'; readonly result: Result<Extraction> }

import type { LexiconEntry } from '#core/mechanism/entities/lexicon.ts'
import type { ExtractableArticle } from '#core/mechanism/extract.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { Result } from '#core/result/result.ts'

export interface ExtractOptions {
  /** Ends the search; it then fails with `cancelled`. */
  readonly signal?: AbortSignal | undefined
  /** Takes the share of the text that has been looked through, 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined
}

/** What looks for mechanisms: in this thread, or in one of its own. */
export interface Extractor {
  /**
   * What the article says, found with the program's lexicon and the reader's entries. Fails with `cancelled`,
   * `not-readable` (the lexicon), or `unexpected` when the text takes more memory than there is for it.
   */
  extract(
    article: ExtractableArticle,
    own: readonly LexiconEntry[],
    options?: ExtractOptions,
  ): Promise<Result<Extraction>>
  /** Ends what is under way, and the thread; what is asked for later starts another. */
  close(): Promise<void>
}

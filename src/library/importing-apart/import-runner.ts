import type { Article, Origin } from '#core/article/article.ts'
import type { FileProgress } from '#core/article/file-progress.ts'
import type { PageLayout } from '#core/article/page-layout.ts'
import type { Result } from '#core/result/result.ts'
import type { Companions } from '../importing/pictures/companions.ts'
import type { Asset } from '../importing/pictures/take-in-pictures.ts'

/** A file that has been read: its bytes, and their SHA-256 in lower-case hexadecimal. */
export interface SourceFile {
  readonly bytes: Uint8Array
  readonly hash: string
}

/** What an importer is told apart from the bytes. */
export interface ImportOrder {
  /** File name as it came in, without folders. */
  readonly fileName: string
  /** ISO 8601, UTC. */
  readonly now: string
  /** Name and version of the program. */
  readonly program: string
  /** Where it was fetched from; absent for a file of the disk. */
  readonly origin?: Origin
}

/** What a file comes to. The article's id does not know of the library's other documents yet. */
export interface ImportedArticle {
  readonly article: Article
  readonly html: string
  readonly assets: readonly Asset[]
  /** Where its text stands on its pages; null or absent when it has none. */
  readonly layout?: PageLayout | null
}

/** What an import may have beside the file. */
export interface ImportBeside {
  /** Ends it. */
  readonly signal?: AbortSignal | undefined
  /** Read by whoever asked for the import, not by the process that imports; none when left out. */
  readonly companions?: Companions
  /** Told now and then how far a file of pages or chapters has been read. */
  readonly progress?: ((progress: FileProgress) => void) | undefined
}

/** What turns the bytes of a file into an article: in this thread, or in a process of its own that has limits. */
export interface ImportRunner {
  /** How many files it imports at the same time; more may be asked for, and wait. */
  readonly atOnce: number
  /** Gets ready, so that an import which follows soon need not wait for it. May be called at any time, and in vain. */
  prepare(): void
  /**
   * Fails with `cancelled` when `signal` says so, with `not-readable` when the file took more time or memory than it may
   * or ended the process that read it, with `unexpected` when the answer is not what an importer gives, and as the importer does.
   */
  run(source: SourceFile, order: ImportOrder, beside?: ImportBeside): Promise<Result<ImportedArticle>>
  /** Ends what is under way, which then fails with `cancelled`; what is asked for later starts anew. */
  close(): Promise<void>
}

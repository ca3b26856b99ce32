import type { ArticleMetadata, Origin, Provenance } from '#core/article/article.ts'
import type { FileProgress } from '#core/article/file-progress.ts'
import type { PageSize } from '#core/article/page-layout.ts'
import type { Result } from '#core/result/result.ts'
import type { Content } from './content-tree.ts'

/** What a file says, in the one form that all formats come to before they become a canonical article. */
export interface ReadFile {
  readonly format: Provenance['format']
  readonly metadata: ArticleMetadata
  readonly content: Content
  /** What was amiss on the way to the content, a sentence each; the content has its own. */
  readonly warnings: readonly string[]
  /**
   * Formats that hold their pictures themselves: the bytes of the one that is named so; null when there is none. Absent when pictures lie
   * beside the file.
   */
  readonly picture?: (reference: string) => Uint8Array | null
  /** How the file names the picture that stands for it. */
  readonly cover?: string
  /** The sizes of its pages, of a format that has pages; the runs of the content say where they stand on them. */
  readonly pages?: readonly PageSize[]
}

/** Told after each page or chapter; what reads goes on when it has been taken. */
export type TellProgress = (progress: FileProgress) => Promise<void>

/**
 * Reads a file of one format. `fileName` is that as it came in, without folders; it only stands in for a title. `origin` is where it was
 * fetched from. `tell` hears how far formats are that have pages or chapters.
 */
export type FileReader = (
  bytes: Uint8Array,
  fileName: string,
  origin?: Origin,
  tell?: TellProgress,
) => Result<ReadFile> | Promise<Result<ReadFile>>

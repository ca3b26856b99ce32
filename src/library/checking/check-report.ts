import type { FileProgress } from '#core/article/file-progress.ts'
import type { ImportRunner } from '../importing-apart/import-runner.ts'

/** One thing that is not as it should be. */
export interface CheckProblem {
  /** Relative to the library's folder, with forward slashes. */
  readonly path: string
  /** One line: what is wrong and, after a repair, what was done about it and what could not be. */
  readonly problem: string
  /** False when nothing was done, or when something may be lost for good. */
  readonly repaired: boolean
}

/** What a check works with: where, whether it may mend, and where it puts what it finds. */
export interface Check {
  /** Absolute path of the library's folder. */
  readonly folder: string
  readonly repair: boolean
  readonly now: () => string
  /** Makes an article again from the file that came in. */
  readonly importer: ImportRunner
  /** Told how far the file is from which an article is made again; it is named as it came in. */
  readonly progress?: ((fileName: string, progress: FileProgress) => void) | undefined
  readonly report: (path: string, problem: string, repaired: boolean) => void
  /** True when something was told of the file, or of one in the folder. */
  readonly isTold: (path: string) => boolean
}

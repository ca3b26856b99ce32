import type { FileProgress } from '#core/article/file-progress.ts'
import type { MarksReport } from '#core/foreign-marks/marks-report.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { fileSource } from './import-source.ts'
import type { ImportSource } from './import-source.ts'
import type { ImportOptions, ImportOutcome, OpenLibrary } from './open-library.ts'

/** What one came to: an article, or marks of another program. */
export type ManyOutcome = ImportOutcome | { readonly status: 'marks'; readonly report: MarksReport }

/** One of those that are imported together. */
export interface ImportItem {
  /** As the reader named it, or as it was found: a path, an address. */
  readonly name: string
  readonly source: ImportSource
  /** True of a file: it may hold marks of another program. */
  readonly mayHoldMarks?: boolean
}

/** A file, with the pictures that lie beside it. */
export const fileItem = (path: string): ImportItem => ({ name: path, source: fileSource(path), mayHoldMarks: true })

export interface ManyOptions {
  /** The same for all. */
  readonly options?: ImportOptions
  /** Those that are under way and those to come then fail with `cancelled`; what is done stays. */
  readonly signal?: AbortSignal
  /** Called when it is an item's turn, and when it is over; several are under way at once. */
  readonly began?: (item: ImportItem) => void
  readonly ended?: (item: ImportItem, outcome: Result<ManyOutcome>) => void
  /** Told now and then how far an item has been read that has pages or chapters. */
  readonly advanced?: (item: ImportItem, progress: FileProgress) => void
}

/** Read ahead while as many as may be are imported, so that none waits for the disk. */
const AHEAD = 1

const CANCELLED = fail('cancelled', 'It was not imported, because the import was cancelled.')

/** A fault in one import is told as its outcome, so that the others go on. */
const importOne = async (
  library: OpenLibrary,
  { name, source, mayHoldMarks = false }: ImportItem,
  options: ImportOptions,
): Promise<Result<ManyOutcome>> => {
  try {
    if (!mayHoldMarks) return await library.importSource(source, options)
    const read = await source(options.signal)
    if (!read.ok) return read
    const marks = await library.marks.import(read.value)
    if (!marks.ok) return marks
    if (marks.value !== null) return succeed({ status: 'marks', report: marks.value })
    return await library.importSource(() => Promise.resolve(read), options)
  } catch (error) {
    console.error(`Importing ${name} failed:`, error)
    return fail(
      'unexpected',
      'It could not be imported because of a fault in Pathmark. The others were still imported.',
    )
  }
}

/** Imports many, as many at once as the machine has room for. The outcomes are in the order of `items`, whichever was done first. */
export const importMany = async (
  library: OpenLibrary,
  items: readonly ImportItem[],
  { options = {}, signal, began, ended, advanced }: ManyOptions = {},
): Promise<readonly Result<ManyOutcome>[]> => {
  const outcomes: Result<ManyOutcome>[] = items.map(() => CANCELLED)
  const rest = items.entries()
  const isCancelled = (): boolean => signal?.aborted === true
  const work = async (): Promise<void> => {
    for (const [index, item] of rest) {
      if (isCancelled()) return
      began?.(item)
      const settled = await importOne(library, item, {
        ...options,
        ...(signal !== undefined && { signal }),
        progress: progress => advanced?.(item, progress),
      })
      // Ctrl+C reaches the processes that import as well; that they ended is then no failure of their files.
      const outcome = isCancelled() && !settled.ok ? CANCELLED : settled
      outcomes[index] = outcome
      ended?.(item, outcome)
    }
  }
  await Promise.all(Array.from({ length: Math.min(items.length, library.importsAtOnce + AHEAD) }, work))
  return outcomes
}

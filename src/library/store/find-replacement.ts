import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { previousPath } from './durable-file.ts'
import type { FileFormat } from './file-format.ts'
import type { FileState } from './inspect-file.ts'
import type { ReadJournals } from './journal-file.ts'
import { removePrevious } from './remove-journals.ts'
import { putBack } from './set-aside.ts'

/** A value made in place of one that cannot be read. */
export interface Remade<T> {
  readonly value: T
  /** What was done, one clause. */
  readonly how: string
  /** True when what was in the file may be lost for good. */
  readonly losing: boolean
}

/** How the value of a file that is damaged or gone is come by. */
export interface ReplacementRules<T> {
  readonly path: string
  readonly format: FileFormat<T>
  /** True of a value that is known to hold less than the file did: of the version before its last change, or of one that is new. */
  readonly lacks?: ((value: T) => boolean) | undefined
  /** Makes the value anew when no version of the file is good and complete; null when that cannot be done. */
  readonly remake?: ((hadPrevious: boolean) => Promise<Remade<T> | null>) | undefined
}

/** What was found in the place of the file and beside it. */
export interface FoundInPlace<T> {
  /** False when the file is missing. */
  readonly isThere: boolean
  /** The version before its last change, with its journals. */
  readonly previous: FileState<T>
  readonly journals: ReadJournals
}

/**
 * What the version before the last change lacks of the file: `none` when the journal tells of all changes since then, `some` when a
 * part of the journal cannot be read, `last` when there is no journal to tell, `later` when it is known to be incomplete.
 */
export type MissingChanges = 'none' | 'some' | 'last' | 'later'

export interface Replacement<T> {
  readonly value: T
  readonly source:
    | { readonly from: 'previous'; readonly missing: MissingChanges }
    | { readonly from: 'remade'; readonly how: string; readonly losing: boolean }
  /** Paths of the files that are damaged, that of the file itself first. */
  readonly damaged: readonly string[]
}

const missingChanges = (isWhole: boolean, hasJournal: boolean, isGarbled: boolean): MissingChanges => {
  if (!isWhole) return 'later'
  if (isGarbled) return 'some'
  return hasJournal ? 'none' : 'last'
}

/**
 * Decides what takes the place of a file that is damaged or missing: the version before its last change when that is good and
 * complete, else one that is made anew, else the version before all the same. Null when there is nothing.
 */
export const findReplacement = async <T>(
  { path, format, lacks, remake }: ReplacementRules<T>,
  { isThere, previous, journals: { lines, garbled } }: FoundInPlace<T>,
): Promise<Replacement<T> | null> => {
  const { journal } = format
  const damaged = [
    ...(isThere ? [path] : []),
    ...(previous.state === 'damaged' ? [previousPath(path)] : []),
    ...garbled,
  ]
  const isWhole = previous.state === 'good' && lacks?.(previous.value) !== true
  const remade = isWhole ? null : ((await remake?.(previous.state !== 'missing')) ?? null)
  if (remade !== null) {
    const { how, losing } = remade
    const value = journal?.replay(remade.value, lines) ?? remade.value
    return { value, source: { from: 'remade', how, losing }, damaged }
  }
  if (previous.state !== 'good') return null
  const hasJournal = lines.length > 0 && journal?.keepsPrevious === true
  const missing = missingChanges(isWhole, hasJournal, garbled.length > 0)
  return { value: previous.value, source: { from: 'previous', missing }, damaged }
}

/** Puts the value in the file's place, and takes away the damaged files beside it, which must have been set aside. */
export const putInPlace = async (path: string, value: object, damaged: readonly string[]): Promise<Result<null>> => {
  const back = await putBack(path, value)
  if (!back.ok) return back
  for (const beside of damaged.filter(file => file !== path)) {
    const removed = await removePrevious(beside)
    if (!removed.ok) return removed
  }
  return succeed(null)
}

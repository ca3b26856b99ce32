import { basename, dirname, join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { Check } from './check-report.ts'
import type { Remade } from '../restoring/remade.ts'
import { previousPath } from '../store/durable-file.ts'
import type { FileFormat } from '../store/file-format.ts'
import { damaged, inspectFile, inspectPrevious } from '../store/inspect-file.ts'
import type { FileState } from '../store/inspect-file.ts'
import { NO_JOURNALS, journalPath, readJournals } from '../store/journal-file.ts'
import { removePrevious, replaceJournals } from '../store/remove-journals.ts'
import { putBack, setAside } from '../store/set-aside.ts'

interface CheckedFile<T> {
  /** Relative to the library's folder. */
  readonly path: string
  readonly format: FileFormat<T>
  /** What is wrong with a value that has the right shape, in one clause; null when nothing is. */
  readonly judge?: (value: T) => string | null
  /** True when the version before the last change is known to hold less than the file did. */
  readonly lacks?: (value: T) => boolean
  /** Makes the value anew when no version of the file is good and complete; null when that cannot be done. */
  readonly remake: (hadPrevious: boolean) => Promise<Remade<T> | null>
}

const judged = <T>(file: FileState<T>, judge: CheckedFile<T>['judge']): FileState<T> => {
  if (file.state !== 'good') return file
  const problem = judge?.(file.value) ?? null
  return problem === null ? file : damaged(problem)
}

const PREVIOUS_USED = 'the version before its last change was put back, so that change may be missing'
const JOURNAL_USED = 'the version before it was put back, with the journal of all changes since then; none is missing'
const PART_OF_JOURNAL_USED =
  'the version before it was put back, with what can be read of the journal of changes since then; the others are missing'

const usedInstead = (hasJournal: boolean, garbled: readonly string[]): { how: string; losing: boolean } => {
  if (garbled.length > 0) return { how: PART_OF_JOURNAL_USED, losing: true }
  return { how: hasJournal ? JOURNAL_USED : PREVIOUS_USED, losing: false }
}

/** Sets the files aside; gives the clause that says under what names. */
export const keepDamaged = async (check: Check, paths: readonly string[]): Promise<Result<string>> => {
  const names: string[] = []
  for (const path of paths) {
    const aside = await setAside(path, check.now())
    if (!aside.ok) return aside
    names.push(basename(aside.value))
  }
  return succeed(names.length === 0 ? '' : `; what was damaged is kept as ${names.join(' and ')}`)
}

/** Tells of journals that are damaged, and when it may, puts a file that says all the others do in their place. */
const checkJournals = async (check: Check, path: string, value: object, garbled: readonly string[]): Promise<void> => {
  if (garbled.length === 0) return
  const replaced = check.repair ? await replaceJournals(join(check.folder, path), value, garbled, check.now()) : null
  for (const [place, journal] of garbled.entries()) {
    const name = `${dirname(path) === '.' ? '' : `${dirname(path)}/`}${basename(journal)}`
    // Of the journal before, the file says all; of the journal, what cannot be read is missing for good.
    const isCurrent = journal === journalPath(join(check.folder, path))
    const told = isCurrent
      ? 'damaged: some changes in it cannot be read and are missing'
      : 'damaged; nothing is missing, the file itself is whole'
    if (replaced === null) check.report(name, told, false)
    else if (!replaced.ok) check.report(name, `${told}; ${replaced.error.message}`, false)
    else check.report(name, `${told}; it is kept as ${replaced.value[place]}`, !isCurrent)
  }
}

/** Tells of a version before the last change that could not take the file's place; repairing leaves it under another name. */
const checkPrevious = async <T extends object>(check: Check, { path, format }: CheckedFile<T>): Promise<void> => {
  const previous = await inspectPrevious(join(check.folder, path), format)
  if (previous.state !== 'damaged') return
  const [name, file] = [previousPath(path), previousPath(join(check.folder, path))]
  const told = `damaged: ${previous.problem}; the file itself is whole`
  const kept = check.repair ? await keepDamaged(check, [file]) : null
  if (kept === null) check.report(name, told, false)
  else if (!kept.ok) check.report(name, `${told}; ${kept.error.message}`, false)
  else {
    const removed = await removePrevious(file)
    check.report(name, removed.ok ? `${told}${kept.value}` : `${told}; ${removed.error.message}`, removed.ok)
  }
}

/**
 * Checks one JSON file, and when it may, mends it: the damaged file is set aside, and the version before its last change
 * takes its place when that is good, otherwise one that is made anew. Gives the value that holds from now on; null
 * when there is none.
 */
export const checkFile = async <T extends object>(check: Check, file: CheckedFile<T>): Promise<T | null> => {
  const path = join(check.folder, file.path)
  const found = judged(await inspectFile(path, file.format), file.judge)
  if (found.state === 'good') {
    await checkJournals(check, file.path, found.value, found.garbled)
    await checkPrevious(check, file)
    return found.value
  }
  if (found.state === 'unreadable') {
    check.report(file.path, found.failure.message, false)
    return null
  }
  if (found.state === 'too-new') {
    check.report(file.path, `written by a newer version of Pathmark (format ${found.version}); update Pathmark`, false)
    return found.value
  }

  const problem = found.state === 'missing' ? 'missing' : `damaged: ${found.problem}`
  if (!check.repair) {
    check.report(file.path, problem, false)
    return null
  }
  const previous = judged(await inspectPrevious(path, file.format), file.judge)

  const { journal } = file.format
  const journals = journal ? await readJournals(path, journal) : succeed(NO_JOURNALS)
  const { lines, garbled } = journals.ok ? journals.value : NO_JOURNALS
  const made: Remade<T> | null =
    previous.state === 'good' && file.lacks?.(previous.value) !== true
      ? { value: previous.value, ...usedInstead(lines.length > 0 && journal?.keepsPrevious === true, garbled) }
      : await file.remake(previous.state !== 'missing')
  const remade = made && { ...made, value: journal?.replay(made.value, lines) ?? made.value }
  if (remade === null) {
    check.report(file.path, `${problem}; it could not be restored and was left as it is`, false)
    return null
  }
  const wrong = [
    ...(found.state === 'damaged' ? [path] : []),
    ...(previous.state === 'damaged' ? [previousPath(path)] : []),
    ...garbled,
  ]
  const kept = await keepDamaged(check, wrong)
  if (!kept.ok) {
    check.report(file.path, `${problem}; it was left as it is: ${kept.error.message}`, false)
    return null
  }
  let back: Result<unknown> = await putBack(path, remade.value)
  for (const beside of wrong) if (beside !== path && back.ok) back = await removePrevious(beside)
  if (!back.ok) {
    check.report(file.path, `${problem}; ${back.error.message}`, false)
    return null
  }
  check.report(file.path, `${problem}; ${remade.how}${kept.value}`, !remade.losing)
  return remade.value
}

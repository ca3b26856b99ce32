import { basename, dirname, join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { Check } from './check-report.ts'
import { previousPath } from '../store/durable-file.ts'
import { findReplacement, putInPlace } from '../store/find-replacement.ts'
import type { MissingChanges, Remade, Replacement, ReplacementRules } from '../store/find-replacement.ts'
import { damaged, inspectFile, inspectPrevious } from '../store/inspect-file.ts'
import type { FileState } from '../store/inspect-file.ts'
import { journalPath, readJournals } from '../store/journal-file.ts'
import { removePrevious, replaceJournals } from '../store/remove-journals.ts'
import { setAllAside } from '../store/set-aside.ts'

interface CheckedFile<T> extends ReplacementRules<T> {
  /** Relative to the library's folder. */
  readonly path: string
  /** What is wrong with a value that has the right shape, in one clause; null when nothing is. */
  readonly judge?: (value: T) => string | null
}

const judged = <T>(file: FileState<T>, judge: CheckedFile<T>['judge']): FileState<T> => {
  if (file.state !== 'good') return file
  const problem = judge?.(file.value) ?? null
  return problem === null ? file : damaged(problem)
}

/** What a repair says of the version before the last change; null when that is not put back. */
const PUT_BACK: Readonly<Record<MissingChanges, string | null>> = {
  none: 'the version before it was put back, with the journal of all changes since then; none is missing',
  some: 'the version before it was put back, with what can be read of the journal of changes since then; the others are missing',
  last: 'the version before its last change was put back, so that change may be missing',
  later: null,
}

/** What was done, and whether something may be lost for good. Null when the replacement is none that a repair uses. */
const toldOf = ({ source }: Replacement<object>): Omit<Remade<object>, 'value'> | null => {
  if (source.from === 'remade') return source
  const how = PUT_BACK[source.missing]
  return how === null ? null : { how, losing: source.missing === 'some' }
}

/** Sets the files aside; gives the clause that says under what names. */
export const keepDamaged = async (check: Check, paths: readonly string[]): Promise<Result<string>> => {
  const names = await setAllAside(paths, check.now())
  if (!names.ok) return names
  return succeed(names.value.length === 0 ? '' : `; what was damaged is kept as ${names.value.join(' and ')}`)
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
  const journals = await readJournals(path, file.format.journal)
  if (!journals.ok) {
    check.report(file.path, `${problem}; ${journals.error.message}`, false)
    return null
  }
  const inPlace = { isThere: found.state === 'damaged', previous, journals: journals.value }
  const replacement = await findReplacement({ ...file, path }, inPlace)
  const told = replacement && toldOf(replacement)
  if (!replacement || !told) {
    check.report(file.path, `${problem}; it could not be restored and was left as it is`, false)
    return null
  }
  const kept = await keepDamaged(check, replacement.damaged)
  if (!kept.ok) {
    check.report(file.path, `${problem}; it was left as it is: ${kept.error.message}`, false)
    return null
  }
  const back = await putInPlace(path, replacement.value, replacement.damaged)
  if (!back.ok) {
    check.report(file.path, `${problem}; ${back.error.message}`, false)
    return null
  }
  check.report(file.path, `${problem}; ${told.how}${kept.value}`, !told.losing)
  return replacement.value
}

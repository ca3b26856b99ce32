import type { FileProgress } from '#core/article/file-progress.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { makeBackup } from '../backups/make-backup.ts'
import { checkArticle } from './check-article.ts'
import { checkBackups } from './check-backups.ts'
import { checkCopies } from './check-copies.ts'
import { checkIndex } from './check-index.ts'
import type { CheckedDocument } from './check-index.ts'
import { checkLeftOvers } from './check-left-overs.ts'
import { checkMechanisms } from './check-mechanisms.ts'
import { checkNames } from './check-names.ts'
import { checkNotes } from './check-notes.ts'
import { checkWaiting } from './check-waiting.ts'
import { checkVersions } from './check-versions.ts'
import type { Check, CheckProblem } from './check-report.ts'
import { inspectLibraryFolder } from '../inspect-library-folder.ts'
import { libraryIndexFormat, libraryPaths } from '../library-files.ts'
import { documentFolders } from '../library-index.ts'
import { ageOfLibrary } from '../migrating/library-age.ts'
import { lockLibrary } from '../library-lock.ts'
import { importHere } from '../importing-apart/import-here.ts'
import type { OpenLibraryOptions } from '../open-library.ts'
import { finderOf } from '../finding/finder.ts'
import type { Finder } from '../finding/finder.ts'
import { realDisk } from '../store/disk.ts'
import { inspectFile, inspectPrevious } from '../store/inspect-file.ts'

interface CheckLibraryOptions extends Pick<
  OpenLibraryOptions,
  'folder' | 'resources' | 'program' | 'now' | 'importer'
> {
  /** Mends what can be mended. Otherwise nothing is written, and no lock is taken. */
  readonly repair: boolean
  /** Told how far the file is from which an article is made again; it is named as it came in. */
  readonly progress?: (fileName: string, progress: FileProgress) => void
}

export interface CheckReport {
  /** True when nothing is amiss, or nothing any more. */
  readonly ok: boolean
  /** In the order of the files' paths. */
  readonly problems: readonly CheckProblem[]
}

/** The index's lines as far as they can be read, from the version before when it must be. Null for a newer format. */
const knownEntries = async (index: string): Promise<readonly DocumentEntry[] | null> => {
  const current = await inspectFile(index, libraryIndexFormat)
  if (current.state === 'too-new') return null
  if (current.state === 'good') return current.value.documents
  const previous = await inspectPrevious(index, libraryIndexFormat)
  return previous.state === 'good' ? previous.value.documents : []
}

const checkDocument = async (
  check: Check,
  id: string,
  entry: DocumentEntry | null,
  finder: Finder,
): Promise<CheckedDocument> => {
  const versions = await checkVersions(check, id, entry, finder)
  const article = await checkArticle(check, `documents/${id}`, id, entry, finder)
  const notes = await checkNotes(check, id, entry)
  const mechanisms = await checkMechanisms(check, id, article, finder)
  return { id, article, notes, mechanisms, versions }
}

const checkEverything = async (check: Check, options: CheckLibraryOptions): Promise<Result<null>> => {
  const { index, documents } = libraryPaths(check.folder)
  const entries = await knownEntries(index)
  if (entries === null) {
    check.report('library.json', 'written by a newer version of Pathmark; update Pathmark to check this library', false)
    return succeed(null)
  }
  const folders = await documentFolders(documents)
  if (!folders.ok) return folders
  const own = await checkNames(check)
  await checkWaiting(check)
  const finder = finderOf({ ...options, names: () => Promise.resolve(succeed(own)) })
  const checked: CheckedDocument[] = []
  for (const id of folders.value) {
    const entry = entries.find(candidate => candidate.id === id) ?? null
    checked.push(await checkDocument(check, id, entry, finder))
  }
  await checkIndex(check, checked)
  await checkLeftOvers(check, checked)
  await checkCopies(check, folders.value)
  await checkBackups(check)
  return succeed(null)
}

/** A backup of the files as they are, damaged ones too, comes before anything is repaired. */
const repairEverything = async (check: Check, options: CheckLibraryOptions): Promise<Result<null>> => {
  const { folder, program, now } = options
  const made = await makeBackup({ folder, program, now, reason: 'repair', disk: realDisk })
  if (!made.ok) check.report('backups', `no backup could be made before repairing: ${made.error.message}`, false)
  return checkEverything(check, options)
}

const byPath = (a: CheckProblem, b: CheckProblem): number => (a.path < b.path ? -1 : Number(a.path > b.path))

/** Keeps other programs from writing while the work is done. */
const withLock = async (
  { folder, program, now }: CheckLibraryOptions,
  work: () => Promise<Result<null>>,
): Promise<Result<null>> => {
  const outcome = await lockLibrary({ path: libraryPaths(folder).lock, program, now })
  if (outcome.state === 'busy') return fail('library-read-only', outcome.reason)
  if (outcome.state === 'refused') return { ok: false, error: outcome.failure }
  try {
    return await work()
  } finally {
    await outcome.lock.release()
  }
}

/**
 * Verifies every file of a library. With `repair`, a backup is made first, a damaged file is set aside (`<name>.damaged-<time>`) and never
 * deleted, the version before its last change takes its place, and what no version is left of is made anew: an article
 * from the file that came in, found mechanisms from the article, the index from the documents.
 * Fails with `library-missing`, with `library-read-only` when another program has the library open, or as the disk does.
 */
export const checkLibrary = async (options: CheckLibraryOptions): Promise<Result<CheckReport>> => {
  const { folder, repair, now, importer = importHere } = options
  const state = await inspectLibraryFolder(folder)
  if (!state.ok) return state
  if (state.value !== 'library') return fail('library-missing', `There is no library in ${folder}. Check the path.`)

  const problems: CheckProblem[] = []
  const report: Check['report'] = (path, problem, repaired) => problems.push({ path, problem, repaired })
  const isTold: Check['isTold'] = path => problems.some(told => told.path === path || told.path.startsWith(`${path}/`))
  const check: Check = { folder, repair, now, importer, report, isTold, progress: options.progress }
  const mayChange = repair && (await ageOfLibrary(folder)).age !== 'newer'
  const done = mayChange
    ? await withLock(options, () => repairEverything(check, options))
    : await checkEverything(check, options)
  await importer.close()
  if (!done.ok) return done
  return succeed({ ok: problems.every(({ repaired }) => repaired), problems: problems.toSorted(byPath) })
}

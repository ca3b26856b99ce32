import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { documentPaths, notesFormat, reportFormat, versionsFormat } from '../library-files.ts'
import type { StoredReport, Versions } from '../library-files.ts'
import { inspectFile } from '../store/inspect-file.ts'
import type { FileFormat } from '../store/file-format.ts'
import type { Marks } from './switch-version.ts'

const REPAIR = 'Run “pathmark check --repair”, or bring it back from a backup.'

/** The value of a file that may be missing (null), or the failure that says what is wrong with it. */
const readOptional = async <T>(path: string, format: FileFormat<T>): Promise<Result<T | null>> => {
  const file = await inspectFile(path, format)
  switch (file.state) {
    case 'good':
      return succeed(file.value)
    case 'missing':
      return succeed(null)
    case 'damaged':
      return fail('document-damaged', `${path} is damaged (${file.problem}). ${REPAIR}`)
    case 'too-new':
      return fail('format-version-too-new', `${path} was written by a newer version of Pathmark. Update it to go on.`)
    case 'unreadable':
      return { ok: false, error: file.failure }
  }
}

const readNeeded = async <T>(path: string, format: FileFormat<T>): Promise<Result<T>> => {
  const read = await readOptional(path, format)
  if (!read.ok) return read
  return read.value === null ? fail('document-damaged', `${path} is missing. ${REPAIR}`) : succeed(read.value)
}

/** Which versions a document has; null when it was never updated. `folder` is the document's. */
export const readVersions = (folder: string): Promise<Result<Versions | null>> =>
  readOptional(documentPaths(folder).versions, versionsFormat)

/** The report of the update that brought a version; null for the first one. */
export const readReport = (path: string): Promise<Result<StoredReport | null>> => readOptional(path, reportFormat)

/** Notes and mechanisms from the files of these paths. */
export const readMarks = async (notesPath: string, mechanismsPath: string): Promise<Result<Marks>> => {
  const notes = await readNeeded(notesPath, notesFormat)
  if (!notes.ok) return notes
  // Loaded when it is needed: everything starts faster without it.
  const { mechanismsFormat } = await import('../mechanism-files.ts')
  const mechanisms = await readNeeded(mechanismsPath, mechanismsFormat)
  return mechanisms.ok ? succeed({ notes: notes.value, mechanisms: mechanisms.value }) : mechanisms
}

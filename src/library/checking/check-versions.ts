import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Check } from './check-report.ts'
import { checkFile } from './check-file.ts'
import { inspectArticle } from './inspect-article.ts'
import {
  articleFormat,
  documentPaths,
  mechanismsFormat,
  notesFormat,
  reportFormat,
  versionPaths,
  versionsFormat,
} from '../library-files.ts'
import type { Versions } from '../library-files.ts'
import type { Remade } from '../restoring/remade.ts'
import { systemCode } from '../store/disk-failure.ts'
import { inspectFile } from '../store/inspect-file.ts'
import type { FileFormat } from '../store/inspect-file.ts'
import { serialise } from '../store/serialise.ts'
import { writeDurably } from '../store/durable-file.ts'
import { placeVersion } from '../updating/place-version.ts'

/** Numbers of the version folders that are there, in order. */
const versionFolders = async (folder: string): Promise<number[]> => {
  try {
    const names = await readdir(join(folder, 'versions'))
    return names
      .filter(name => /^[1-9]\d*$/.test(name))
      .map(Number)
      .toSorted((a, b) => a - b)
  } catch (error) {
    if (systemCode(error) === null) throw error
    return []
  }
}

/** The list made anew from the versions' own folders; the one whose source is that of the document is the one that is read. */
const remakeVersions = async (folder: string, numbers: readonly number[]): Promise<Remade<Versions> | null> => {
  const living = await inspectFile(documentPaths(folder).article, articleFormat)
  if (living.state !== 'good') return null
  const versions: Versions['versions'] = []
  for (const number of numbers) {
    const article = await inspectFile(versionPaths(folder, number).article, articleFormat)
    if (article.state !== 'good') return null
    const { imported: added, fileName, sourceHash } = article.value.provenance
    versions.push({ number, replaced: versions.at(-1)?.number ?? null, added, fileName, sourceHash })
  }
  const { sourceHash } = living.value.provenance
  const current = versions.findLast(version => version.sourceHash === sourceHash)?.number
  if (current === undefined || versions.length < 2) return null
  const value: Versions = { format: 1, current, placing: null, reportOpen: false, undone: [], versions }
  return { value, how: 'made again from the folders of the versions', losing: false }
}

const checkMarks = async <T>(
  check: Check,
  path: string,
  format: FileFormat<T>,
  remake: () => Promise<Remade<T> | null> = async () => null,
): Promise<void> => {
  await checkFile(check, { path, format, remake })
}

/** Finishes an update that was broken off, or tells of it. */
const checkPlacing = async (check: Check, id: string, versions: Versions): Promise<void> => {
  if (versions.placing === null) return
  const path = `documents/${id}/versions.json`
  const problem = 'an update was interrupted before it was finished'
  if (!check.repair) {
    check.report(path, problem, false)
    return
  }
  const folder = join(check.folder, 'documents', id)
  const placed = await placeVersion(folder, versions.current)
  const written = placed.ok
    ? await writeDurably(documentPaths(folder).versions, serialise({ ...versions, placing: null }))
    : placed
  check.report(path, written.ok ? `${problem}; finished` : `${problem}; ${written.error.message}`, written.ok)
}

/** What a version keeps of its own: its article, and the marks as they were left or taken up. */
const checkVersion = async (
  check: Check,
  id: string,
  number: number,
  versions: Versions,
  entry: DocumentEntry | null,
): Promise<void> => {
  const folder = `documents/${id}/versions/${number}`
  const paths = versionPaths(join(check.folder, 'documents', id), number)
  const version = versions.versions.find(one => one.number === number)
  const state = await inspectArticle(
    join(check.folder, folder),
    id,
    entry === null || version === undefined ? null : { ...entry, sourceHash: version.sourceHash },
  )
  const advice = check.repair ? '; it has to be put back by hand, from a backup for example' : ''
  for (const [name, problem] of [
    ['article.json', state.articleProblem],
    ['article.html', state.htmlProblem],
    [state.sourceName, state.sourceProblem],
  ] as const) {
    if (problem !== null) check.report(`${folder}/${name}`, `${problem}${advice}`, false)
  }
  const isCurrent = number === versions.current
  await checkMarks(check, `${folder}/${basename(isCurrent ? paths.notesBegun : paths.notes)}`, notesFormat)
  await checkMarks(
    check,
    `${folder}/${basename(isCurrent ? paths.mechanismsBegun : paths.mechanisms)}`,
    mechanismsFormat,
  )
  if (version?.replaced !== null) await checkMarks(check, `${folder}/report.json`, reportFormat)
}

/**
 * Checks which versions a document has, and the files of each. An update that was interrupted is finished first, so that
 * what is checked afterwards is what counts. Gives the list of versions; null for a document that was never updated.
 */
export const checkVersions = async (
  check: Check,
  id: string,
  entry: DocumentEntry | null,
): Promise<Versions | null> => {
  const folder = join(check.folder, 'documents', id)
  const numbers = await versionFolders(folder)
  const file = await inspectFile(documentPaths(folder).versions, versionsFormat)
  if (file.state === 'missing') return null
  const versions = await checkFile(check, {
    path: `documents/${id}/versions.json`,
    format: versionsFormat,
    judge: ({ versions: list, current }) =>
      list.some(({ number }) => number === current) ? null : 'the version that is read is not among them',
    remake: () => remakeVersions(folder, numbers),
  })
  if (versions === null) return null
  await checkPlacing(check, id, versions)
  for (const { number } of versions.versions) await checkVersion(check, id, number, versions, entry)
  return versions
}

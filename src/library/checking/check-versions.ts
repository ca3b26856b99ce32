import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Check } from './check-report.ts'
import { checkFile } from './check-file.ts'
import { checkArticle } from './check-article.ts'
import {
  FORMAT,
  articleFormat,
  documentPaths,
  notesFormat,
  reportFormat,
  versionPaths,
  versionsFormat,
} from '../library-files.ts'
import { mechanismsFormat } from '../mechanism-files.ts'
import type { StoredReport, Versions } from '../library-files.ts'
import type { Finder } from '../finding/finder.ts'
import { remakeMechanisms } from '../restoring/remake-mechanisms.ts'
import { remakeNotes } from '../restoring/remake-notes.ts'
import type { Remade } from '../store/find-replacement.ts'
import { systemCode } from '../store/disk-failure.ts'
import { inspectFile, inspectPrevious } from '../store/inspect-file.ts'
import { serialise } from '../store/serialise.ts'
import { writeDurably } from '../store/durable-file.ts'
import { placeVersion } from '../updating/place-version.ts'

/** Numbers of the version folders that are there, in order. */
export const versionFolders = async (folder: string): Promise<number[]> => {
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
  const value: Versions = { format: FORMAT, current, placing: null, reportOpen: false, undone: [], versions }
  return { value, how: 'made again from the folders of the versions', losing: false }
}

/**
 * Whether a list that is missing was lost. An update that was interrupted before it wrote one leaves folders, too, but
 * then the document is still the first version.
 */
const isListLost = async (folder: string, numbers: readonly number[]): Promise<boolean> => {
  if ((await inspectPrevious(documentPaths(folder).versions, versionsFormat)).state !== 'missing') return true
  const remade = await remakeVersions(folder, numbers)
  return remade !== null && remade.value.current !== numbers[0]
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

/** Stands in for a report that nothing is left of, so that what it belonged to can be taken back all the same. */
const emptyReport = ({ number, added, fileName }: Versions['versions'][number]): Remade<StoredReport> => ({
  value: { format: FORMAT, version: number, updated: added, fileName, annotations: [], cards: [] },
  how: 'what the update did to marks and cards is not known any more; an empty report takes its place',
  losing: true,
})

/** What a version keeps of its own: its article, the marks as they were left or taken up, and its report. */
const checkVersion = async (
  check: Check,
  id: string,
  version: Versions['versions'][number],
  { current }: Versions,
  entry: DocumentEntry | null,
  finder: Finder,
): Promise<void> => {
  const { number, replaced, sourceHash } = version
  const folder = `documents/${id}/versions/${number}`
  const article = await checkArticle(check, folder, id, entry && { ...entry, sourceHash }, finder)
  const paths = versionPaths(join(check.folder, 'documents', id), number)
  const [notes, mechanisms] =
    number === current ? [paths.notesBegun, paths.mechanismsBegun] : [paths.notes, paths.mechanisms]
  await checkFile(check, {
    path: `${folder}/${basename(notes)}`,
    format: notesFormat,
    // They were written once, and hold what the index counts only as long as nothing is added.
    remake: () => remakeNotes(notes, id, true, null),
  })
  await checkFile(check, {
    path: `${folder}/${basename(mechanisms)}`,
    format: mechanismsFormat,
    remake: async () => (article === null ? null : remakeMechanisms(mechanisms, article, true, finder)),
  })
  if (replaced === null) return
  const report = { path: `${folder}/report.json`, format: reportFormat, remake: async () => emptyReport(version) }
  await checkFile(check, report)
}

/**
 * Checks which versions a document has, and the files of each. An update that was interrupted is then finished from them,
 * so that what is checked afterwards is what counts. Gives the list of versions; null for a document that was never updated.
 */
export const checkVersions = async (
  check: Check,
  id: string,
  entry: DocumentEntry | null,
  finder: Finder,
): Promise<Versions | null> => {
  const folder = join(check.folder, 'documents', id)
  const numbers = await versionFolders(folder)
  const file = await inspectFile(documentPaths(folder).versions, versionsFormat)
  if (file.state === 'missing' && !(await isListLost(folder, numbers))) return null
  const versions = await checkFile(check, {
    path: `documents/${id}/versions.json`,
    format: versionsFormat,
    judge: ({ versions: list, current }) =>
      list.some(({ number }) => number === current) ? null : 'the version that is read is not among them',
    // The state before is that of the update under way: to finish it again would put notes back as they were then.
    lacks: ({ placing }) => placing !== null,
    remake: () => remakeVersions(folder, numbers),
  })
  if (versions === null) return null
  for (const version of versions.versions) await checkVersion(check, id, version, versions, entry, finder)
  await checkPlacing(check, id, versions)
  return versions
}

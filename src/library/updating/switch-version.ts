import { basename } from 'node:path'
import { sourceFileNameOf } from '#core/article/source-file-name.ts'
import type { Result } from '#core/result/result.ts'
import type { UpdateReport } from '#core/revision/update-report.ts'
import type { ImportedDocument } from '../importing/import-document.ts'
import { writtenLayout } from '../layout-file.ts'
import { FORMAT, documentPaths, versionPaths } from '../library-files.ts'
import type { Notes, StoredReport, Versions } from '../library-files.ts'
import type { Mechanisms } from '../mechanism-files.ts'
import type { Disk } from '../store/disk.ts'
import { writeDurably } from '../store/durable-file.ts'
import { serialise } from '../store/serialise.ts'
import { writeAssets } from '../write-assets.ts'
import { articleFiles, makeVersionFolder } from './place-version.ts'

export interface Marks {
  readonly notes: Notes
  readonly mechanisms: Mechanisms
}

/** All that it takes to read another version of a document from now on. */
export interface VersionSwitch {
  /** Number of the version that is left. */
  readonly from: number
  /** True when the version that is left has no folder of its own yet. */
  readonly firstLeft: boolean
  /** Notes and mechanisms as the version is left. */
  readonly left: Marks
  /** Notes and mechanisms as the other one is taken up. */
  readonly begun: Marks
  /** The new version's content and report; null for a version that was there before. */
  readonly brought: { readonly document: ImportedDocument; readonly report: UpdateReport } | null
  /** What `versions.json` says from then on. */
  readonly versions: Versions
}

const writeAll = async (files: readonly (readonly [string, string])[], disk: Disk): Promise<Result<null>> => {
  for (const [path, content] of files) {
    const written = await writeDurably(path, content, { keepPrevious: false, disk })
    if (!written.ok) return written
  }
  return { ok: true, value: null }
}

const keepLeft = async (
  folder: string,
  { from, firstLeft, left }: VersionSwitch,
  disk: Disk,
): Promise<Result<null>> => {
  const paths = versionPaths(folder, from)
  const written = { 'notes.json': serialise(left.notes), 'mechanisms.json': serialise(left.mechanisms) }
  if (firstLeft) return makeVersionFolder(paths.folder, { written, linked: await articleFiles(folder) }, disk)
  return writeAll(
    [
      [paths.notes, written['notes.json']],
      [paths.mechanisms, written['mechanisms.json']],
    ],
    disk,
  )
}

const prepareBegun = async (
  folder: string,
  { begun, brought, versions }: VersionSwitch,
  disk: Disk,
): Promise<Result<null>> => {
  const paths = versionPaths(folder, versions.current)
  const [notes, mechanisms] = [serialise(begun.notes), serialise(begun.mechanisms)]
  if (brought === null) {
    return writeAll(
      [
        [paths.notesBegun, notes],
        [paths.mechanismsBegun, mechanisms],
      ],
      disk,
    )
  }
  const { article, html, assets, source, layout = null } = brought.document
  // Beside those of the other versions: they count for nothing until an article shows them.
  const pictures = await writeAssets(folder, assets, disk)
  if (!pictures.ok) return pictures
  const report: StoredReport = { format: FORMAT, ...brought.report }
  const written = {
    [sourceFileNameOf(article.provenance)]: source,
    [basename(paths.html)]: html,
    ...(layout !== null && { [basename(paths.layout)]: writtenLayout(layout, article) }),
    [basename(paths.article)]: serialise(article),
    [basename(paths.mechanismsBegun)]: mechanisms,
    [basename(paths.notesBegun)]: notes,
    [basename(paths.report)]: serialise(report),
  }
  return makeVersionFolder(paths.folder, { written, linked: [] }, disk)
}

/**
 * Makes another version the one that is read. Both versions are whole in folders of their own before `versions.json`,
 * one small file written as a whole, names the other one; what is written before that counts for nothing by itself, and
 * what remains to be done after it can be done again. `folder` is the document's.
 */
export const switchVersion = async (folder: string, change: VersionSwitch, disk: Disk): Promise<Result<null>> => {
  const kept = await keepLeft(folder, change, disk)
  if (!kept.ok) return kept
  const prepared = await prepareBegun(folder, change, disk)
  if (!prepared.ok) return prepared
  return writeDurably(documentPaths(folder).versions, serialise(change.versions), { disk })
}

import type { ReadingPosition } from '#core/article/document-entry.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { compareDocument, compareRecords } from '#core/revision/restore-records.ts'
import type { DocumentDifference, ReaderRecords, RecordDifference } from '#core/revision/restore-records.ts'
import type { WaitingMark } from '#core/foreign-marks/waiting-mark.ts'
import type { GoneDocument } from '#core/revision/restore-plan.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { contentHash } from '../importing/content-hash.ts'
import type { OpenLibrary } from '../open-library.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../store/disk-failure.ts'
import type { Backup, KeptFile } from './backup-files.ts'
import { filesOfDocument } from './files-of-the-reader.ts'
import { documentOf, unpackBackup } from './unpacked-backup.ts'
import type { UnpackOptions } from './unpacked-backup.ts'

/** What going back to a backup would change, record by record. */
export interface BackupDifference {
  /** Documents in which something differs, in the order of the library. */
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    readonly difference: DocumentDifference
  }[]
  readonly names: readonly RecordDifference<OwnName>[]
  readonly waiting: readonly RecordDifference<WaitingMark>[]
  readonly unchanged: number
  readonly gone: readonly GoneDocument[]
  readonly added: number
  readonly failures: readonly string[]
}

export interface CompareOptions extends Omit<UnpackOptions, 'without' | 'folder'> {
  /** The library as it is now. */
  readonly library: OpenLibrary
  /** The one document to compare; null for all of them and the reader's own names. */
  readonly document: string | null
  /** Told after each document. */
  readonly progress?: (done: number, total: number) => void
}

const positionIn = (library: OpenLibrary, id: string): ReadingPosition | null =>
  library.documents().find(entry => entry.id === id)?.position ?? null

/** What the reader made of one document; what a file that cannot be read holds is told and taken for nothing. */
const readRecords = async (library: OpenLibrary, id: string): Promise<Result<ReaderRecords>> => {
  const notes = await library.readNotes(id)
  if (!notes.ok) return notes
  const mechanisms = await library.readMechanisms(id)
  if (!mechanisms.ok) return mechanisms
  const { cards, effectDecisions } = mechanisms.value
  return succeed({ ...notes.value, cards, effectDecisions, position: positionIn(library, id) })
}

const hashNow = async (path: string): Promise<string | null> => {
  try {
    return contentHash(await readFile(path))
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}

/** True when the document's files hold what the backup holds, byte for byte. */
const isAsItWas = async (folder: string, id: string, kept: readonly KeptFile[]): Promise<boolean> => {
  const { files } = await filesOfDocument(folder, id)
  if (files.length !== kept.length) return false
  for (const { path, stamp } of files) {
    const then = kept.find(file => file.path === path)
    if (then === undefined) return false
    if (then.stamp !== stamp && then.hash !== (await hashNow(join(folder, path)))) return false
  }
  return true
}

const isEmpty = ({ annotations, singles, cards, effectDecisions, position }: DocumentDifference): boolean =>
  annotations.length + cards.length + effectDecisions.length === 0 &&
  Object.keys(singles).length === 0 &&
  position === null

const filesByDocument = ({ files }: Backup): ReadonlyMap<string, readonly KeptFile[]> => {
  const byDocument = new Map<string, KeptFile[]>()
  for (const file of files) {
    const id = documentOf(file)
    if (id !== null) byDocument.set(id, [...(byDocument.get(id) ?? []), file])
  }
  return byDocument
}

const compareNames = async (was: OpenLibrary, now: OpenLibrary): Promise<Result<RecordDifference<OwnName>[]>> => {
  const [before, after] = [await was.ownNames(), await now.ownNames()]
  if (!before.ok) return before
  return after.ok ? succeed(compareRecords(before.value, after.value)) : after
}

/** A mark that has been put on its article since does not wait, and is not brought back a second time. */
const compareWaiting = async (was: OpenLibrary, now: OpenLibrary): Promise<Result<RecordDifference<WaitingMark>[]>> => {
  const [before, after] = [await was.marks.waiting(), await now.marks.waiting()]
  if (!before.ok) return before
  if (!after.ok) return after
  return succeed(compareRecords(before.value, after.value).filter(({ kept }) => kept?.placed === undefined))
}

const trashedIds = async (library: OpenLibrary): Promise<ReadonlySet<string>> => {
  const trashed = await library.trashed()
  return new Set(trashed.ok ? trashed.value.map(({ entry }) => entry.id) : [])
}

/**
 * Compares a backup with the library as it is now. Documents whose files are byte for byte what they were are not read.
 * Fails when the backup cannot be unpacked; what of it cannot be read by itself is told among the failures.
 */
export const compareBackup = async (options: CompareOptions): Promise<Result<BackupDifference>> => {
  const { library, backup, document, progress } = options
  const folder = library.path
  const kept = filesByDocument(backup)
  const now = library.documents()
  const asked = now.filter(({ id }) => kept.has(id) && (document === null || document === id))
  const unchanged = new Set<string>()
  for (const { id } of asked) if (await isAsItWas(folder, id, kept.get(id) ?? [])) unchanged.add(id)
  const needed = new Set(asked.map(({ id }) => id).filter(id => !unchanged.has(id)))

  const unpacked = await unpackBackup({ ...options, folder, without: id => !needed.has(id) })
  if (!unpacked.ok) return unpacked
  const was = unpacked.value
  try {
    const failures = was.unreadable.map(({ failure }) => failure.message)
    // A document that is there in part only would look as if the rest had been made since.
    const partial = new Set(was.unreadable.map(documentOf))
    const documents: { id: string; title: string; difference: DocumentDifference }[] = []
    for (const [done, { id, title }] of asked.entries()) {
      if (partial.has(id)) continue
      const compared = await compareOne(was.library, library, id, needed.has(id))
      if (!compared.ok) failures.push(`“${title}”: ${compared.error.message}`)
      else if (!isEmpty(compared.value)) documents.push({ id, title, difference: compared.value })
      progress?.(done + 1, asked.length)
    }
    const names = document === null && !partial.has(null) ? await compareNames(was.library, library) : succeed([])
    if (!names.ok) failures.push(`Your names: ${names.error.message}`)
    const waiting = document === null && !partial.has(null) ? await compareWaiting(was.library, library) : succeed([])
    if (!waiting.ok) failures.push(`Marks that wait for their articles: ${waiting.error.message}`)
    const there = new Set(now.map(({ id }) => id))
    const gone = was.library.documents().filter(({ id }) => !there.has(id) && (document === null || document === id))
    const inTrash = gone.length === 0 ? new Set<string>() : await trashedIds(library)
    return succeed({
      documents,
      names: names.ok ? names.value : [],
      waiting: waiting.ok ? waiting.value : [],
      unchanged: asked.length - documents.length,
      gone: gone.map(({ id, title, annotations }) => ({ id, title, annotations, inTrash: inTrash.has(id) })),
      added: document === null ? now.filter(({ id }) => !kept.has(id)).length : 0,
      failures,
    })
  } finally {
    await was.close()
  }
}

const NOTHING: Omit<ReaderRecords, 'position'> = { annotations: [], pageNote: null, cards: [], effectDecisions: [] }

/** A document whose files are as they were can still have lost its reading position, which is in the index. */
const compareOne = async (
  was: OpenLibrary,
  now: OpenLibrary,
  id: string,
  withFiles: boolean,
): Promise<Result<DocumentDifference>> => {
  if (!withFiles) {
    return succeed(
      compareDocument({ ...NOTHING, position: positionIn(was, id) }, { ...NOTHING, position: positionIn(now, id) }),
    )
  }
  const before = await readRecords(was, id)
  if (!before.ok) return before
  const after = await readRecords(now, id)
  return after.ok ? succeed(compareDocument(before.value, after.value)) : after
}

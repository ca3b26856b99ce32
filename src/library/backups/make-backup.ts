import { rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { FORMAT, libraryIndexFormat, libraryPaths } from '../library-files.ts'
import { systemCode, writeFailure } from '../store/disk-failure.ts'
import type { Disk } from '../store/disk.ts'
import { flushFolder, writeDurably } from '../store/durable-file.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { serialise } from '../store/serialise.ts'
import {
  backupFormat,
  backupPath,
  backupsFolder,
  newBackupId,
  objectPath,
  objectsFolder,
  readBackups,
} from './backup-files.ts'
import type { Backup, KeptFile, ReadBackup, ReadBackups } from './backup-files.ts'
import { newestFirst } from './backups-to-keep.ts'
import type { BackupReason } from './backups-to-keep.ts'
import { copyGroup } from './copy-group.ts'
import { groupsOfLibrary } from './files-of-the-reader.ts'
import { sweepBackups } from './sweep-backups.ts'

export interface MakeBackupOptions {
  /** The library's folder; whoever calls may write it and makes no other backup at the same time. */
  readonly folder: string
  readonly reason: BackupReason
  readonly program: string
  readonly now: () => string
  readonly disk: Disk
  /** Id of the backup that is about to be restored: it is not removed now, even if its time is over. */
  readonly inUse?: string
  /** Stops it; what was copied by then need not be copied again. */
  readonly signal?: AbortSignal
  /** Told after each document. */
  readonly progress?: (done: number, total: number) => void
}

export interface MadeBackup extends ReadBackup {
  /** True when nothing had changed since this one, so that none was made. */
  readonly unchanged: boolean
}

/** Not made when they would hold what the one before holds. The others mark the point to which an upheaval is taken back. */
const ONLY_OF_CHANGES: ReadonlySet<BackupReason> = new Set(['by-itself', 'asked', 'repair'])

/** Before these all copies are read back, also those of earlier backups. */
const THOROUGH: ReadonlySet<BackupReason> = new Set(['new-format', 'restore', 'repair'])

const dated = ({ id, backup }: ReadBackup) => ({ id, ...backup })

/** The one that was made last; null when there is none. */
const newestBackup = ({ good }: Pick<ReadBackups, 'good'>): ReadBackup | null =>
  good.toSorted((a, b) => newestFirst(dated(a), dated(b)))[0] ?? null

const sameContent = (one: readonly KeptFile[], other: readonly KeptFile[]): boolean =>
  one.length === other.length && one.every(({ path, hash }, at) => path === other[at]?.path && hash === other[at].hash)

const countWhatIsThere = async (folder: string): Promise<Pick<Backup, 'documents' | 'annotations' | 'cards'>> => {
  const index = await inspectFile(libraryPaths(folder).index, libraryIndexFormat)
  const entries = index.state === 'good' ? index.value.documents : []
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
  return {
    documents: entries.length,
    annotations: sum(entries.map(({ annotations }) => annotations)),
    cards: sum(entries.map(({ mechanisms }) => mechanisms)),
  }
}

const copyEverything = async (
  options: MakeBackupOptions,
  before: ReadBackup | null,
  adding: (hash: string) => void,
): Promise<Result<KeptFile[]>> => {
  const { folder, reason, disk, signal, progress } = options
  const groups = await groupsOfLibrary(folder)
  if (!groups.ok) return groups
  const known = new Map(before?.backup.files.map(file => [file.path, file]))
  const files: KeptFile[] = []
  for (const [done, find] of groups.value.entries()) {
    if (signal?.aborted === true) return fail('cancelled', 'The backup was stopped; it is made the next time.')
    // Notes that are being saved go first.
    await setImmediate()
    const thorough = THOROUGH.has(reason)
    const copied = await copyGroup(find, { library: folder, disk, thorough, known, adding })
    if (!copied.ok) return copied
    files.push(...copied.value)
    progress?.(done + 1, groups.value.length)
  }
  return succeed(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
}

/** Writes what a backup holds, and reads it back. */
const writeManifest = async (path: string, backup: Backup, disk: Disk): Promise<Result<null>> => {
  const written = await writeDurably(path, serialise(backup), { keepPrevious: false, disk })
  if (!written.ok) return written
  const kept = await inspectFile(path, backupFormat)
  if (kept.state === 'good') return succeed(null)
  return fail('not-writable', `The disk gave back something other than what was written to ${path}.`)
}

const make = async (options: MakeBackupOptions, adding: (hash: string) => void): Promise<Result<MadeBackup>> => {
  const { folder, reason, program, now, disk } = options
  const there = await readBackups(folder)
  if (!there.ok) return there
  const before = newestBackup(there.value)
  await disk.mkdir(objectsFolder(folder), { recursive: true, mode: 0o700 })
  if (before === null) for (const made of [backupsFolder(folder), folder]) await flushFolder(made, disk)
  const files = await copyEverything(options, before, adding)
  if (!files.ok) return files
  if (before !== null && ONLY_OF_CHANGES.has(reason) && sameContent(files.value, before.backup.files)) {
    return succeed({ ...before, unchanged: true })
  }
  const backup: Backup = {
    format: FORMAT,
    number: Math.max(0, ...there.value.good.map(known => known.backup.number)) + 1,
    made: now(),
    reason,
    program,
    ...(await countWhatIsThere(folder)),
    files: files.value,
  }
  const ids = new Set([...there.value.good, ...there.value.bad].map(known => known.id))
  const id = newBackupId(backup.made, ids)
  const path = backupPath(folder, id)
  const written = await writeManifest(path, backup, disk)
  if (!written.ok) {
    await Promise.allSettled([rm(path, { force: true })])
    return written
  }
  return succeed({ id, backup, unchanged: false })
}

/**
 * Makes a backup of what the reader made: each file's content is kept once, under its hash, flushed and read back, and the
 * list of them is written last. Only files that changed since the last backup are read; before an upheaval all are, and
 * all copies are compared. Then the backups whose time is over are removed. When the disk refuses, what this one had
 * written is removed, and those before it are as they were. Fails with `cancelled`, or as the disk does.
 */
export const makeBackup = async (options: MakeBackupOptions): Promise<Result<MadeBackup>> => {
  const { folder, disk } = options
  const contents: string[] = []
  let made: Result<MadeBackup>
  try {
    made = await make(options, hash => contents.push(hash))
  } catch (error) {
    if (systemCode(error) === null) throw error
    made = { ok: false, error: writeFailure(error, backupsFolder(folder)) }
  }
  if (made.ok) {
    if (!made.value.unchanged) await sweepBackups(folder, disk, options.inUse ?? null)
  } else if (made.error.code !== 'cancelled') {
    await Promise.allSettled(contents.map(hash => rm(objectPath(folder, hash), { force: true })))
  }
  return made
}

import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { readBackups } from '../backups/backup-files.ts'
import { makeBackup } from '../backups/make-backup.ts'
import { libraryIndexFormat, libraryPaths } from '../library-files.ts'
import { writeDurably } from '../store/durable-file.ts'
import type { Disk } from '../store/disk.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { serialise } from '../store/serialise.ts'
import { contentHash } from '../importing/content-hash.ts'
import { readFile } from 'node:fs/promises'
import { filesByDocument } from './files-with-a-format.ts'
import type { FileWithFormat } from './files-with-a-format.ts'

export interface MigrateOptions {
  /** The library's folder; whoever calls holds its lock. */
  readonly folder: string
  readonly program: string
  readonly now: () => string
  readonly disk: Disk
  /** Told after each document. */
  readonly progress?: (done: number, total: number) => void
}

/** Writes a file of an older format in this program's. One that is not good is left to whoever opens it. */
const migrateFile = async ({ path, inspect }: FileWithFormat, disk: Disk): Promise<Result<null>> => {
  const found = await inspect()
  if (found.state !== 'good' || found.migrated.length === 0) return succeed(null)
  return writeDurably(path, serialise(found.value), { disk })
}

/** An interrupted run has made the backup already: it holds the index as it still is, because that is written last. */
const isBackedUp = async (folder: string): Promise<boolean> => {
  const there = await readBackups(folder)
  if (!there.ok) return false
  const hash = contentHash(await readFile(libraryPaths(folder).index))
  return there.value.good.some(
    ({ backup: { reason, files } }) =>
      reason === 'new-format' && files.some(file => file.path === 'library.json' && file.hash === hash),
  )
}

const migrateFiles = async ({ folder, disk, progress }: MigrateOptions): Promise<Result<null>> => {
  const groups = await filesByDocument(folder)
  if (!groups.ok) return groups
  for (const [done, find] of groups.value.entries()) {
    for (const file of await find()) {
      const written = await migrateFile(file, disk)
      if (!written.ok) return written
    }
    progress?.(done + 1, groups.value.length)
  }
  return succeed(null)
}

const NOT_YET = `This library was made by an older version of Pathmark, and could not be brought to this one's format`

/** Says of a failure that nothing was lost, and what to do. */
const later = (problem: string): Result<never> =>
  fail(
    'not-writable',
    `${NOT_YET}: ${problem} Until then it can be read. Nothing was lost; it goes on when the library is opened the next time.`,
  )

/**
 * Brings a library that an older program made to this program's format: first a backup, then file by file, each as a whole,
 * and the index last. A library in which only some files are done is as good as before, so that this can be interrupted
 * anywhere and goes on the next time. One whose index is not good, or newer, is left alone.
 * @returns the names of the steps that were taken; none when there was nothing to do. Fails as the disk does.
 */
export const migrateLibrary = async (options: MigrateOptions): Promise<Result<readonly string[]>> => {
  const { folder, disk } = options
  const path = libraryPaths(folder).index
  const index = await inspectFile(path, libraryIndexFormat)
  if (index.state !== 'good' || index.migrated.length === 0) return succeed([])
  if (!(await isBackedUp(folder))) {
    const made = await makeBackup({ ...options, reason: 'new-format' })
    if (!made.ok) return later(`no backup could be made before. ${made.error.message}`)
  }
  const done = await migrateFiles(options)
  if (!done.ok) return later(done.error.message)
  const last = await writeDurably(path, serialise(index.value), { disk })
  return last.ok ? succeed(index.migrated) : later(last.error.message)
}

import { join } from 'node:path'
import { systemCode } from '../store/disk-failure.ts'
import type { Disk } from '../store/disk.ts'
import { flushFolder, isTemporaryName } from '../store/durable-file.ts'
import { backupPath, backupsFolder, namesIn, objectsFolder, readBackups } from './backup-files.ts'
import { backupsToKeep } from './backups-to-keep.ts'

const OBJECT_NAME = /^[\da-f]{64}\.gz$/u

const sweep = async (library: string, disk: Disk, inUse: string | null): Promise<void> => {
  const there = await readBackups(library)
  if (!there.ok) return
  const { good, bad } = there.value
  const kept = backupsToKeep(good.map(({ id, backup }) => ({ id, ...backup })))
  const isKept = (id: string): boolean => kept.has(id) || id === inUse
  const over = good.filter(({ id }) => !isKept(id))
  for (const { id } of over) await disk.rm(backupPath(library, id), { force: true })
  // First the lists are gone for good, then what they name: a list never stays without its contents.
  if (over.length > 0) await flushFolder(backupsFolder(library), disk)

  const needed = new Set(
    good.flatMap(({ id, backup }) => (isKept(id) ? backup.files.map(({ hash }) => `${hash}.gz`) : [])),
  )
  const isOver = (name: string): boolean =>
    isTemporaryName(name) || (bad.length === 0 && OBJECT_NAME.test(name) && !needed.has(name))
  const lists = await namesIn(backupsFolder(library))
  const objects = await namesIn(objectsFolder(library))
  if (lists.ok) {
    for (const name of lists.value)
      if (isTemporaryName(name)) await disk.rm(join(backupsFolder(library), name), { force: true })
  }
  if (objects.ok) {
    for (const name of objects.value)
      if (isOver(name)) await disk.rm(join(objectsFolder(library), name), { force: true })
  }
}

/**
 * Removes the backups whose time is over, then the contents that none of those left names, and what writes that were
 * interrupted left behind. As long as one of them cannot be read nobody knows what it needs, and no content is removed.
 * What the disk refuses to remove is tried again after the next backup. `inUse` is kept whatever its age.
 */
export const sweepBackups = async (library: string, disk: Disk, inUse: string | null): Promise<void> => {
  try {
    await sweep(library, disk, inUse)
  } catch (error) {
    if (systemCode(error) === null) throw error
  }
}

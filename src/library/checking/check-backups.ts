import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { backupPath, objectPath, readBackups } from '../backups/backup-files.ts'
import type { KeptFile, ReadBackup } from '../backups/backup-files.ts'
import { problemWithObject } from '../backups/kept-objects.ts'
import { systemCode, writeFailure } from '../store/disk-failure.ts'
import { writeDurably } from '../store/durable-file.ts'
import { serialise } from '../store/serialise.ts'
import type { Check } from './check-report.ts'

/** The contents that are damaged or missing, with what is wrong; each is looked at once, however many backups name it. */
const damagedContents = async (check: Check, backups: readonly ReadBackup[]): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Set(backups.flatMap(({ backup }) => backup.files.map(({ hash }) => hash)))
  const damaged = new Map<string, string>()
  for (const hash of hashes) {
    const problem = await problemWithObject(check.folder, hash)
    if (problem !== null) damaged.set(hash, problem)
  }
  return damaged
}

/** Moves a file into the trash, so that the next backup writes it anew. One that is not there is left so. */
const throwAway = async (check: Check, path: string, name: string): Promise<string> => {
  const trash = `trash/${check.now().replace(/\.\d+/u, '').replaceAll(':', '-')}`
  const target = join(check.folder, trash, 'backups', name)
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(path, target)
    return `; moved to ${trash}`
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    if (systemCode(error) === null) throw error
    return `; ${writeFailure(error, target).message}`
  }
}

/** Takes out of a backup what it does not hold any more, so that the rest of it can be restored. */
const withoutLost = async (check: Check, { id, backup }: ReadBackup, lost: readonly KeptFile[]): Promise<string> => {
  const files = backup.files.filter(file => !lost.includes(file))
  const paths = [...(backup.lost ?? []), ...lost.map(({ path }) => path)]
  const written = await writeDurably(backupPath(check.folder, id), serialise({ ...backup, files, lost: paths }), {
    keepPrevious: false,
  })
  return written.ok ? '; the rest of this backup can be restored' : `; ${written.error.message}`
}

/**
 * Verifies every backup and every content that it names. Repairing takes what is damaged out of the backups: it may be lost
 * for good when the library does not hold it any more, so that it counts as not repaired.
 */
export const checkBackups = async (check: Check): Promise<void> => {
  const there = await readBackups(check.folder)
  if (!there.ok) {
    check.report('backups', there.error.message, false)
    return
  }
  for (const { id, problem } of there.value.bad) {
    const path = `backups/${id}.json`
    const done = check.repair ? await throwAway(check, join(check.folder, path), `${id}.json`) : ''
    check.report(path, `damaged: ${problem}${done}`, false)
  }
  const damaged = await damagedContents(check, there.value.good)
  for (const found of there.value.good) {
    const lost = found.backup.files.filter(({ hash }) => damaged.has(hash))
    const rest = check.repair && lost.length > 0 ? await withoutLost(check, found, lost) : ''
    for (const { path, hash } of lost) {
      check.report(`backups/${found.id}.json`, `${path} cannot be restored from it: ${damaged.get(hash)}${rest}`, false)
    }
  }
  if (!check.repair) return
  for (const hash of damaged.keys()) await throwAway(check, objectPath(check.folder, hash), `${hash}.gz`)
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { BackupSummary } from '#core/bridge/backups.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { FORMAT, migrations } from '../library-files.ts'
import { readFailure, systemCode } from '../store/disk-failure.ts'
import type { FileFormat } from '../store/file-format.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { backupReasons } from './backups-to-keep.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** SHA-256 in lower-case hexadecimal. */
const hashSchema = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u))

/** A path in a backup never leads out of the library: plain names joined by slashes, none of them dots alone. */
const KEPT_PATH = /^(?:[a-z0-9][a-z0-9.-]*\/){0,4}[a-z0-9][a-z0-9.-]*$/u

const keptFileSchema = v.object({
  /** Relative to the library's folder, with forward slashes. */
  path: v.pipe(v.string(), v.regex(KEPT_PATH)),
  /** In bytes, before it was packed. */
  size: count,
  /** Names the object that holds its content. */
  hash: hashSchema,
  /** Inode, size and time of change of the file when it was copied: while they are the same it is not read again. */
  stamp: v.string(),
})
export type KeptFile = v.InferOutput<typeof keptFileSchema>

/** `backups/<id>.json`: what one backup holds. Written last, so that what it names is there. */
const backupSchema = v.object({
  format: v.literal(FORMAT),
  /** Counts the backups of this library, from 1. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** ISO 8601, UTC. */
  made: v.string(),
  reason: v.picklist(backupReasons),
  /** Name and version of the program that made it. */
  program: v.string(),
  /** What the library's index said at the time. */
  documents: count,
  annotations: count,
  cards: count,
  files: v.array(keptFileSchema),
  /** Paths of files whose copies were found damaged later on and could not be mended. */
  lost: v.exactOptional(v.array(v.string())),
})
export type Backup = v.InferOutput<typeof backupSchema>
export const backupFormat: FileFormat<Backup> = { version: FORMAT, schema: backupSchema, migrations }

const BACKUP_NAME = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-\d+)?)\.json$/u

export const backupsFolder = (library: string): string => join(library, 'backups')
export const objectsFolder = (library: string): string => join(backupsFolder(library), 'objects')
export const backupPath = (library: string, id: string): string => join(backupsFolder(library), `${id}.json`)
export const objectPath = (library: string, hash: string): string => join(objectsFolder(library), `${hash}.gz`)

/** The id of a backup made at `now` (ISO 8601) that is not among those that are there: `2026-11-22T19-34-44Z`, `…Z-2`. */
export const newBackupId = (now: string, there: ReadonlySet<string>): string => {
  const id = now.replace(/\.\d+/u, '').replaceAll(':', '-')
  for (let attempt = 1; ; attempt += 1) {
    const tried = attempt === 1 ? id : `${id}-${attempt}`
    if (!there.has(tried)) return tried
  }
}

export interface ReadBackup {
  readonly id: string
  readonly backup: Backup
}

/** What a reader is told of a backup before it is compared or restored. */
export const summaryOf = ({
  id,
  backup: { made, reason, documents, annotations, cards },
}: ReadBackup): BackupSummary => ({ id, made, reason, documents, annotations, cards })

export interface ReadBackups {
  /** Those that can be read, in no order. */
  readonly good: readonly ReadBackup[]
  /** Those that cannot, with what is wrong in one clause. */
  readonly bad: readonly { readonly id: string; readonly problem: string }[]
}

/** The names in a folder; none when there is no such folder. */
export const namesIn = async (folder: string): Promise<Result<readonly string[]>> => {
  try {
    return succeed(await readdir(folder))
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? succeed([]) : { ok: false, error: readFailure(error, folder) }
  }
}

/** Every backup of a library. What is in the folder under other names is not looked at. Fails as the disk does. */
export const readBackups = async (library: string): Promise<Result<ReadBackups>> => {
  const names = await namesIn(backupsFolder(library))
  if (!names.ok) return names
  const good: ReadBackup[] = []
  const bad: { id: string; problem: string }[] = []
  for (const name of names.value) {
    const id = BACKUP_NAME.exec(name)?.[1]
    if (id === undefined) continue
    const file = await inspectFile(backupPath(library, id), backupFormat)
    if (file.state === 'good') good.push({ id, backup: file.value })
    else if (file.state === 'damaged') bad.push({ id, problem: file.problem })
    else if (file.state === 'too-new') bad.push({ id, problem: 'a newer version of Pathmark made it' })
    else if (file.state === 'unreadable') bad.push({ id, problem: file.failure.message })
  }
  return succeed({ good, bad })
}

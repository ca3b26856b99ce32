import * as v from 'valibot'
import type { RestoreOutcome, RestorePlan } from '../revision/restore-plan.ts'

export type { RestoreOutcome, RestorePlan }

/** One backup as a list shows it. */
export interface BackupSummary {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly made: string
  readonly reason: 'by-itself' | 'asked' | 'new-format' | 'restore' | 'repair'
  readonly documents: number
  readonly annotations: number
  readonly cards: number
}

/** The library's backups, newest first, and those that cannot be read, with what is wrong in one clause. */
export interface BackupList {
  readonly backups: readonly BackupSummary[]
  readonly unreadable: readonly { readonly id: string; readonly problem: string }[]
}

export interface MadeBackup {
  readonly id: string
  readonly unchanged: boolean
}

/** Names a backup: the time at which it was made, as its file is called. */
export const backupIdSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-\d{1,6})?$/u))

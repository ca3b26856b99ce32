/** Why a backup was made. All but the first two come before something that changes much. */
export const backupReasons = ['by-itself', 'asked', 'new-format', 'restore', 'repair'] as const
export type BackupReason = (typeof backupReasons)[number]

/** What the choice of backups to keep goes by. */
export interface DatedBackup {
  readonly id: string
  /** Counts the backups of a library, so that their order does not depend on the clock. */
  readonly number: number
  /** ISO 8601, UTC. */
  readonly made: string
  readonly reason: BackupReason
}

/** The last so many are kept whatever their age; then the newest of each of the last days and weeks that have any. */
const LAST = 10
const DAYS = 7
const WEEKS = 5

/** Of these, the newest is kept as long as there is no newer one of its kind. */
const KEPT_BY_KIND: ReadonlySet<BackupReason> = new Set(['new-format', 'restore', 'repair'])

const DAY_MS = 86_400_000
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const DAYS_BEFORE_FIRST_MONDAY = 3

const dayOf = (made: string): number => Math.floor(Date.parse(made) / DAY_MS)
const weekOf = (made: string): number => Math.floor((dayOf(made) + DAYS_BEFORE_FIRST_MONDAY) / 7)

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Newest first. Two copies of a library may each have made one of the same number; then the clock decides. */
export const newestFirst = (a: DatedBackup, b: DatedBackup): number =>
  b.number - a.number || compare(b.made, a.made) || compare(b.id, a.id)

/** The ids of the newest of each of the last `most` groups, `backups` being sorted newest first. */
const newestOfEach = (backups: readonly DatedBackup[], most: number, groupOf: (made: string) => number): string[] => {
  const seen = new Map<number, string>()
  for (const { id, made } of backups) {
    const group = groupOf(made)
    if (!seen.has(group) && seen.size < most) seen.set(group, id)
  }
  return [...seen.values()]
}

/**
 * The ids of the backups that are kept: the last 10, the newest of each of the last 7 days and 5 weeks (UTC, from Monday)
 * on which there were any, and the newest that was made before each kind of upheaval. Days and weeks without a backup do
 * not count, so that a library that rests for months keeps what it has. The newest is always among them. A clock that
 * jumps changes which day a backup counts for, never the order in which they were made.
 */
export const backupsToKeep = (backups: readonly DatedBackup[]): ReadonlySet<string> => {
  const sorted = backups.toSorted(newestFirst)
  const kinds = new Map<BackupReason, string>()
  for (const { id, reason } of sorted) if (KEPT_BY_KIND.has(reason) && !kinds.has(reason)) kinds.set(reason, id)
  return new Set([
    ...sorted.slice(0, LAST).map(({ id }) => id),
    ...newestOfEach(sorted, DAYS, dayOf),
    ...newestOfEach(sorted, WEEKS, weekOf),
    ...kinds.values(),
  ])
}

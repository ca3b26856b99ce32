import type { EditedRecord } from './record-edits.ts'

/** What undo needs of a record: versions only grow, so that two copies of a library can be merged. */
export type VersionedRecord = EditedRecord

/** One record before and after an edit; `before` is null when the edit made it. */
interface RecordChange<R extends VersionedRecord> {
  readonly before: R | null
  readonly after: R
}

/** What the reader did in one step, named as the menu says it ("Highlight", "Edit note"). */
export interface Edit<R extends VersionedRecord> {
  readonly label: string
  readonly changes: readonly RecordChange<R>[]
}

/** Steps that can be undone and redone, the latest last in both lists. */
export interface History<R extends VersionedRecord> {
  readonly past: readonly Edit<R>[]
  readonly future: readonly Edit<R>[]
}

/** How the owner of the records takes part in undo. */
export interface HistoryRules<R extends VersionedRecord> {
  /** The newest version of the record that there is. */
  readonly latest: (record: R) => R
  /** The record taken back to not being there: a tombstone, or empty content. Version and time are set afterwards. */
  readonly withdraw: (record: R) => R
  /** ISO 8601, UTC. */
  readonly now: string
}

/** What undo or redo came to: the history after it, and the new versions to keep. */
export interface HistoryStep<R extends VersionedRecord> {
  readonly history: History<R>
  readonly label: string
  readonly records: readonly R[]
}

/** Steps that are remembered; older ones cannot be undone any more. */
const HISTORY_LENGTH = 1_000

export const emptyHistory = <R extends VersionedRecord>(): History<R> => ({ past: [], future: [] })

/** Adds an edit that was made and forgets what could be redone. Changes without effect are left out, and so is an edit of none. */
export const addEdit = <R extends VersionedRecord>(history: History<R>, edit: Edit<R>): History<R> => {
  const changes = edit.changes.filter(({ before, after }) => before !== after)
  if (changes.length === 0) return history
  return { past: [...history.past, { ...edit, changes }].slice(-HISTORY_LENGTH), future: [] }
}

/** `content` as the next version after all that is known of the record, which it is said to know of. */
const asNewVersion = <R extends VersionedRecord>({ edits: _edits, ...content }: R, latest: R, now: string): R =>
  ({
    ...content,
    ...(latest.edits !== undefined && { edits: latest.edits }),
    version: Math.max(content.version, latest.version) + 1,
    modified: now,
  }) as R

/** Takes the last edit back by writing new versions with the old content; null when there is nothing to undo. */
export const undo = <R extends VersionedRecord>(history: History<R>, rules: HistoryRules<R>): HistoryStep<R> | null => {
  const edit = history.past.at(-1)
  if (!edit) return null
  const records = edit.changes.toReversed().map(({ before, after }) => {
    const latest = rules.latest(after)
    return asNewVersion(before ?? rules.withdraw(latest), latest, rules.now)
  })
  return { history: { past: history.past.slice(0, -1), future: [...history.future, edit] }, label: edit.label, records }
}

/** Makes the last undone edit again, as new versions; null when there is nothing to redo. */
export const redo = <R extends VersionedRecord>(history: History<R>, rules: HistoryRules<R>): HistoryStep<R> | null => {
  const edit = history.future.at(-1)
  if (!edit) return null
  const records = edit.changes.map(({ after }) => asNewVersion(after, rules.latest(after), rules.now))
  return { history: { past: [...history.past, edit], future: history.future.slice(0, -1) }, label: edit.label, records }
}

import type { FieldRule } from '#core/annotation/field-rule.ts'
import type { EditedRecord } from '#core/annotation/record-edits.ts'
import { stampRecord } from '#core/annotation/stamp-record.ts'
import { EarlierStates } from './earlier-states.ts'

/** What it takes to say of saved records who changed what in them. */
export interface Stamping<R extends EditedRecord> {
  readonly rules: readonly FieldRule[]
  /** Who saves: eight hexadecimal digits. */
  readonly writer: string
  readonly earlier: EarlierStates<R>
}

/** For records of one kind, that are saved by one writer. */
export const stampingFor = <R extends EditedRecord>(rules: readonly FieldRule[], writer: string): Stamping<R> => ({
  rules,
  writer,
  earlier: new EarlierStates(writer),
})

/**
 * A record as it is to be united with the stored one; null when that is later than what is saved. `stored` is null for
 * a new one.
 */
export const stampSaved = <R extends EditedRecord>(
  { rules, writer, earlier }: Stamping<R>,
  id: string,
  stored: R | null,
  saved: R,
): R | null => {
  const stamp = { writer, byReader: true }
  if (stored === null) return stampRecord(rules, null, saved, stamp)
  const known = earlier.madeFrom(id, saved, stored)
  // Made in another session from a state that is no more: it is united as it is, which loses nothing of either.
  if (known === null && saved.version <= stored.version) return saved
  const from = known ?? stored
  if (saved.version < from.version) return null
  const stamped = stampRecord(rules, from, saved, stamp)
  earlier.goOn(id, from, stamped)
  return stamped
}

/** As `stampSaved`, for records that are found by their ids. */
export const stampAllSaved = <R extends EditedRecord & { readonly id: string }>(
  stamping: Stamping<R>,
  stored: readonly R[],
  saved: readonly R[],
): R[] => {
  const wanted = new Set(saved.map(({ id }) => id))
  const known = new Map(stored.filter(({ id }) => wanted.has(id)).map(record => [record.id, record]))
  return saved.flatMap(record => stampSaved(stamping, record.id, known.get(record.id) ?? null, record) ?? [])
}

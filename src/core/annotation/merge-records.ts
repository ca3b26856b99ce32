import { byMaking, putAmong } from './ordered-records.ts'
import type { IdentifiedRecord } from './ordered-records.ts'

/** So many times fewer than ours are few: one change, or a burst of them. */
const FEW = 50

const areFew = (records: readonly IdentifiedRecord[], among: readonly IdentifiedRecord[]): boolean =>
  records.length * FEW < among.length && new Set(records.map(({ id }) => id)).size === records.length

/**
 * Two sets of records brought together by id, nothing left out, in the order in which they were made. `unite` makes one
 * of two states of a record. The order of the arguments does not matter, and merging again changes nothing. Gives back
 * `ours` itself when `theirs` adds nothing.
 */
export const mergeRecords = <R extends IdentifiedRecord>(
  ours: readonly R[],
  theirs: readonly R[],
  unite: (ours: R, theirs: R) => R,
): readonly R[] => {
  const put = areFew(theirs, ours) ? putAmong(ours, theirs, unite) : null
  if (put !== null) return put
  const merged = new Map<string, R>()
  let isOurs = true
  for (const record of ours) {
    const known = merged.get(record.id)
    if (known !== undefined) isOurs = false
    merged.set(record.id, known === undefined ? record : unite(known, record))
  }
  for (const record of theirs) {
    const known = merged.get(record.id)
    const united = known === undefined ? record : unite(known, record)
    if (united === known) continue
    isOurs = false
    merged.set(record.id, united)
  }
  return isOurs ? ours : [...merged.values()].toSorted(byMaking)
}

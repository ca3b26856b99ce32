export interface IdentifiedRecord {
  readonly id: string
  readonly created: string
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const byMaking = (a: IdentifiedRecord, b: IdentifiedRecord): number =>
  compare(a.created, b.created) || compare(a.id, b.id)

/** True when each record was made after the one before it, so that none is there twice. */
const isInOrder = (records: readonly IdentifiedRecord[]): boolean => {
  for (let place = 1; place < records.length; place += 1) {
    const [before, record] = [records[place - 1], records[place]]
    if (before !== undefined && record !== undefined && byMaking(before, record) >= 0) return false
  }
  return true
}

/** Where a record belongs among others that are in order. */
const placeOf = (record: IdentifiedRecord, records: readonly IdentifiedRecord[]): number => {
  let [low, high] = [0, records.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = records[middle]
    if (other !== undefined && byMaking(other, record) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** As `mergeRecords`, for few records and many that are in order already: what is ours is only looked through. */
const mergeFew = <R extends IdentifiedRecord>(
  ours: readonly R[],
  few: readonly R[],
  unite: (ours: R, theirs: R) => R,
): readonly R[] => {
  const others = new Map(few.map(record => [record.id, record]))
  let merged: R[] | null = null
  for (let place = 0; place < ours.length && others.size > 0; place += 1) {
    const known = ours[place]
    const other = known && others.get(known.id)
    if (known === undefined || other === undefined) continue
    others.delete(known.id)
    const united = unite(known, other)
    if (united === known) continue
    merged ??= [...ours]
    merged[place] = united
  }
  for (const record of others.values()) {
    merged ??= [...ours]
    merged.splice(placeOf(record, merged), 0, record)
  }
  return merged === null || isInOrder(merged) ? (merged ?? ours) : merged.toSorted(byMaking)
}

/** So many times fewer than ours are few: one change, or a burst of them. */
const FEW = 50

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
  const isFew = theirs.length * FEW < ours.length && new Set(theirs.map(({ id }) => id)).size === theirs.length
  if (isFew && isInOrder(ours)) return mergeFew(ours, theirs, unite)
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

export interface IdentifiedRecord {
  readonly id: string
  readonly created: string
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const byMaking = (a: IdentifiedRecord, b: IdentifiedRecord): number =>
  compare(a.created, b.created) || compare(a.id, b.id)

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

import { bisect } from '../order/bisect.ts'

export interface IdentifiedRecord {
  readonly id: string
  readonly created: string
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** The order of records: that in which they were made. */
export const byMaking = (a: IdentifiedRecord, b: IdentifiedRecord): number =>
  compare(a.created, b.created) || compare(a.id, b.id)

/** When each record was made, by its id. */
type TimesOfMaking = Map<string, string>

/**
 * What is known of lists that are in order. Lists do not change once they are kept, and the next one differs from the one before by a
 * record or two: it takes over what was known, so that a change among ten thousand records does not look at all of them.
 */
const timesOf = new WeakMap<readonly IdentifiedRecord[], TimesOfMaking>()

const readTimes = (records: readonly IdentifiedRecord[]): TimesOfMaking | null => {
  const times: TimesOfMaking = new Map()
  let before: IdentifiedRecord | null = null
  for (const record of records) {
    if (before !== null && byMaking(before, record) >= 0) return null
    times.set(record.id, record.created)
    before = record
  }
  return times.size === records.length ? times : null
}

const timesOfList = (records: readonly IdentifiedRecord[]): TimesOfMaking | null => {
  const times = timesOf.get(records) ?? readTimes(records)
  if (times !== null) timesOf.set(records, times)
  return times
}

/** Looks at a list before it is first changed, so that its first change takes no longer than the next ones. */
export const learnOrder = (records: readonly IdentifiedRecord[]): void => void timesOfList(records)

/** Where a record is among others that are in order, or belongs. */
const placeOf = (record: IdentifiedRecord, records: readonly IdentifiedRecord[]): number =>
  bisect(0, records.length, at => {
    const other = records[at]
    return other !== undefined && byMaking(other, record) < 0
  })

/** The records that have one of the ids, in no order. The list does not change afterwards. */
export const withIds = <R extends IdentifiedRecord>(records: readonly R[], ids: ReadonlySet<string>): readonly R[] => {
  const times = timesOfList(records)
  if (times === null) return records.filter(({ id }) => ids.has(id))
  return [...ids].flatMap(id => {
    const created = times.get(id)
    return created === undefined ? [] : (records[placeOf({ id, created }, records)] ?? [])
  })
}

/**
 * Puts few records among those of a list that is in order: each in the place of the one with its id as `unite` makes one of the two, or
 * where it belongs. Gives back the list itself when nothing changes. Null when the list, or what comes of it, is not in order.
 */
export const putAmong = <R extends IdentifiedRecord>(
  records: readonly R[],
  few: readonly R[],
  unite: (ours: R, theirs: R) => R,
): readonly R[] | null => {
  const times = timesOfList(records)
  if (times === null) return null
  const changed: R[] = []
  const added: R[] = []
  for (const record of few) {
    const created = times.get(record.id)
    const known = created === undefined ? undefined : records[placeOf({ id: record.id, created }, records)]
    const united = known === undefined ? record : unite(known, record)
    if (known === undefined) added.push(united)
    else if (united.created !== created) return null
    else if (united !== known) changed.push(united)
  }
  if (changed.length + added.length === 0) return records
  const put = [...records]
  for (const record of changed) put[placeOf(record, put)] = record
  for (const record of added) {
    put.splice(placeOf(record, put), 0, record)
    times.set(record.id, record.created)
  }
  timesOf.delete(records)
  timesOf.set(put, times)
  return put
}

import type { VersionedRecord } from './history.ts'

export interface IdentifiedRecord extends VersionedRecord {
  readonly id: string
  readonly created: string
}

/** The value with its keys in one order all the way down, so that equal content gives equal JSON. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/**
 * The later of two states of one record: the higher version, then the later change, then the content that sorts last.
 * The last rule means nothing; it makes two machines that merge the same copies choose the same one.
 */
export const laterRecord = <R extends VersionedRecord>(a: R, b: R): R => {
  if (a === b) return a
  const order =
    a.version - b.version ||
    compare(a.modified, b.modified) ||
    compare(JSON.stringify(inOrder(a)), JSON.stringify(inOrder(b)))
  return order >= 0 ? a : b
}

/**
 * Two sets of records brought together by id, nothing left out, in the order in which they were made.
 * The order of the arguments does not matter, and merging again changes nothing.
 */
export const mergeRecords = <R extends IdentifiedRecord>(one: readonly R[], other: readonly R[]): R[] => {
  const merged = new Map<string, R>()
  for (const record of [...one, ...other]) {
    const known = merged.get(record.id)
    merged.set(record.id, known ? laterRecord(known, record) : record)
  }
  return [...merged.values()].toSorted((a, b) => compare(a.created, b.created) || compare(a.id, b.id))
}

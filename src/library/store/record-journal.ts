import * as v from 'valibot'
import type { JournalRules, ReadFields } from './file-format.ts'

interface StoredRecord {
  readonly id: string
}

interface RecordJournalOptions<T extends object> {
  /** Names of the fields that are lists of records. */
  readonly lists: readonly (keyof T & string)[]
  /** The fields that a line may hold, all of them optional: some records of a list, or another field as a whole. */
  readonly line: v.GenericSchema
  /** Puts records and fields into a value; what the value holds already changes nothing. */
  readonly merge: (value: T, change: Partial<T>) => T
  readonly keepsPrevious: boolean
}

const recordsIn = (fields: object, list: string): readonly StoredRecord[] =>
  (Reflect.get(fields, list) as readonly StoredRecord[] | undefined) ?? []

/**
 * The records of `after` that `before` does not hold as they are; null when one of `before` is gone or stands elsewhere.
 * Records are frozen, so that one which is the same object is the same record.
 */
const changedRecords = (before: readonly StoredRecord[], after: readonly StoredRecord[]): StoredRecord[] | null => {
  const changed: StoredRecord[] = []
  let place = 0
  for (const record of after) {
    const known = before[place]
    if (known !== record) changed.push(record)
    if (known?.id === record.id) place += 1
  }
  return place === before.length ? changed : null
}

/** The last state of each record that the lines hold. */
const lastOfEach = (lines: readonly ReadFields[], list: string): StoredRecord[] => {
  const records = new Map<string, StoredRecord>()
  for (const line of lines) for (const record of recordsIn(line, list)) records.set(record.id, record)
  return [...records.values()]
}

/** A journal for a file that is made of lists of records and of short fields; records that are deleted stay in it. */
export const recordJournal = <T extends object>(options: RecordJournalOptions<T>): JournalRules<T> => {
  const { lists, line, merge, keepsPrevious } = options
  const isList = (name: string): boolean => lists.some(list => list === name)
  return {
    keepsPrevious,
    isLine: fields => v.is(line, fields),
    between: (before, after) => {
      const change: Record<string, unknown> = {}
      const names = new Set([...Object.keys(before), ...Object.keys(after)])
      for (const name of names) {
        const [from, to]: unknown[] = [Reflect.get(before, name), Reflect.get(after, name)]
        if (from === to) continue
        change[name] = isList(name) ? changedRecords(recordsIn(before, name), recordsIn(after, name)) : to
      }
      // A list of which one is gone or stands elsewhere is told as null, which no line holds.
      return v.is(line, change) ? change : null
    },
    replay: (value, lines) => {
      if (lines.length === 0) return value
      const fields = Object.assign({}, ...lines) as Record<string, unknown>
      for (const list of lists) if (list in fields) fields[list] = lastOfEach(lines, list)
      return merge(value, fields as Partial<T>)
    },
  }
}

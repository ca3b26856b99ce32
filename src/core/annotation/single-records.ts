import * as v from 'valibot'
import { pageNoteFields } from './annotation-fields.ts'
import { pageNoteSchema } from './annotation.ts'
import type { PageNote } from './annotation.ts'
import { citationFields, citationRecordSchema, correctionsIn, withoutCorrections } from './citation-record.ts'
import type { CitationRecord } from './citation-record.ts'
import type { FieldRule } from './field-rule.ts'
import type { EditedRecord } from './record-edits.ts'
import { shelfFields, shelfSchema } from './shelf.ts'
import type { Shelf } from './shelf.ts'
import { uniteRecords } from './unite-records.ts'

/** What is said of one document in a record of which its notes hold one at most, by the record's name in `notes.json`. */
export interface SingleRecords {
  readonly pageNote?: PageNote | null
  readonly shelf?: Shelf | null
  readonly citation?: CitationRecord | null
}
export type SingleName = keyof SingleRecords

/** What has to be known of a record to store, unite, restore and describe it. */
export interface SingleKind<R extends EditedRecord> {
  readonly schema: v.GenericSchema<R>
  readonly fields: readonly FieldRule[]
  /** What messages call it. */
  readonly title: string
  /** True when it says nothing: it counts as if it were not there. */
  readonly isEmpty: (record: R) => boolean
  /** The record that says nothing any more. */
  readonly emptied: (record: R) => R
}

/** The kinds of such records. Whoever adds one adds it here, and says in `restore-plan.ts` how it is told in words. */
const singleKinds: { readonly [Name in SingleName]-?: SingleKind<NonNullable<SingleRecords[Name]>> } = {
  pageNote: {
    schema: pageNoteSchema,
    fields: pageNoteFields,
    title: 'the page note',
    isEmpty: ({ value }) => value === '',
    emptied: note => ({ ...note, value: '' }),
  },
  shelf: {
    schema: shelfSchema,
    fields: shelfFields,
    title: 'collections and tags',
    isEmpty: ({ collections, tags }) => collections.length + tags.length === 0,
    emptied: shelf => ({ ...shelf, collections: [], tags: [] }),
  },
  citation: {
    schema: citationRecordSchema,
    fields: citationFields,
    title: 'the corrected citation',
    isEmpty: record => Object.keys(correctionsIn(record)).length === 0,
    emptied: withoutCorrections,
  },
}

/** In the order in which they stand in the file. */
export const singleNames = Object.keys(singleKinds) as readonly SingleName[]

/** As `singleKinds`, for whoever treats all kinds alike. */
export const singleKind = (name: SingleName): SingleKind<EditedRecord> =>
  singleKinds[name] as unknown as SingleKind<EditedRecord>

/** The record of that name; null when there is none. */
export const singleIn = (records: SingleRecords, name: SingleName): EditedRecord | null => records[name] ?? null

/** The records alone, of whatever holds more. */
export const singlesOf = (records: SingleRecords): SingleRecords =>
  Object.fromEntries(singleNames.flatMap(name => (records[name] === undefined ? [] : [[name, records[name]]])))

/** Puts each record of `theirs` together with that of `ours`. Gives back `ours` itself when that changes nothing. */
export const uniteSingles = <R extends SingleRecords>(ours: R, theirs: SingleRecords): R => {
  let united = ours
  for (const name of singleNames) {
    const [one, other] = [singleIn(ours, name), singleIn(theirs, name)]
    const record = one && other ? uniteRecords(singleKind(name).fields, one, other).record : (one ?? other)
    if (record !== one) united = { ...united, [name]: record }
  }
  return united
}

const optionalRecord = <R extends EditedRecord>({ schema }: SingleKind<R>) => v.exactOptional(v.nullable(schema))

/** The fields of an object that may hold any of them. */
export const singleEntries = {
  pageNote: optionalRecord(singleKinds.pageNote),
  shelf: optionalRecord(singleKinds.shelf),
  citation: optionalRecord(singleKinds.citation),
} as const

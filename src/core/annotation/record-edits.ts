import * as v from 'valibot'
import { countVersions } from './version-vector.ts'
import type { VersionVector } from './version-vector.ts'

/** Length of a writer's id: so many of the first characters of a UUID, one for each opening of a library for writing. */
export const WRITER_LENGTH = 8

const writer = v.pipe(v.string(), v.regex(/^[\da-f]{8}$/u))
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))
/** Names one edit of a record: who made it, and which of this writer's versions of the record it was. */
const editName = v.pipe(v.string(), v.regex(/^(?:[\da-f]{8}|made):[1-9]\d{0,15}$/u))

const alternativeSchema = v.object({ edit: editName, value: v.optional(v.unknown()) })
/** What one edit said in a field. `value` is absent when the edit left the field out. */
export type Alternative = v.InferOutput<typeof alternativeSchema>

/**
 * Who has changed a record since it was made, so that two copies of it can be told apart and united without any clock.
 * Absent from a record that is as it was made.
 */
export const recordEditsSchema = v.object({
  /** How many versions each writer made that are part of this one. What the record's version counts beyond them was made before. */
  seen: v.record(writer, count),
  /** The last edit of each field that was changed after the record was made. */
  fields: v.record(v.string(), editName),
  /** Of fields that were changed in two copies and that nobody has changed since: what each edit said. */
  apart: v.optional(v.record(v.string(), v.array(alternativeSchema))),
})
export type RecordEdits = v.InferOutput<typeof recordEditsSchema>

/** What uniting needs of every record. */
export interface EditedRecord {
  readonly version: number
  readonly modified: string
  readonly edits?: RecordEdits | undefined
}

export const NO_EDITS: RecordEdits = { seen: {}, fields: {} }

/** Stands in a version vector for all that was made before any writer was named, and in names of edits for the making. */
const MADE = 'made'

/** All that a state of a record knows of. What no writer accounts for, as in records of older programs, counts as made. */
export const vectorOf = ({ version, edits = NO_EDITS }: EditedRecord): VersionVector => ({
  ...edits.seen,
  [MADE]: Math.max(1, version - countVersions(edits.seen)),
})

/** `vectorOf` the other way round: the writers' part of a vector. */
export const writersOf = (vector: VersionVector): VersionVector =>
  Object.fromEntries(Object.entries(vector).filter(([name]) => name !== MADE))

export const nameEdit = (by: string, number: number): string => `${by}:${number}`

/** The edit that a field stands on when nobody has changed it since the record was made. */
export const madeEdit = (vector: VersionVector): string => nameEdit(MADE, vector[MADE] ?? 1)

export const isMadeEdit = (edit: string): boolean => edit.startsWith(`${MADE}:`)

/** `nameEdit` the other way round. */
const partsOf = (edit: string): readonly [by: string, number: number] => {
  const colon = edit.indexOf(':')
  return [edit.slice(0, colon), Number(edit.slice(colon + 1))]
}

/** True when a state with this vector knows of the edit. */
export const hasSeen = (vector: VersionVector, edit: string): boolean => {
  const [by, number] = partsOf(edit)
  return (vector[by] ?? 0) >= number
}

/** The order in which edits stand that know nothing of each other: the same on every machine, and without meaning. */
export const compareEdits = (one: string, other: string): number => {
  const [by, number] = partsOf(one)
  const [otherBy, otherNumber] = partsOf(other)
  const isMade = Number(isMadeEdit(other)) - Number(isMadeEdit(one))
  if (isMade !== 0) return isMade
  return by === otherBy ? number - otherNumber : by < otherBy ? -1 : 1
}

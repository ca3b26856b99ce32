import * as v from 'valibot'
import type { FieldRule } from './field-rule.ts'
import { orderedJson, sameContent } from './ordered-json.ts'
import { NO_EDITS, compareEdits, hasSeen, madeEdit, vectorOf } from './record-edits.ts'
import type { Alternative, EditedRecord } from './record-edits.ts'

/** What the record says in the field; undefined when it says nothing. */
export const valueOf = (record: object, { properties }: FieldRule): unknown => {
  const entries = new Map<string, unknown>(Object.entries(record))
  const [only, ...others] = properties
  if (others.length === 0) return entries.get(only)
  return Object.fromEntries(
    properties.filter(name => entries.get(name) !== undefined).map(name => [name, entries.get(name)]),
  )
}

/** The properties that say `value` in the field. */
export const propertiesOf = (value: unknown, { properties }: FieldRule): Readonly<Record<string, unknown>> => {
  const [only, ...others] = properties
  if (others.length > 0) return typeof value === 'object' ? { ...value } : {}
  return value === undefined ? {} : { [only]: value }
}

const sameAlternative = (a: Alternative, b: Alternative): boolean => a.edit === b.edit && sameContent(a.value, b.value)

/** The order of alternatives that are different from each other. */
const compareAlternatives = (a: Alternative, b: Alternative): number => {
  const order = compareEdits(a.edit, b.edit)
  if (order !== 0) return order
  return orderedJson(a.value) < orderedJson(b.value) ? -1 : 1
}

/** The last edits of a field that know nothing of each other, with what each said: mostly one. */
export const alternativesOf = (record: EditedRecord, rule: FieldRule): readonly Alternative[] => {
  const { fields, apart } = record.edits ?? NO_EDITS
  const stored = apart?.[rule.name]?.filter(({ value }) => v.is(rule.schema, value)) ?? []
  if (stored.length > 0) return stored
  return [{ edit: fields[rule.name] ?? madeEdit(vectorOf(record)), value: valueOf(record, rule) }]
}

/**
 * The alternatives of a field in two states of a record: an edit that the other state has seen and no longer shows was
 * changed there since and gives way. In this way sets of values and the edits they know of form a lattice (the optimised
 * observed-remove set of Bieniusa et al. 2012, with a register's values in place of elements): the order in which copies
 * meet does not matter, nor how often.
 */
export const uniteAlternatives = (
  [one, ofOne]: readonly [EditedRecord, readonly Alternative[]],
  [other, ofOther]: readonly [EditedRecord, readonly Alternative[]],
): readonly Alternative[] => {
  const standing = (mine: readonly Alternative[], theirs: readonly Alternative[], theirState: EditedRecord) => {
    const seen = vectorOf(theirState)
    return mine.filter(({ edit }) => theirs.some(their => their.edit === edit) || !hasSeen(seen, edit))
  }
  const standingNow = [...standing(ofOne, ofOther, other), ...standing(ofOther, ofOne, one)]
  // Nothing is left only when somebody changed the file by hand: then all of it counts.
  const all = standingNow.length > 0 ? standingNow : [...ofOne, ...ofOther]
  return all
    .filter((alternative, index) => all.findIndex(first => sameAlternative(first, alternative)) === index)
    .toSorted(compareAlternatives)
}

/** The different values among alternatives, in the order of their edits. */
export const differentValues = (alternatives: readonly Alternative[]): readonly unknown[] => {
  const values = alternatives.map(({ value }) => value)
  return values.filter((value, index) => values.findIndex(first => sameContent(first, value)) === index)
}

/** What the field says that has these alternatives. */
export const settledValue = (alternatives: readonly Alternative[], { settle }: FieldRule): unknown => {
  const values = differentValues(alternatives)
  return values.length > 1 ? settle(values) : values[0]
}

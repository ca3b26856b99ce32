import type { FieldRule } from './field-rule.ts'
import { alternativesOf, differentValues, propertiesOf, settledValue, uniteAlternatives } from './field-values.ts'
import { orderedJson, sameContent } from './ordered-json.ts'
import { isMadeEdit, vectorOf, writersOf } from './record-edits.ts'
import type { Alternative, EditedRecord, RecordEdits } from './record-edits.ts'
import { countVersions, uniteVectors } from './version-vector.ts'

/** A field of which two copies say different things, one of which now counts. */
export interface Choice {
  /** What messages call the field. */
  readonly title: string
  readonly chosen: unknown
  /** What the copies said instead. It is kept in the record until the field is changed. */
  readonly others: readonly unknown[]
}

export interface UnitedRecord<R> {
  /** `one` or `other` itself where it holds all that the two hold. */
  readonly record: R
  /** What had to be chosen just now, for the reader to look at. */
  readonly choices: readonly Choice[]
}

/** The edits of a record, with everything in an order that is the same on every machine. */
const editsOf = (
  seen: RecordEdits['seen'],
  fields: readonly (readonly [FieldRule, readonly Alternative[]])[],
): RecordEdits => {
  const named = fields.flatMap(([{ name }, [only, ...more]]) =>
    only === undefined || more.length > 0 || isMadeEdit(only.edit) ? [] : [[name, only.edit] as const],
  )
  const apart = fields.filter(([, alternatives]) => alternatives.length > 1)
  return {
    seen: { ...seen },
    fields: Object.fromEntries(named),
    ...(apart.length > 0 && {
      apart: Object.fromEntries(
        apart.map(([{ name }, alternatives]) => [
          name,
          alternatives.map(({ edit, value }) => ({ edit, ...(value !== undefined && { value }) })),
        ]),
      ),
    }),
  }
}

/** What neither a field nor an edit accounts for, such as fields of a newer program: all of it, one value of each. */
const restOf = (one: object, other: object, fields: readonly FieldRule[]): Record<string, unknown> => {
  const known = new Set(['version', 'modified', 'edits', ...fields.flatMap(({ properties }) => properties)])
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(name => !known.has(name))
  const [ofOne, ofOther] = [
    new Map<string, unknown>(Object.entries(one)),
    new Map<string, unknown>(Object.entries(other)),
  ]
  return Object.fromEntries(
    names.map(name => {
      const [a, b] = [ofOne.get(name), ofOther.get(name)]
      return [name, orderedJson(a) > orderedJson(b) ? a : b]
    }),
  )
}

/**
 * Puts a record together: the parts that never change, then version and fields in the order of `rules`, so that two machines write
 * the same bytes.
 */
const composeRecord = (
  rest: Readonly<Record<string, unknown>>,
  { version, modified }: Pick<EditedRecord, 'version' | 'modified'>,
  fields: readonly (readonly [FieldRule, unknown])[],
  edits: RecordEdits | undefined,
): EditedRecord => {
  const { id, created, ...unknown } = rest
  const properties = Object.assign({}, ...fields.map(([rule, value]) => propertiesOf(value, rule))) as object
  const others = Object.entries(unknown).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    ...(id !== undefined && { id }),
    ...(created !== undefined && { created }),
    modified,
    version,
    ...properties,
    ...Object.fromEntries(others),
    ...(edits !== undefined && { edits }),
  }
}

/**
 * Two states of one record, field by field. What one side changed and the other had seen, or left alone, is as it was changed; of a
 * field that both changed without knowing of each other, all is kept where its rule can, and otherwise one value
 * counts while the other stays beside it. No clock is asked. In whatever order copies meet, and however often, the result is the same.
 *
 * The version of the result counts every version that either side made, so that it is higher than both when both contributed.
 */
export const uniteRecords = <R extends EditedRecord>(
  rules: readonly FieldRule[],
  one: R,
  other: R,
): UnitedRecord<R> => {
  if (sameContent(one, other)) return { record: one, choices: [] }
  const vector = uniteVectors(vectorOf(one), vectorOf(other))
  const version = Math.max(one.version, other.version, countVersions(vector))
  const modified = one.modified > other.modified ? one.modified : other.modified
  const united = rules.map(rule => {
    const [ofOne, ofOther] = [alternativesOf(one, rule), alternativesOf(other, rule)]
    return [rule, uniteAlternatives([one, ofOne], [other, ofOther])] as const
  })
  const values = united.map(([rule, alternatives]) => [rule, settledValue(alternatives, rule)] as const)
  const seen = writersOf(vector)
  const apart = united.some(([, alternatives]) => alternatives.length > 1)
  const edits = Object.keys(seen).length > 0 || apart ? editsOf(seen, united) : undefined
  const record = composeRecord(restOf(one, other, rules), { version, modified }, values, edits) as R
  if (sameContent(record, one)) return { record: one, choices: [] }
  if (sameContent(record, other)) return { record: other, choices: [] }
  const choices = united.flatMap(([rule, alternatives]) => {
    const different = differentValues(alternatives)
    if (rule.keepsAll || different.length < 2) return []
    const chosen = settledValue(alternatives, rule)
    return [{ title: rule.title, chosen, others: different.filter(value => !sameContent(value, chosen)) }]
  })
  return { record, choices }
}

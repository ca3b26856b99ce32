import { LIFE } from './field-rule.ts'
import type { FieldRule } from './field-rule.ts'
import { valueOf } from './field-values.ts'
import { sameContent } from './ordered-json.ts'
import { NO_EDITS, nameEdit } from './record-edits.ts'
import type { EditedRecord, RecordEdits } from './record-edits.ts'
import { uniteVectors } from './version-vector.ts'

export interface Stamp {
  /** Who writes: eight hexadecimal digits. */
  readonly writer: string
  /**
   * False for changes that the reader did not ask for in this record, as when an update of the article moves it: a
   * deletion elsewhere does not give way to them.
   */
  readonly byReader: boolean
}

/** The record without what it says of its edits. */
const withoutEdits = <R extends EditedRecord>(record: R): R => {
  if (record.edits === undefined) return record
  const { edits: _edits, ...rest } = record
  return rest as R
}

/**
 * `after`, with a note of which fields the writer changed in it since `before`, the state that it was made from; null when it is
 * new. What `after` itself says of its edits is not heeded. Gives back `before` itself when `after` is no later version and says the same.
 */
export const stampRecord = <R extends EditedRecord>(
  rules: readonly FieldRule[],
  before: R | null,
  after: R,
  { writer, byReader }: Stamp,
): R => {
  if (before === null) return withoutEdits(after)
  const isChanged = (rule: FieldRule): boolean => !sameContent(valueOf(before, rule), valueOf(after, rule))
  if (after.version <= before.version && !rules.some(isChanged)) return before
  const edits = before.edits ?? NO_EDITS
  const made = Math.max(1, after.version - before.version)
  const edit = nameEdit(writer, (edits.seen[writer] ?? 0) + made)
  const changed = rules.filter(rule => (byReader && rule.name === LIFE) || isChanged(rule)).map(({ name }) => name)
  const apart = Object.entries(edits.apart ?? {}).filter(([name]) => !changed.includes(name))
  const named = rules.flatMap(({ name }) => {
    const last = changed.includes(name) ? edit : edits.fields[name]
    return last === undefined ? [] : [[name, last] as const]
  })
  const stamped: RecordEdits = {
    seen: { ...uniteVectors(edits.seen, { [writer]: (edits.seen[writer] ?? 0) + made }) },
    fields: Object.fromEntries(named),
    ...(apart.length > 0 && { apart: Object.fromEntries(apart) }),
  }
  // A clock that was put back does not make an edit earlier than the one before it.
  const modified = after.modified > before.modified ? after.modified : before.modified
  return { ...withoutEdits(after), version: before.version + made, modified, edits: stamped }
}

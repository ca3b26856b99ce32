import * as v from 'valibot'
import { joinNotes } from './join-notes.ts'

/** Names of the properties that say a field: one, or several that belong together. */
export type Properties = readonly [string, ...string[]]

/**
 * One field of a kind of record: what belongs together and is changed as one. Its value is that of its property, or an
 * object of those properties that are there when it has several.
 */
export interface FieldRule {
  readonly name: string
  /** What messages call it. */
  readonly title: string
  readonly properties: Properties
  /** What a value of it is: values of a file are used only if they are of it. */
  readonly schema: v.GenericSchema
  /**
   * What counts when several edits knew nothing of each other. `values` are different from each other, at least two, in
   * an order that is the same on every machine; the result depends on nothing else.
   */
  readonly settle: (values: readonly unknown[]) => unknown
  /** True when what `settle` gives holds all that the values said, or when the difference is nobody's concern. */
  readonly keepsAll: boolean
}

type Naming = Pick<FieldRule, 'name' | 'title'>

/** Of several values the last one in their order counts. */
export const oneOf = (naming: Naming, schema: v.GenericSchema, properties: Properties = [naming.name]): FieldRule => ({
  ...naming,
  properties,
  schema,
  settle: values => values.at(-1),
  keepsAll: false,
})

/** Of several values the one that ranks highest counts, of those the last one in their order. */
export const highestOf = (rule: FieldRule, rank: (value: unknown) => number): FieldRule => ({
  ...rule,
  settle: values => values.toSorted((a, b) => rank(a) - rank(b)).at(-1),
})

/** Markdown: all of it is kept. */
export const allNotes = (naming: Naming): FieldRule => ({
  ...naming,
  properties: [naming.name],
  schema: v.string(),
  settle: values => joinNotes(values.filter(value => typeof value === 'string')),
  keepsAll: true,
})

/** A list of words: every one of either is kept. */
export const allWords = (naming: Naming): FieldRule => ({
  ...naming,
  properties: [naming.name],
  schema: v.array(v.string()),
  settle: values => [...new Set(values.flat())],
  keepsAll: true,
})

/** The field that every edit touches, because whoever edits a record wants it. */
export const LIFE = 'life'

/** Whether the record is deleted, and when. A deletion gives way to an edit that did not know of it. */
export const life: FieldRule = {
  name: LIFE,
  title: 'deletion',
  properties: ['deleted'],
  schema: v.optional(v.string()),
  settle: values => (values.includes(undefined) ? undefined : values.at(-1)),
  keepsAll: true,
}

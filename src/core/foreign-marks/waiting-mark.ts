import * as v from 'valibot'
import { life, oneOf } from '../annotation/field-rule.ts'
import type { FieldRule } from '../annotation/field-rule.ts'
import { recordEditsSchema } from '../annotation/record-edits.ts'
import { foreignMarkSchema, markedWorkSchema } from './foreign-mark.ts'

/**
 * A mark of another program whose article is not in the library, or that was put into an article's page note. `deleted` says that it does
 * not wait any more: it was placed, which `placed` says, or the reader removed it.
 */
export const waitingMarkSchema = v.object({
  /** That of the annotation that it becomes. */
  id: v.pipe(v.string(), v.uuid()),
  created: v.string(),
  modified: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  deleted: v.optional(v.string()),
  /** Id of the document to which it was given. */
  placed: v.optional(v.string()),
  work: markedWorkSchema,
  mark: foreignMarkSchema,
  edits: v.optional(recordEditsSchema),
})
export type WaitingMark = v.InferOutput<typeof waitingMarkSchema>

const { placed, work, mark } = waitingMarkSchema.entries

/**
 * What of it is changed by itself. What the file said, and where it was put, are nothing that the reader wrote. One that was placed or
 * removed in one copy of the library waits in none.
 */
export const waitingMarkFields: readonly FieldRule[] = [
  { ...life, settle: values => values.findLast(value => value !== undefined) },
  { ...oneOf({ name: 'placed', title: 'article' }, placed), keepsAll: true },
  { ...oneOf({ name: 'work', title: 'work' }, work), keepsAll: true },
  { ...oneOf({ name: 'mark', title: 'mark' }, mark), keepsAll: true },
]

/** What is the same of two marks on one work: its title and authors, and where it is found. */
const keyOfWork = ({ title, authors, address = '', doi = '', isbn = '', document = '' }: WaitingMark['work']): string =>
  [title, authors.join('; '), document || doi || isbn || address].join('\n')

/** A key begins with the title: `Chapter 2` comes before `Chapter 11`. */
const byTitle = new Intl.Collator('en', { numeric: true })

/** Those that wait, by the works that they were made on, in the order of their titles. */
export const waitingWorks = (
  records: readonly WaitingMark[],
): readonly { readonly key: string; readonly work: WaitingMark['work']; readonly marks: readonly WaitingMark[] }[] => {
  const works = new Map<string, WaitingMark[]>()
  for (const record of records) {
    if (record.deleted !== undefined) continue
    const key = keyOfWork(record.work)
    const known = works.get(key)
    if (known === undefined) works.set(key, [record])
    else known.push(record)
  }
  return [...works]
    .flatMap(([key, marks]) => (marks[0] === undefined ? [] : [{ key, work: marks[0].work, marks }]))
    .toSorted((a, b) => byTitle.compare(a.key, b.key))
}

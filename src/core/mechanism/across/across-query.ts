import * as v from 'valibot'
import { directions } from '../mechanism.ts'
import { factualities } from './agreement.ts'

/** By what the effects are put together: what is acted on, a process that this names, or what acts. */
export const groupings = ['target', 'process', 'agent'] as const
export type Grouping = (typeof groupings)[number]

const groupOrders = ['articles', 'effects', 'name', 'verdict'] as const
export type GroupOrder = (typeof groupOrders)[number]

/** Which effects are wanted, and how they are put together. Filters that are null let everything through. */
export const acrossQuerySchema = v.object({
  grouping: v.picklist(groupings),
  order: v.picklist(groupOrders),
  /** Words of a name, in any spelling; empty for all. */
  name: v.pipe(v.string(), v.maxLength(200)),
  direction: v.nullable(v.picklist(directions)),
  factuality: v.nullable(v.picklist(factualities)),
  /** Leaves out what the extractor is not sure that the article says. */
  withoutDoubtful: v.boolean(),
  /** Id of a document. */
  document: v.nullable(v.string()),
  /** Only what the articles say opposite things of. */
  contradicted: v.boolean(),
})
export type AcrossQuery = v.InferOutput<typeof acrossQuerySchema>

/** Everything, by what is acted on. */
export const wholeLibrary: AcrossQuery = {
  grouping: 'target',
  order: 'articles',
  name: '',
  direction: null,
  factuality: null,
  withoutDoubtful: false,
  document: null,
  contradicted: false,
}

import * as v from 'valibot'
import { directions } from '../mechanism.ts'
import type { AcrossIndex } from './across-index.ts'
import { factualities, factualityOf, isSure } from './agreement.ts'
import type { IndexedEffect } from './indexed-effect.ts'
import { findThings } from './things.ts'

/** By what the effects are put together: what is acted on, a process that this names, or what acts. */
export const groupings = ['target', 'process', 'agent'] as const
export type Grouping = (typeof groupings)[number]

export const groupOrders = ['articles', 'effects', 'name', 'verdict'] as const
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

/** The numbers of the things under which an effect stands: one, any number of processes, or none without a named agent. */
export const groupsOf = ({ agent, target, processes }: IndexedEffect, grouping: Grouping): readonly number[] => {
  if (grouping === 'process') return processes
  if (grouping === 'target') return [target]
  return agent === null ? [] : [agent]
}

/** The effects that pass the query's filters, all but the one for contradictions, which concerns groups. */
export const selectEffects = (index: AcrossIndex, query: AcrossQuery): readonly IndexedEffect[] => {
  const { direction, factuality } = query
  const named = findThings(index.things, query.name)
  const document = query.document === null ? null : index.documents.findIndex(({ id }) => id === query.document)
  return index.effects.filter(
    effect =>
      (document === null || effect.document === document) &&
      (direction === null || effect.stated.direction === direction) &&
      (!query.withoutDoubtful || isSure(effect)) &&
      (factuality === null || factualityOf(effect.stated) === factuality) &&
      (named === null || effect.things.some(thing => named.has(thing))),
  )
}

import type { AcrossIndex } from './across-index.ts'
import type { AcrossQuery, Grouping } from './across-query.ts'
import { factualityOf, isSure } from './agreement.ts'
import type { IndexedEffect } from './indexed-effect.ts'
import { findThings } from './things.ts'

/** The numbers of the things under which an effect stands: one, any number of processes, or none without a named agent. */
export const groupsOf = ({ agent, target, processes }: IndexedEffect, grouping: Grouping): readonly number[] => {
  if (grouping === 'process') return processes
  if (grouping === 'target') return [target]
  return agent === null ? [] : [agent]
}

/** The effects that pass the query's filters, `index.effects` itself when all do; all filters but the one for contradictions, which concerns groups. */
export const selectEffects = (index: AcrossIndex, query: AcrossQuery): readonly IndexedEffect[] => {
  const { direction, factuality } = query
  const named = findThings(index.things, query.name)
  const isUnfiltered = [direction, factuality, query.document, named].every(filter => filter === null)
  if (isUnfiltered && !query.withoutDoubtful) return index.effects
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

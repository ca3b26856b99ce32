import { factualities, factualityOf } from '#core/mechanism/across/agreement.ts'
import type { Factuality } from '#core/mechanism/across/agreement.ts'
import { hasWords, searchForm } from '#core/mechanism/across/search-form.ts'
import type { EffectGraph, GraphEdge } from '#core/mechanism/cards/effect-graph.ts'
import { directions } from '#core/mechanism/mechanism.ts'
import type { Direction } from '#core/mechanism/mechanism.ts'

/** Which effects of a map are wanted; null and empty let everything through. */
export interface MapFilter {
  readonly name: string
  readonly direction: Direction | null
  readonly factuality: Factuality | null
}

export const wholeMap: MapFilter = { name: '', direction: null, factuality: null }

/** The part of a graph that has the wanted effects: those of or on a thing with such a name. The same graph when all are. */
export const filterMap = <Edge extends GraphEdge>(graph: EffectGraph<Edge>, filter: MapFilter): EffectGraph<Edge> => {
  const sought = searchForm(filter.name)
  if (sought === '' && filter.direction === null && filter.factuality === null) return graph
  const named = new Set(graph.nodes.filter(({ label }) => hasWords(searchForm(label), sought)).map(({ id }) => id))
  const edges = graph.edges.filter(
    edge =>
      (filter.direction === null || edge.direction === filter.direction) &&
      (filter.factuality === null || factualityOf(edge) === filter.factuality) &&
      (sought === '' || named.has(edge.from) || named.has(edge.to)),
  )
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]))
  return { nodes: graph.nodes.filter(({ id }) => ends.has(id)), edges }
}

const isOneOf = <T extends string>(value: string, all: readonly T[]): value is T =>
  (all as readonly string[]).includes(value)

/** The choice of a select whose first option, the empty one, is "all". */
export const directionOf = (value: string): Direction | null => (isOneOf(value, directions) ? value : null)
export const factualityNamed = (value: string): Factuality | null => (isOneOf(value, factualities) ? value : null)

export const factualityNames: Readonly<Record<Factuality, string>> = {
  stated: 'Stated',
  hedged: 'Hedged',
  negated: 'Negated',
}

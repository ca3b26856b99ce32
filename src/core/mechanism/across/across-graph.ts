import type { EffectGraph, EffectNode, GraphEdge } from '../cards/effect-graph.ts'
import { statementsOf } from './across-statements.ts'
import type { AcrossStatement } from './across-statements.ts'
import type { AcrossIndex } from './across-index.ts'
import type { AcrossQuery } from './across-query.ts'
import { pairOf } from './agreement.ts'
import type { IndexedEffect } from './indexed-effect.ts'
import { groupsOf, selectEffects } from './select-effects.ts'

/** An edge of the library's graph. */
interface AcrossEdge extends GraphEdge {
  readonly articles: number
  /** Another edge between the same two says the opposite. */
  readonly contested: boolean
}

export interface AcrossGraph extends EffectGraph<AcrossEdge> {
  /** How many edges there are; more than `edges` when only the strongest were taken. */
  readonly all: number
}

/** More edges than this are not sent to be drawn: what most articles say comes first. */
const MOST_EDGES = 2_000

const edgeKey = ({ agent, target, stated }: IndexedEffect): string =>
  `${agent ?? ''}>${target} ${stated.direction}${stated.negated ? ' not' : ''}${stated.hedged ? ' perhaps' : ''}`

const selected = (index: AcrossIndex, query: AcrossQuery): readonly IndexedEffect[] =>
  selectEffects(index, query).filter(
    effect =>
      groupsOf(effect, query.grouping).length > 0 && (!query.contradicted || index.contested.has(pairOf(effect) ?? '')),
  )

const byEdge = (effects: readonly IndexedEffect[]): ReadonlyMap<string, IndexedEffect[]> => {
  const edges = new Map<string, IndexedEffect[]>()
  for (const effect of effects) {
    const key = edgeKey(effect)
    const edge = edges.get(key)
    if (edge === undefined) edges.set(key, [effect])
    else edge.push(effect)
  }
  return edges
}

const nodesOf = (index: AcrossIndex, edges: readonly AcrossEdge[]): readonly EffectNode[] => {
  const acting = new Set(edges.map(({ from }) => from))
  const actedOn = new Set(edges.map(({ to }) => to))
  return [...new Set(edges.flatMap(({ from, to }) => [from, to]))].map(id => {
    const thing = id === '' ? undefined : index.things[Number(id)]
    const role = acting.has(id) ? (actedOn.has(id) ? 'both' : 'agent') : 'outcome'
    return { id, label: thing?.name ?? '', role, type: thing?.type ?? null }
  })
}

/** The effects that a query asks for as a graph; of a large library the edges that most articles and passages speak of. */
export const graphAcross = (index: AcrossIndex, query: AcrossQuery): AcrossGraph => {
  const all = [...byEdge(selected(index, query))].map(([id, effects]): AcrossEdge => {
    const [first] = effects
    return {
      id,
      from: first?.agent == null ? '' : String(first.agent),
      to: String(first?.target),
      direction: first?.stated.direction ?? 'affects',
      negated: first?.stated.negated === true,
      hedged: first?.stated.hedged === true,
      passages: effects.length,
      articles: new Set(effects.map(({ document }) => document)).size,
      contested: first !== undefined && index.contested.has(pairOf(first) ?? ''),
    }
  })
  const strongest = all.toSorted((a, b) => b.articles - a.articles || b.passages - a.passages).slice(0, MOST_EDGES)
  return { nodes: nodesOf(index, strongest), edges: strongest, all: all.length }
}

/** The statements behind some edges of the graph of the same query. */
export const statementsOnEdges = (
  index: AcrossIndex,
  query: AcrossQuery,
  edges: readonly string[],
): readonly AcrossStatement[] => {
  const wanted = new Set(edges)
  return statementsOf(
    index,
    selected(index, query).filter(effect => wanted.has(edgeKey(effect))),
  )
}

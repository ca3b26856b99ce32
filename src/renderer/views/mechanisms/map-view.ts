import type { EffectGraph, GraphEdge } from '#core/mechanism/cards/effect-graph.ts'
import { mergeFamilies } from './map-families.ts'
import type { MapEdge, MapNode, Merged } from './map-families.ts'

/** What the reader has unfolded on a map, or folded away. */
export interface Unfolded {
  /** Ids of families that are drawn member by member all the same. */
  readonly apart: ReadonlySet<string>
  /** Ids of nodes all of whose effects are drawn. */
  readonly expanded: ReadonlySet<string>
  /** Ids of nodes without what hangs on them alone. */
  readonly collapsed: ReadonlySet<string>
}

/** What of a graph the reader wants to see. */
export interface MapChoices extends Unfolded {
  /** Most edges that are drawn unasked: those that most articles and passages speak of. */
  readonly most: number
  /** Families as one node each. */
  readonly families: boolean
}

/** A node that is drawn. */
export interface ViewedNode extends MapNode {
  /** How many of its effects are not. */
  readonly hidden: number
  /** How many of the things that are drawn hang on it alone: what collapsing it would hide. */
  readonly leaves: number
}

export interface MapView extends EffectGraph<MapEdge> {
  readonly nodes: readonly ViewedNode[]
  /** How many edges there would be in all. */
  readonly all: number
}

const asItself = ({ nodes, edges }: EffectGraph<GraphEdge>): Merged => ({
  nodes: nodes.map(node => ({ ...node, members: [node.id] })),
  edges: edges.map(edge => ({ ...edge, members: [edge.id] })),
})

const strength = (a: MapEdge, b: MapEdge): number => (b.articles ?? 0) - (a.articles ?? 0) || b.passages - a.passages

/** How many other nodes each is drawn with. */
const neighboursOf = (edges: readonly MapEdge[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const neighbours = new Map<string, Set<string>>()
  const add = (id: string, other: string): void => {
    const known = neighbours.get(id)
    if (known === undefined) neighbours.set(id, new Set([other]))
    else known.add(other)
  }
  for (const { from, to } of edges) {
    add(from, to)
    add(to, from)
  }
  return neighbours
}

/** The neighbours of a node that hang on it alone. */
const leavesOf = (id: string, neighbours: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] =>
  [...(neighbours.get(id) ?? [])].filter(other => other !== id && (neighbours.get(other)?.size ?? 0) === 1)

const withoutLeaves = (edges: readonly MapEdge[], collapsed: ReadonlySet<string>): readonly MapEdge[] => {
  if (collapsed.size === 0) return edges
  const neighbours = neighboursOf(edges)
  const gone = new Set([...collapsed].flatMap(id => leavesOf(id, neighbours)))
  return edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to))
}

/**
 * The part of a graph that is drawn: families merged, the strongest effects, all of what was expanded, and nothing that only
 * hangs on what was collapsed. Nodes and edges stay in their order.
 */
export const viewMap = (graph: EffectGraph<GraphEdge>, choices: MapChoices): MapView => {
  const { most, families, apart, expanded, collapsed } = choices
  const { nodes, edges } = families ? mergeFamilies(graph, apart) : asItself(graph)
  const strongest = new Set(edges.length <= most ? edges : edges.toSorted(strength).slice(0, most))
  const wanted = edges.filter(edge => strongest.has(edge) || expanded.has(edge.from) || expanded.has(edge.to))
  const drawn = withoutLeaves(wanted, collapsed)
  const neighbours = neighboursOf(drawn)
  const hidden = new Map<string, number>()
  const isDrawn = new Set(drawn)
  for (const edge of edges) {
    if (isDrawn.has(edge)) continue
    for (const id of new Set([edge.from, edge.to])) hidden.set(id, (hidden.get(id) ?? 0) + 1)
  }
  return {
    nodes: nodes
      .filter(({ id }) => neighbours.has(id))
      .map(node => ({ ...node, hidden: hidden.get(node.id) ?? 0, leaves: leavesOf(node.id, neighbours).length })),
    edges: drawn,
    all: edges.length,
  }
}

/** What pressing a node changes: a family is taken apart, hidden effects are shown, and what hangs on the node alone is folded away. */
export const pressNode = (unfolded: Unfolded, node: ViewedNode): Unfolded => {
  const { apart, expanded, collapsed } = unfolded
  const without = (ids: ReadonlySet<string>): ReadonlySet<string> => new Set([...ids].filter(id => id !== node.id))
  const and = (ids: ReadonlySet<string>): ReadonlySet<string> => new Set([...ids, node.id])
  if (node.members.length > 1) return { ...unfolded, apart: and(apart) }
  if (node.hidden > 0) return { apart, expanded: and(expanded), collapsed: without(collapsed) }
  return { apart, expanded: without(expanded), collapsed: node.leaves > 0 ? and(collapsed) : without(collapsed) }
}

import type { PlacedEdge, PlacedGraph, PlacedNode } from './map-layout.ts'

/** What has the keyboard on the map. */
export interface MapPlace {
  readonly kind: 'node' | 'edge'
  readonly id: string
}

export type MapMove = 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

const node = ({ id }: { readonly id: string }): MapPlace => ({ kind: 'node', id })
const edge = ({ id }: { readonly id: string }): MapPlace => ({ kind: 'edge', id })

const readingOrder = (graph: PlacedGraph): PlacedNode[] => graph.nodes.toSorted((a, b) => a.x - b.x || a.y - b.y)

const topDown = (edges: readonly PlacedEdge[]): PlacedEdge[] => edges.toSorted((a, b) => a.y - b.y)

/** The neighbour `step` places on; the place itself at the end of the row. */
const neighbour = <T extends { readonly id: string }>(row: readonly T[], id: string, step: number): T | undefined => {
  const index = row.findIndex(item => item.id === id)
  return row[index + step] ?? row[index]
}

const fromNode = (graph: PlacedGraph, at: PlacedNode, move: 'left' | 'right' | 'up' | 'down'): MapPlace => {
  if (move === 'up' || move === 'down') {
    const column = graph.nodes
      .filter(other => Math.abs(other.x - at.x) < (other.width + at.width) / 2)
      .toSorted((a, b) => a.y - b.y)
    return node(neighbour(column, at.id, move === 'down' ? 1 : -1) ?? at)
  }
  const [next] = topDown(graph.edges.filter(other => (move === 'right' ? other.from : other.to) === at.id))
  return next === undefined ? node(at) : edge(next)
}

const fromEdge = (graph: PlacedGraph, at: PlacedEdge, move: 'left' | 'right' | 'up' | 'down'): MapPlace => {
  if (move === 'right') return node({ id: at.to })
  if (move === 'left') return node({ id: at.from })
  const fan = topDown(graph.edges.filter(other => other.from === at.from))
  return edge(neighbour(fan, at.id, move === 'down' ? 1 : -1) ?? at)
}

/**
 * Where an arrow key leads. Right and left follow the effects: from a thing to the first effect it has, from an effect to the
 * thing at its end. Up and down walk the column of things, or the effects that leave the same thing. `first` and `last` go to
 * the ends of the map. A key that leads nowhere stays; null only for an empty map.
 */
export const moveOnMap = (graph: PlacedGraph, from: MapPlace | null, move: MapMove): MapPlace | null => {
  const order = readingOrder(graph)
  const [first] = order
  if (first === undefined) return null
  if (move === 'first') return node(first)
  if (move === 'last') return node(order.at(-1) ?? first)
  const atNode = from?.kind === 'node' ? graph.nodes.find(item => item.id === from.id) : undefined
  if (atNode !== undefined) return fromNode(graph, atNode, move)
  const atEdge = from?.kind === 'edge' ? graph.edges.find(item => item.id === from.id) : undefined
  return atEdge === undefined ? node(first) : fromEdge(graph, atEdge, move)
}

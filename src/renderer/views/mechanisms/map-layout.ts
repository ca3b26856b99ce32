import { Graph, layout } from '@dagrejs/dagre'
import type { EdgeLabel, GraphLabel, NodeLabel } from '@dagrejs/dagre'
import type { EffectNode, GraphEdge } from '#core/mechanism/cards/effect-graph.ts'
import { fansOf, packFan } from './map-fans.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A node with its box; `x` and `y` are its centre. All lengths of the map are SVG user units, one CSS pixel at zoom 1. */
export type PlacedNode<Node extends EffectNode = EffectNode> = Node &
  Point & {
    readonly width: number
    readonly height: number
    /** The label, broken into lines. */
    readonly lines: readonly string[]
  }

/** An edge with its path; `x` and `y` are where its sign stands. */
export type PlacedEdge<Edge extends GraphEdge = GraphEdge> = Edge & Point & { readonly path: string }

export interface PlacedGraph<Node extends EffectNode = EffectNode, Edge extends GraphEdge = GraphEdge> {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode<Node>[]
  readonly edges: readonly PlacedEdge<Edge>[]
}

/** Shown in place of a name when the text does not say what acts. */
export const unnamedAgent = 'agent not named'

export const LINE_HEIGHT = 15
const PADDING = { x: 11, y: 5 }
const LINE_LENGTH = 20
const MOST_LINES = 4
/** Half the width of the round sign that sits on an edge, and the room that is kept for it. */
const SIGN_SIZE = 20
/** From the middle of a sign to the box that its arrow reaches: the sign, and an arrow long enough to be seen. */
const SIGN_ROOM = 27
/** From where the lines of a fan run level to its first column: the room of a sign. */
const LEVEL_ROOM = 44

/** A rough advance width in Inter at 12.5 px; the box has padding enough for what this is off. */
const textWidth = (line: string): number =>
  Array.from(line).reduce(
    (sum, character) => sum + (/[A-ZÄÖÜmwMW]/.test(character) ? 8.6 : /[iljtfr.,'()\s-]/.test(character) ? 4.4 : 7),
    0,
  )

/**
 * The label in lines of at most about `length` characters, broken at spaces and after hyphens and slashes, and inside a word
 * only when it alone is longer. What does not fit into `most` lines ends in an ellipsis.
 */
export const wrapLabel = (label: string, length = LINE_LENGTH, most = MOST_LINES): string[] => {
  const pieces = (label.match(/[^\s/-]+[/-]?|[/-]/g) ?? []).flatMap(
    piece => piece.match(new RegExp(`.{1,${length}}`, 'gsu')) ?? [],
  )
  const lines: string[] = []
  let searched = 0
  for (const piece of pieces) {
    const at = label.indexOf(piece, searched)
    const glue = at > searched ? ' ' : ''
    searched = at + piece.length
    const last = lines.at(-1)
    if (last !== undefined && (last + glue + piece).length <= length) lines[lines.length - 1] = last + glue + piece
    else lines.push(piece)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, length - 1)}…`]
}

const round = (value: number): number => Math.round(value * 10) / 10

/** A path through all of the points that leaves and reaches each of them level. */
export const smoothPath = (points: readonly Point[]): string => {
  const place = (x: number, y: number): string => `${round(x)} ${round(y)}`
  return points
    .map((point, index) => {
      const before = points[index - 1]
      if (before === undefined) return `M ${place(point.x, point.y)}`
      const middle = (before.x + point.x) / 2
      return `C ${place(middle, before.y)} ${place(middle, point.y)} ${place(point.x, point.y)}`
    })
    .join(' ')
}

interface Box extends Point {
  readonly width: number
}

/** The points of an edge; one that runs from left to right leaves and enters its boxes in the middle of their sides. */
const pointsOf = (points: readonly Point[], from: Box, to: Box): readonly Point[] => {
  const start = { x: from.x + from.width / 2, y: from.y }
  const end = { x: to.x - to.width / 2, y: to.y }
  return start.x < end.x ? [start, ...points.slice(1, -1), end] : points
}

/** A path from the lower side of a box through a point below it and back: what a thing does to itself. */
const loopPath = (box: Box & { readonly height: number }, through: Point): string => {
  const place = (x: number, y: number): string => `${round(x)} ${round(y)}`
  const [left, right] = [box.x - box.width / 4, box.x + box.width / 4]
  const side = box.y + (Math.sign(through.y - box.y) * box.height) / 2
  const half = (from: number, to: number): string => `${place(from, through.y)} ${place(to, through.y)}`
  return [
    `M ${place(right, side)}`,
    `C ${half(right, right)} ${place(through.x, through.y)}`,
    `C ${half(left, left)} ${place(left, side)}`,
  ].join(' ')
}

interface Sized {
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
}

const sizeOf = (node: EffectNode): Sized => {
  const lines = wrapLabel(node.label === '' ? unnamedAgent : node.label)
  return {
    lines,
    width: Math.ceil(Math.max(36, ...lines.map(textWidth))) + 2 * PADDING.x,
    height: lines.length * LINE_HEIGHT + 2 * PADDING.y,
  }
}

/** Places the graph from left (what acts) to right (what comes of it). Deterministic; an empty graph has no size. */
export const layoutMap = <Node extends EffectNode, Edge extends GraphEdge>(graph: {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
}): PlacedGraph<Node, Edge> => {
  const drawing = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  drawing.setGraph({ rankdir: 'LR', nodesep: 8, edgesep: 8, ranksep: 56, marginx: 12, marginy: 12 })
  drawing.setDefaultEdgeLabel(() => ({}))
  const sizes = new Map(graph.nodes.map(node => [node.id, sizeOf(node)]))
  const sized = (id: string): Sized => sizes.get(id) ?? { lines: [], width: 0, height: 0 }
  const edgesTo = (id: string): readonly Edge[] => graph.edges.filter(edge => edge.to === id)
  const sign = { width: SIGN_SIZE, height: SIGN_SIZE, labelpos: 'c' as const }

  const fans = fansOf(graph).map(fan => {
    const ends = fan.ends.map(id => {
      const count = edgesTo(id).length
      const size = { ...sized(id), height: Math.max(sized(id).height, count * SIGN_SIZE) }
      sizes.set(id, size)
      return { width: size.width, height: size.height, lines: (count - 1) * SIGN_SIZE }
    })
    return { ...fan, packed: packFan(ends) }
  })
  const inFan = new Set(fans.flatMap(fan => fan.ends))
  for (const { id } of graph.nodes)
    if (!inFan.has(id)) drawing.setNode(`n${id}`, { width: sized(id).width, height: sized(id).height })
  for (const edge of graph.edges)
    if (!inFan.has(edge.to)) drawing.setEdge(`n${edge.from}`, `n${edge.to}`, { ...sign }, edge.id)
  for (const { source, packed } of fans) {
    drawing.setNode(`f${source}`, { width: packed.width, height: packed.height })
    drawing.setEdge(`n${source}`, `f${source}`, { ...sign })
  }
  if (graph.nodes.length > 0) layout(drawing)

  const centres = new Map<string, Point>()
  for (const { id } of graph.nodes) {
    if (inFan.has(id)) continue
    const { x = 0, y = 0 } = drawing.node(`n${id}`)
    centres.set(id, { x, y })
  }
  /** Where the lines to the ends of a fan begin to run level. */
  const levels = new Map<string, number>()
  for (const { source, ends, packed } of fans) {
    const { x = 0, y = 0 } = drawing.node(`f${source}`)
    const corner = { x: x - packed.width / 2, y: y - packed.height / 2 }
    for (const [index, id] of ends.entries()) {
      const place = packed.places[index] ?? { x: 0, y: 0 }
      centres.set(id, { x: corner.x + place.x, y: corner.y + place.y })
      levels.set(id, corner.x - LEVEL_ROOM)
    }
  }
  const placed = new Map(
    graph.nodes.map((node): [string, PlacedNode<Node>] => [
      node.id,
      { ...node, ...(centres.get(node.id) ?? { x: 0, y: 0 }), ...sized(node.id) },
    ]),
  )

  /** Where the sign of what a thing does to itself stands, one below the other; the layout keeps at least that room. */
  const loopsBelow = (box: Box & { readonly height: number }, edge: Edge): number => {
    const loops = graph.edges.filter(other => other.from === edge.from && other.to === edge.from)
    return box.y + box.height / 2 + SIGN_SIZE * (1 + loops.indexOf(edge))
  }

  const placeEdge = (edge: Edge): PlacedEdge<Edge> => {
    const from = placed.get(edge.from) ?? { x: 0, y: 0, width: 0, height: 0 }
    const to = placed.get(edge.to) ?? from
    const level = levels.get(edge.to)
    if (level === undefined) {
      const { x = 0, y = 0, points = [] } = drawing.edge(`n${edge.from}`, `n${edge.to}`, edge.id)
      if (edge.from === edge.to) {
        const place = { x: from.x, y: Math.min(y, loopsBelow(from, edge)) }
        return { ...edge, x: round(place.x), y: round(place.y), path: loopPath(from, place) }
      }
      return { ...edge, x: round(x), y: round(y), path: smoothPath(pointsOf(points, from, to)) }
    }
    const siblings = edgesTo(edge.to)
    const y = to.y + (siblings.indexOf(edge) - (siblings.length - 1) / 2) * SIGN_SIZE
    const end = to.x - to.width / 2
    const line = [{ x: from.x + from.width / 2, y: from.y }, ...[level, end - SIGN_ROOM, end].map(x => ({ x, y }))]
    return { ...edge, x: round(end - SIGN_ROOM), y: round(y), path: smoothPath(line) }
  }
  const { width = 0, height = 0 } = drawing.graph()
  return { width, height, nodes: [...placed.values()], edges: graph.edges.map(placeEdge) }
}

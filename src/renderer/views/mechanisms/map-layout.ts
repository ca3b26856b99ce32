import { Graph, layout } from '@dagrejs/dagre'
import type { EdgeLabel, GraphLabel, NodeLabel } from '@dagrejs/dagre'
import type { EffectEdge, EffectGraph, EffectNode } from '#core/mechanism/effect-graph.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A node with its box; `x` and `y` are its centre. All lengths of the map are SVG user units, one CSS pixel at zoom 1. */
export interface PlacedNode extends EffectNode, Point {
  readonly width: number
  readonly height: number
  /** The label, broken into lines. */
  readonly lines: readonly string[]
}

/** An edge with its path; `x` and `y` are where its sign stands. */
export interface PlacedEdge extends EffectEdge, Point {
  readonly path: string
}

export interface PlacedGraph {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** Shown in place of a name when the text does not say what acts. */
export const unnamedAgent = 'agent not named'

export const LINE_HEIGHT = 15
const PADDING = { x: 12, y: 6 }
const LINE_LENGTH = 20
const MOST_LINES = 4
/** Half the width of the round sign that sits on an edge, and the room that is kept for it. */
const SIGN_SIZE = 20

/** A rough advance width in Inter at 12.5 px; the box has padding enough for what this is off. */
const textWidth = (line: string): number =>
  [...line].reduce((sum, character) => sum + (/[A-ZÄÖÜmwMW]/.test(character) ? 8.6 : /[iljtfr.,'()\s-]/.test(character) ? 4.4 : 7), 0)

/**
 * The label in lines of at most about `length` characters, broken at spaces and after hyphens and slashes, and inside a word
 * only when it alone is longer. What does not fit into `most` lines ends in an ellipsis.
 */
export const wrapLabel = (label: string, length = LINE_LENGTH, most = MOST_LINES): string[] => {
  const pieces = (label.match(/[^\s/-]+[/-]?|[/-]/g) ?? []).flatMap((piece) => piece.match(new RegExp(`.{1,${length}}`, 'gsu')) ?? [])
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

/** A path through all of the points that leaves and reaches each of them level. */
export const smoothPath = (points: readonly Point[]): string => {
  const number = (value: number): string => String(Math.round(value * 10) / 10)
  const place = (x: number, y: number): string => `${number(x)} ${number(y)}`
  return points
    .map((point, index) => {
      const before = points[index - 1]
      if (before === undefined) return `M ${place(point.x, point.y)}`
      const middle = (before.x + point.x) / 2
      return `C ${place(middle, before.y)} ${place(middle, point.y)} ${place(point.x, point.y)}`
    })
    .join(' ')
}

/** The points of an edge; one that runs from left to right leaves and enters its boxes in the middle of their sides. */
const pointsOf = (points: readonly Point[], from: NodeLabel, to: NodeLabel): readonly Point[] => {
  const start = { x: (from.x ?? 0) + from.width / 2, y: from.y ?? 0 }
  const end = { x: (to.x ?? 0) - to.width / 2, y: to.y ?? 0 }
  return start.x < end.x ? [start, ...points.slice(1, -1), end] : points
}

/** Places the graph from left (what acts) to right (what comes of it). Deterministic; an empty graph has no size. */
export const layoutMap = (graph: EffectGraph): PlacedGraph => {
  const drawing = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  drawing.setGraph({ rankdir: 'LR', nodesep: 9, edgesep: 8, ranksep: 44, marginx: 12, marginy: 12 })
  drawing.setDefaultEdgeLabel(() => ({}))
  const linesOf = new Map<string, string[]>()
  for (const node of graph.nodes) {
    const lines = wrapLabel(node.label === '' ? unnamedAgent : node.label)
    linesOf.set(node.id, lines)
    drawing.setNode(`n${node.id}`, {
      width: Math.ceil(Math.max(36, ...lines.map(textWidth))) + 2 * PADDING.x,
      height: lines.length * LINE_HEIGHT + 2 * PADDING.y,
    })
  }
  for (const edge of graph.edges) {
    drawing.setEdge(`n${edge.from}`, `n${edge.to}`, { width: SIGN_SIZE, height: SIGN_SIZE, labelpos: 'c' }, edge.id)
  }
  if (graph.nodes.length > 0) layout(drawing)

  const { width = 0, height = 0 } = drawing.graph()
  return {
    width,
    height,
    nodes: graph.nodes.map((node) => {
      const { x = 0, y = 0, width: w, height: h } = drawing.node(`n${node.id}`)
      return { ...node, x, y, width: w, height: h, lines: linesOf.get(node.id) ?? [] }
    }),
    edges: graph.edges.map((edge) => {
      const { x = 0, y = 0, points = [] } = drawing.edge(`n${edge.from}`, `n${edge.to}`, edge.id)
      const path = smoothPath(pointsOf(points, drawing.node(`n${edge.from}`), drawing.node(`n${edge.to}`)))
      return { ...edge, x, y, path }
    }),
  }
}

import type { EffectGraph, GraphEdge } from '#core/mechanism/cards/effect-graph.ts'
import type { Direction } from '#core/mechanism/mechanism.ts'

/** Ends that hang on one source only, more of them than one column can show. */
export interface Fan {
  readonly source: string
  /** Ids of the nodes, from top to bottom. */
  readonly ends: readonly string[]
}

interface Box {
  readonly width: number
  readonly height: number
}

/** An end, and how far the first of the lines that reach it is from the last, measured from top to bottom. */
interface End extends Box {
  readonly lines: number
}

/** Where the ends of a fan stand in a box of their own: centres, measured from its upper left corner. */
export interface PackedFan extends Box {
  readonly places: readonly { readonly x: number; readonly y: number }[]
}

/** Up to this many ends stand in one column, which the layout of the graph takes care of. */
const LONGEST_COLUMN = 9
/** Between the columns: a sign, the arrow behind it, and room beside both. */
const COLUMN_GAP = 46
const ROW_GAP = 6

/** What raises stands above what lowers. */
const heights: Record<Direction, number> = { increases: 1, converts: 0, affects: 0, decreases: -1 }

/** The fans of a graph, in each the ends that go up first and those that go down last. An end is what only one thing acts on, and what acts on nothing itself. */
export const fansOf = ({ nodes, edges }: EffectGraph<GraphEdge>): readonly Fan[] => {
  const acting = new Set(edges.map(edge => edge.from))
  const sources = new Map<string, Set<string>>()
  for (const edge of edges) sources.set(edge.to, (sources.get(edge.to) ?? new Set()).add(edge.from))
  const fans = new Map<string, string[]>()
  for (const { id } of nodes) {
    const [source, ...others] = sources.get(id) ?? []
    if (source === undefined || others.length > 0 || acting.has(id)) continue
    fans.set(source, [...(fans.get(source) ?? []), id])
  }
  const heightOf = (id: string): number =>
    edges.reduce((sum, edge) => (edge.to === id && !edge.negated ? sum + heights[edge.direction] : sum), 0)
  return [...fans]
    .filter(([, ends]) => ends.length > LONGEST_COLUMN)
    .map(([source, ends]) => ({
      source,
      ends: ends.toSorted((a, b) => Math.sign(heightOf(b)) - Math.sign(heightOf(a))),
    }))
}

/**
 * Packs the ends of a fan like bricks in two columns: each end of the second column stands level with the gap between two of
 * the first, so that its line runs straight through. About half as high as one column.
 */
export const packFan = (ends: readonly End[]): PackedFan => {
  const widthOf = (column: number): number =>
    Math.max(0, ...ends.filter((_, index) => index % 2 === column).map(({ width }) => width))
  const [first, second] = [widthOf(0), widthOf(1)]
  const lefts = [0, first + COLUMN_GAP]
  const places: { readonly x: number; readonly y: number }[] = []
  /** The lowest point taken in each column. */
  const bottoms = [-ROW_GAP, -ROW_GAP]
  let lastLine = -Infinity
  for (const [index, { width, height, lines }] of ends.entries()) {
    const column = index % 2
    const clearsOwn = (bottoms[column] ?? 0) + ROW_GAP + height / 2
    // Lines to the second column must pass below the box before them; a box of the first column must stand below those lines.
    const clearsOther = column === 1 ? (bottoms[0] ?? 0) + ROW_GAP + lines / 2 : lastLine + ROW_GAP + height / 2
    const y = Math.max(clearsOwn, clearsOther)
    places.push({ x: (lefts[column] ?? 0) + width / 2, y })
    bottoms[column] = y + height / 2
    lastLine = y + lines / 2
  }
  return { width: first + COLUMN_GAP + second, height: Math.max(0, ...bottoms), places }
}

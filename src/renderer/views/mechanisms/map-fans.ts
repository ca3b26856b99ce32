import type { EffectGraph } from '#core/mechanism/effect-graph.ts'

/** Ends that hang on one source only, more of them than one column can show. */
export interface Fan {
  readonly source: string
  /** Ids of the nodes, in the order of the graph. */
  readonly ends: readonly string[]
}

interface Box {
  readonly width: number
  readonly height: number
}

/** An end with the height that the signs of its effects take up, one above the other, where all lines begin. */
interface End extends Box {
  readonly signs: number
}

/** Where the ends of a fan stand in a box of their own: centres, measured from its upper left corner. */
export interface PackedFan extends Box {
  readonly places: readonly { readonly x: number; readonly y: number }[]
}

/** Up to this many ends stand in one column, which the layout of the graph takes care of. */
const LONGEST_COLUMN = 9
const COLUMN_GAP = 40
const ROW_GAP = 8

/** The fans of a graph. An end is what only one thing acts on, and what acts on nothing itself. */
export const fansOf = ({ nodes, edges }: EffectGraph): readonly Fan[] => {
  const acting = new Set(edges.map(edge => edge.from))
  const sources = new Map<string, Set<string>>()
  for (const edge of edges) sources.set(edge.to, (sources.get(edge.to) ?? new Set()).add(edge.from))
  const fans = new Map<string, string[]>()
  for (const { id } of nodes) {
    const [source, ...others] = sources.get(id) ?? []
    if (source === undefined || others.length > 0 || acting.has(id)) continue
    fans.set(source, [...(fans.get(source) ?? []), id])
  }
  return [...fans].filter(([, ends]) => ends.length > LONGEST_COLUMN).map(([source, ends]) => ({ source, ends }))
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
  let before = { y: -Infinity, signs: 0 }
  for (const [index, { width, height, signs }] of ends.entries()) {
    const column = index % 2
    const clearsOwn = (bottoms[column] ?? 0) + ROW_GAP + height / 2
    // A line to the second column must pass below the box before it; a box of the first column must stand below that line.
    const clearsOther = column === 1 ? (bottoms[0] ?? 0) + ROW_GAP : before.y + ROW_GAP + height / 2
    const clearsSigns = before.y + (before.signs + signs) / 2
    const y = Math.max(signs / 2, clearsOwn, clearsOther, clearsSigns)
    places.push({ x: (lefts[column] ?? 0) + width / 2, y })
    bottoms[column] = y + height / 2
    before = { y, signs }
  }
  return { width: first + COLUMN_GAP + second, height: Math.max(0, ...bottoms, before.y + before.signs / 2), places }
}

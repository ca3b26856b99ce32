import type { Line, Piece } from './lines.ts'
import { textOfPieces } from './lines.ts'
import { followsDrawn } from './page-text.ts'

/** Rows of cells; a cell without text is empty. */
export interface Table {
  readonly kind: 'table'
  readonly rows: readonly (readonly (readonly Piece[])[])[]
  readonly lines: readonly Line[]
}

/** Rows with several cells that a table has at least. */
const FEWEST_ROWS = 3
/** The part of the rows that may go over the gap between two columns: headings of groups. */
const MOST_SPANNING = 0.25
/** Points that a gap between columns has at least. */
const GAP = 4

const marker = /^(?:[•◦▪▫■□●○–—‣·∙*-]|[([]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[\])][.:]?|(?:\d{1,3}|[a-zA-Z])[.:])$/

const isMarked = (line: Line): boolean => marker.test(textOfPieces(line.cells[0]?.pieces ?? []).trim())

/** The middles of gaps that most lines leave open. */
const gapsOf = (lines: readonly Line[]): number[] => {
  const cells = lines.flatMap(line => line.cells)
  const from = Math.floor(Math.min(...cells.map(({ x }) => x)))
  const to = Math.min(from + 20_000, Math.ceil(Math.max(...cells.map(({ end }) => end))))
  const covered = new Int32Array(to - from + 1)
  for (const { x, end } of cells)
    for (
      let place = Math.max(0, Math.round(x) - from);
      place < Math.min(Math.round(end) - from, covered.length);
      place += 1
    )
      covered[place] = (covered[place] ?? 0) + 1
  const most = Math.floor(lines.length * MOST_SPANNING)
  const gaps: number[] = []
  // Of each gap, the emptiest part.
  let start = -1
  let emptiest = { count: Infinity, from: 0, to: 0 }
  for (const [place, count] of covered.entries()) {
    if (count <= most) {
      start = start < 0 ? place : start
      if (count < emptiest.count) emptiest = { count, from: place, to: place }
      if (count === emptiest.count && place <= emptiest.to + 1) emptiest.to = place
    } else {
      if (start > 0 && place - start >= GAP) gaps.push(from + (emptiest.from + emptiest.to + 1) / 2)
      start = -1
      emptiest = { count: Infinity, from: 0, to: 0 }
    }
  }
  return gaps
}

/** Points by which the cells of a column may be out of line. */
const OUT_OF_LINE = 3

/** The most values that lie within `OUT_OF_LINE` of each other. */
const together = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [index, value] of sorted.entries()) {
    while (value - (sorted[first] ?? value) > OUT_OF_LINE) first += 1
    most = Math.max(most, index + 1 - first)
  }
  return most
}

/** True when cells stand below each other at their left, right or middle: gaps of loosely set prose do not. */
const areAligned = (lines: readonly Line[], gaps: readonly number[]): boolean => {
  const cells = lines.flatMap(line => line.cells)
  const columns = [-Infinity, ...gaps].map((from, index) =>
    cells.filter(({ x, end }) => (x + end) / 2 > from && (x + end) / 2 <= (gaps[index] ?? Infinity)),
  )
  return columns.every(column => {
    const most = Math.max(
      together(column.map(({ x }) => x)),
      together(column.map(({ end }) => end)),
      together(column.map(({ x, end }) => (x + end) / 2)),
    )
    return most >= 0.6 * column.length
  })
}

/** Ems between the lines of one cell at most. */
const CELL_LEADING = 1.6
/** Rows that are left at least: a table that is drawn column by column would be one. */
const FEWEST_WHOLE = 2

type Row = readonly (readonly Piece[])[]

/** True when the page draws a cell right after the one above it. */
const followsCell = (above: readonly Piece[], below: readonly Piece[]): boolean => {
  const last = above.at(-1)?.item
  const first = below[0]?.item
  return last !== undefined && first !== undefined && followsDrawn(last, first)
}

/** True when a cell goes on from the one above it: the page draws it right after that, and no further below than lines are. */
const goesOn = (above: readonly Piece[], below: readonly Piece[]): boolean => {
  const last = above.at(-1)?.item
  const first = below[0]?.item
  return (
    last !== undefined &&
    first !== undefined &&
    followsCell(above, below) &&
    first.baseline - last.baseline <= CELL_LEADING * Math.max(first.size, last.size)
  )
}

/** Times at least that a page leaves a column that it does not draw in one go; once, it may do so after the head. */
const FEWEST_BREAKS = 2

/** Columns that a page leaves and comes back to: one that is drawn from its top to its bottom does not tell where a cell ends. */
const drawnInParts = (rows: readonly Row[]): ReadonlySet<number> => {
  const columns = rows[0]?.map((_, column) => rows.flatMap(row => (row[column]?.length ? [row[column]] : []))) ?? []
  const inParts = columns.map(
    cells => cells.filter((cell, index) => index > 0 && !followsCell(cells[index - 1] ?? [], cell)).length,
  )
  return new Set([...inParts.keys()].filter(column => (inParts[column] ?? 0) >= FEWEST_BREAKS))
}

const filledOf = (row: Row): number => row.filter(cell => cell.length > 0).length

/**
 * Rows in which the lines of a cell are together, as far as the order in which a page draws them tells which are. A row with as many
 * cells as the one above it is one of its own.
 */
const withWholeCells = (rows: readonly Row[]): readonly Row[] => {
  const telling = drawnInParts(rows)
  const whole: (readonly Piece[])[][] = []
  for (const row of rows) {
    const above = whole.at(-1)
    const isRest =
      above !== undefined &&
      filledOf(row) < filledOf(above) &&
      row.some((cell, column) => telling.has(column) && goesOn(above[column] ?? [], cell))
    if (!isRest) {
      whole.push([...row])
      continue
    }
    for (const [column, cell] of row.entries()) above[column] = joinedCell(above[column] ?? [], cell)
  }
  return whole.length < FEWEST_WHOLE ? rows : whole
}

const joinedCell = (above: readonly Piece[], below: readonly Piece[]): readonly Piece[] => {
  const [first, ...rest] = below
  if (first === undefined || above.length === 0) return below.length === 0 ? above : below
  return [...above, { ...first, spaceBefore: false, startsLine: true }, ...rest]
}

const tableOf = (lines: readonly Line[]): Table | null => {
  const several = lines.filter(line => line.cells.length > 1)
  if (several.length < FEWEST_ROWS || several.length < 0.6 * lines.length) return null
  if (several.filter(isMarked).length > 0.6 * several.length && several.every(line => line.cells.length <= 3))
    return null
  const gaps = gapsOf(lines)
  if (gaps.length === 0 || gaps.length > 60) return null
  const rows = lines.map(line => {
    const row: Piece[][] = Array.from({ length: gaps.length + 1 }, () => [])
    for (const { x, end, pieces } of line.cells) {
      const middle = (x + end) / 2
      // What goes over several columns stands in the first of them.
      const place = gaps.filter(gap => gap < (gaps.some(one => x < one && end > one) ? x : middle)).length
      row[place]?.push(...pieces)
    }
    return line.rightToLeft ? row.toReversed() : row
  })
  if (!areAligned(lines, gaps)) return null
  const whole = withWholeCells(rows)
  const filled = rows.filter(row => filledOf(row) > 1).length
  return filled < FEWEST_ROWS ? null : { kind: 'table', rows: whole, lines }
}

/** True when a line may belong to the table above it: it has cells, or is short enough to be the rest of one. */
const mayContinue = (line: Line, before: Line, widest: number): boolean => {
  const near = line.baseline - before.baseline <= 2.6 * Math.max(line.size, before.size)
  return near && (line.cells.length > 1 || line.end - line.x < 0.45 * widest)
}

/** Tables within the lines of a part of a page, and the stretches of lines between them. */
export const splitTables = (lines: readonly Line[]): (Table | readonly Line[])[] => {
  const parts: (Table | readonly Line[])[] = []
  const widest = lines.reduce((most, { x, end }) => Math.max(most, end - x), 0)
  let prose: Line[] = []
  for (let index = 0; index < lines.length;) {
    let end = index
    if ((lines[index]?.cells.length ?? 0) > 1) {
      end = index + 1
      for (let line = lines[end]; line !== undefined; line = lines[end]) {
        const before = lines[end - 1]
        if (before === undefined || !mayContinue(line, before, widest)) break
        end += 1
      }
      while (end > index && (lines[end - 1]?.cells.length ?? 0) < 2) end -= 1
    }
    const table = end - index >= FEWEST_ROWS ? tableOf(lines.slice(index, end)) : null
    if (table === null) {
      const next = Math.max(end, index + 1)
      prose.push(...lines.slice(index, next))
      index = next
    } else {
      if (prose.length > 0) parts.push(prose)
      parts.push(table)
      prose = []
      index = end
    }
  }
  return prose.length > 0 ? [...parts, prose] : parts
}

import type { AcrossGroup } from '#core/mechanism/across/across-groups.ts'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'

/** One row of the table: a group, one of its statements, or a line that says that they are on their way. */
export type AcrossRow =
  | {
      readonly kind: 'group'
      readonly id: string
      readonly group: AcrossGroup
      readonly unfolded: boolean
      readonly at: number
    }
  | {
      readonly kind: 'statement'
      readonly id: string
      readonly group: string
      readonly statement: AcrossStatement
      readonly at: number
      readonly of: number
    }
  | { readonly kind: 'waiting'; readonly id: string; readonly group: string }

/** Heights in CSS pixels; they have to be known before a row is drawn. */
export const GROUP_HEIGHT = 42
export const STATEMENT_HEIGHT = 58

/** The rows of the table with their places. */
export interface AcrossRows {
  readonly rows: readonly AcrossRow[]
  /** The top of each row, and the height of all as a last number, in CSS pixels. */
  readonly tops: Float64Array
  readonly groups: number
}

const groupRowId = (name: string): string => `group ${name}`
const statementRowId = (group: string, { document, id, origin }: AcrossStatement): string =>
  `statement ${group} ${document} ${origin} ${id}`

const heightOf = ({ kind }: AcrossRow): number => (kind === 'group' ? GROUP_HEIGHT : STATEMENT_HEIGHT)

/** The groups with the statements of those that are unfolded under them. */
export const rowsOf = (
  groups: readonly AcrossGroup[],
  unfolded: ReadonlyMap<string, readonly AcrossStatement[] | null>,
): AcrossRows => {
  const rows: AcrossRow[] = []
  groups.forEach((group, at) => {
    const statements = unfolded.get(group.name)
    rows.push({ kind: 'group', id: groupRowId(group.name), group, unfolded: statements !== undefined, at })
    if (statements === null) rows.push({ kind: 'waiting', id: `waiting ${group.name}`, group: group.name })
    const of = statements?.length ?? 0
    statements?.forEach((statement, place) =>
      rows.push({
        kind: 'statement',
        id: statementRowId(group.name, statement),
        group: group.name,
        statement,
        at: place,
        of,
      }),
    )
  })
  const tops = new Float64Array(rows.length + 1)
  rows.forEach((row, at) => {
    tops[at + 1] = (tops[at] ?? 0) + heightOf(row)
  })
  return { rows, tops, groups: groups.length }
}

/** Index of the row that stands at a height; the first or the last one beyond the ends. */
export const rowAt = (tops: Float64Array, height: number): number => {
  let low = 0
  let high = Math.max(0, tops.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}

export type RowMove = 'up' | 'down' | 'first' | 'last' | 'page-up' | 'page-down' | 'out'

/** Index of the row that a key leads to; the row itself where there is none. `page` is the height of the view. */
export const moveInRows = ({ rows, tops }: AcrossRows, from: number, move: RowMove, page: number): number => {
  const last = rows.length - 1
  const top = tops[from] ?? 0
  const row = rows[from]
  const to = {
    up: from - 1,
    down: from + 1,
    first: 0,
    last,
    'page-up': rowAt(tops, top - page),
    'page-down': rowAt(tops, top + page),
    out: row?.kind === 'statement' ? from - row.at - 1 : from,
  }[move]
  const within = Math.max(0, Math.min(last, to))
  // A line that only says that statements are on their way takes no focus.
  return rows[within]?.kind === 'waiting'
    ? within + (move === 'up' || move === 'page-up' ? -1 : within < last ? 1 : -1)
    : within
}

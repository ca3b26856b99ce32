import type sqlite from 'node-sqlite3-wasm'
import type { HitPlace } from '#core/search/search-query.ts'
import type { SearchTerm } from '#core/search/search-query.ts'
import { RANK, ROWS_OF_DOCUMENT } from './index-tables.ts'
import { matchExpression } from './match-expression.ts'

/** A row that agrees with a query, and how well; the higher the better. */
export interface RankedRow {
  readonly row: number
  readonly score: number
}

/** A row as it is shown. */
export interface PassageRow {
  readonly place: HitPlace
  readonly text: string
  readonly first: number | null
  readonly last: number | null
  /** The words of the passage where they are not the text itself. */
  readonly quote: string | null
}

/** Numbers of documents that are left out, or the one that alone counts. */
export interface Scope {
  readonly without: readonly number[]
  readonly only: number | null
}

type Row = Record<string, unknown>

/** Number of the document that a row belongs to. */
export const documentOf = (row: number): number => Math.floor(row / ROWS_OF_DOCUMENT)

const scopeOf = ({ without, only }: Scope): { readonly sql: string; readonly values: readonly (string | number)[] } => {
  if (only !== null)
    return { sql: ' AND rowid BETWEEN ? AND ?', values: [only * ROWS_OF_DOCUMENT, (only + 1) * ROWS_OF_DOCUMENT - 1] }
  if (without.length === 0) return { sql: '', values: [] }
  return {
    sql: ` AND rowid / ${ROWS_OF_DOCUMENT} NOT IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(without)],
  }
}

/** What is asked of the tables of the index, a question a function. */
export class IndexQuestions {
  readonly #database: sqlite.Database

  constructor(database: sqlite.Database) {
    this.#database = database
  }

  #all(sql: string, values: readonly (string | number)[]): Row[] {
    return this.#database.all(sql, [...values])
  }

  #numbers(sql: string, values: readonly (string | number)[]): number[] {
    return this.#all(sql, values).map(({ n }) => Number(n))
  }

  /** Number of a document; null for one that is not in the index. */
  numberOf(id: string): number | null {
    return this.#numbers('SELECT number AS n FROM document WHERE id = ?', [id])[0] ?? null
  }

  idsOf(numbers: readonly number[]): ReadonlyMap<number, string> {
    const rows = this.#all('SELECT number, id FROM document WHERE number IN (SELECT value FROM json_each(?))', [
      JSON.stringify(numbers),
    ])
    return new Map(rows.map(({ number, id }) => [Number(number), String(id)]))
  }

  passages(rows: readonly number[]): ReadonlyMap<number, PassageRow> {
    const found = this.#all('SELECT * FROM passage WHERE id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(rows),
    ])
    return new Map(found.map(row => [Number(row['id']), row as unknown as PassageRow]))
  }

  /** A text of the index that is long enough to say something; empty when there is none. */
  someText(): string {
    const [row] = this.#all('SELECT text FROM passage WHERE length(text) > 300 LIMIT 1', [])
    return typeof row?.['text'] === 'string' ? row['text'] : ''
  }

  /** How many rows agree, counted no further than to `most`. */
  count(expression: string, most: number): number {
    const sql = 'SELECT count(*) AS n FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)'
    return this.#numbers(sql, [expression, most])[0] ?? 0
  }

  /** The rows that agree best. */
  best(expression: string, scope: Scope, most: number): RankedRow[] {
    const { sql, values } = scopeOf(scope)
    const rows = this.#all(
      `SELECT rowid AS row, ${RANK} AS score FROM words WHERE words MATCH ?${sql} ORDER BY score LIMIT ?`,
      [expression, ...values, most],
    )
    return rows.map(({ row, score }) => ({ row: Number(row), score: -Number(score) }))
  }

  /** The rows of the documents that came last. */
  newest(expression: string, scope: Scope, most: number): number[] {
    const { sql, values } = scopeOf(scope)
    return this.#numbers(`SELECT rowid AS n FROM words WHERE words MATCH ?${sql} ORDER BY rowid DESC LIMIT ?`, [
      expression,
      ...values,
      most,
    ])
  }

  /** Numbers of the documents with a row that agrees. */
  documents(expression: string): number[] {
    return this.#numbers(`SELECT DISTINCT rowid / ${ROWS_OF_DOCUMENT} AS n FROM words WHERE words MATCH ?`, [
      expression,
    ])
  }

  /** The first rows of one document that agree with a term. */
  rowsWithin(document: number, term: SearchTerm, most: number): number[] {
    const { sql, values } = scopeOf({ without: [], only: document })
    const expression = matchExpression(term)
    return this.#numbers(`SELECT rowid AS n FROM words WHERE words MATCH ?${sql} LIMIT ?`, [
      expression,
      ...values,
      most,
    ])
  }

  /** How many rows hold a word. */
  frequency(word: string): number {
    return this.#numbers('SELECT doc AS n FROM frequency WHERE term = ?', [word])[0] ?? 0
  }

  /** Every word that was ever met. */
  vocabulary(): readonly string[] {
    const [row] = this.#all("SELECT group_concat(word, ' ') AS words FROM vocabulary", [])
    return typeof row?.['words'] === 'string' ? row['words'].split(' ') : []
  }
}

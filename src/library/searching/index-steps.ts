import type sqlite from 'node-sqlite3-wasm'
import { indexColumns, indexRows } from '#core/search/index-rows.ts'
import type { IndexRow, SearchedDocument } from '#core/search/index-rows.ts'
import { searchWords } from '#core/search/search-words.ts'
import { ROWS_OF_DOCUMENT } from './index-tables.ts'

/** A document as it is to be in the index; `document` null takes it out. */
export interface DocumentStep {
  readonly id: string
  /** State of the files that it was read from; empty when not all of them could be read. */
  readonly stamp: string
  readonly document: SearchedDocument | null
}

const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ')

/** Puts documents into the tables of the index, and takes them out. */
export class IndexSteps {
  readonly #database: sqlite.Database

  constructor(database: sqlite.Database) {
    this.#database = database
  }

  /** The documents that are in the index, with their stamps. */
  stamps(): Map<string, string> {
    const rows = this.#database.all('SELECT id, stamp FROM document') as { id: string; stamp: string }[]
    return new Map(rows.map(({ id, stamp }) => [id, stamp]))
  }

  /** Takes some steps at once, all of them or none. `few` also keeps their words, which takes longer than to gather those of many. */
  take(steps: readonly DocumentStep[], few: boolean): void {
    const database = this.#database
    database.exec('BEGIN IMMEDIATE')
    try {
      for (const { id, stamp, document } of steps) {
        this.#remove(id)
        if (document === null) continue
        const rows = indexRows(document)
        this.#add(id, stamp, rows)
        if (few) this.#keepWords(rows)
      }
      database.exec('COMMIT')
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  #remove(id: string): void {
    const database = this.#database
    const number = database.get('SELECT number FROM document WHERE id = ?', [id])?.['number']
    if (number === undefined) return
    const range = [Number(number) * ROWS_OF_DOCUMENT, (Number(number) + 1) * ROWS_OF_DOCUMENT - 1]
    const statement = database.prepare('DELETE FROM words WHERE rowid = ?')
    try {
      for (const { id: row } of database.all('SELECT id FROM passage WHERE id BETWEEN ? AND ?', range))
        statement.run([Number(row)])
    } finally {
      statement.finalize()
    }
    database.run('DELETE FROM passage WHERE id BETWEEN ? AND ?', range)
    database.run('DELETE FROM document WHERE number = ?', [Number(number)])
  }

  #add(id: string, stamp: string, rows: readonly IndexRow[]): void {
    const database = this.#database
    const number = Number(database.run('INSERT INTO document (id, stamp) VALUES (?, ?)', [id, stamp]).lastInsertRowid)
    const passages = database.prepare(`INSERT INTO passage VALUES (${placeholders(6)})`)
    const words = database.prepare(
      `INSERT INTO words (rowid, ${indexColumns.join(', ')}) VALUES (${placeholders(indexColumns.length + 1)})`,
    )
    try {
      for (const [at, { place, text, passage, words: columns }] of rows.slice(0, ROWS_OF_DOCUMENT).entries()) {
        const row = number * ROWS_OF_DOCUMENT + at
        const quote = passage === null || passage.quote === text ? null : passage.quote
        passages.run([row, place, text, passage?.start ?? null, passage?.end ?? null, quote])
        words.run([row, ...indexColumns.map(column => columns[column] ?? null)])
      }
    } finally {
      passages.finalize()
      words.finalize()
    }
  }

  /** True when there are documents and no words of theirs: a program was ended before it gathered them. */
  lacksVocabulary(): boolean {
    const database = this.#database
    return database.get('SELECT 1 FROM vocabulary LIMIT 1') === null && database.get('SELECT 1 FROM document') !== null
  }

  /**
   * Gathers the words of the whole index between two of them, the second left out; null for no end. The vocabulary only grows: what
   * stands nowhere any more is passed over when it is asked for.
   */
  gatherWords(from: string, to: string | null): void {
    const sql = 'INSERT OR IGNORE INTO vocabulary SELECT term FROM frequency WHERE term >= ?'
    if (to === null) this.#database.run(sql, [from])
    else this.#database.run(`${sql} AND term < ?`, [from, to])
  }

  #keepWords(rows: readonly IndexRow[]): void {
    const words = new Set(
      rows.flatMap(row => Object.values(row.words).flatMap(text => searchWords(text))).map(({ word }) => word),
    )
    const statement = this.#database.prepare('INSERT OR IGNORE INTO vocabulary VALUES (?)')
    try {
      for (const word of words) statement.run([word])
    } finally {
      statement.finalize()
    }
  }
}

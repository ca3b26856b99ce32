import sqlite from 'node-sqlite3-wasm'
import { indexColumns } from '#core/search/index-rows.ts'

/** Raised whenever the same files would give other rows or words: an index of another number is made anew. */
const INDEX_FORMAT = 1
/** Marks the file as an index of this program: "PmkS". */
const APPLICATION = 0x506d6b53

/** Rows of one document are numbered from its number times this on, so that they are found by a range of numbers. */
export const ROWS_OF_DOCUMENT = 2 ** 20

/** Kibibytes of the file that are kept in memory. */
const PAGE_CACHE = 8_192

/** Where the words of a column count more than those of the text. */
const WEIGHTS: Readonly<Record<(typeof indexColumns)[number], number>> = {
  title: 8,
  author: 4,
  heading: 3,
  text: 1,
  note: 4,
  tag: 5,
  mechanism: 1,
}

/** How well a row agrees with a query, the lower the better: BM25 with a weight a column. */
export const RANK = `bm25(words, ${indexColumns.map(column => WEIGHTS[column].toFixed(1)).join(', ')})`

const TABLES = `
  CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL);
  CREATE TABLE passage (id INTEGER PRIMARY KEY, place TEXT NOT NULL, text TEXT NOT NULL, first INTEGER, last INTEGER, quote TEXT);
  CREATE TABLE vocabulary (word TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(
    ${indexColumns.join(', ')}, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
  );
  CREATE VIRTUAL TABLE frequency USING fts5vocab(words, 'row');
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${INDEX_FORMAT};
`

/** True for tables that this program has made; false for a new file. Throws for one that is no index, or of another format. */
const hasTables = (database: sqlite.Database): boolean => {
  const number = (pragma: string): number => Number(Object.values(database.get(`PRAGMA ${pragma}`) ?? {})[0] ?? 0)
  const [application, format] = [number('application_id'), number('user_version')]
  if (application === 0 && format === 0) return false
  if (application !== APPLICATION || format !== INDEX_FORMAT) throw new Error('The search index is of another format.')
  return true
}

/**
 * Opens the file of an index. What is written to it is on the disk when a step is over, so that a step that was cut off is known by
 * the journal that it leaves.
 */
export const openTables = (path: string, readOnly: boolean): sqlite.Database => {
  const database = new sqlite.Database(path, { readOnly })
  try {
    database.exec(`PRAGMA cache_size = -${PAGE_CACHE}; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 0;`)
    if (hasTables(database)) return database
    if (readOnly) throw new Error('The search index is empty.')
    database.exec(`BEGIN IMMEDIATE; ${TABLES} COMMIT;`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

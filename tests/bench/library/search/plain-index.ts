import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'

/** FTS5 as it comes, to compare with: an article a row, its own words, no passages, no typing errors, in one go. */
export interface PlainIndex {
  /** How many of the thirty best articles it has for a query of plain words. */
  ask(query: string): number
  close(): void
}

export const makePlainIndex = (file: string, library: string, ids: readonly string[]): PlainIndex => {
  const database = new sqlite.Database(file)
  database.exec('CREATE VIRTUAL TABLE plain USING fts5(title, text)')
  database.exec('BEGIN')
  const insert = database.prepare('INSERT INTO plain VALUES (?, ?)')
  for (const id of ids) {
    const { metadata, text } = JSON.parse(readFileSync(join(library, 'documents', id, 'article.json'), 'utf8')) as {
      metadata: { title: string }
      text: string
    }
    insert.run([metadata.title, text])
  }
  insert.finalize()
  database.exec('COMMIT')
  return {
    ask: query => database.all('SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 30', [query]).length,
    close: () => database.close(),
  }
}

import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import sqlite from 'node-sqlite3-wasm'
import { systemCode } from '../store/disk-failure.ts'
import { IndexQuestions } from './index-questions.ts'
import { IndexSteps } from './index-steps.ts'
import { openTables } from './index-tables.ts'

/** The file of an index. Its owner writes it; others read it while the owner goes on. */
export interface IndexPlace {
  readonly path: string
  readonly access: 'own' | 'read'
}

/** How long to wait for whoever has the file at the moment, in milliseconds: a step is over in far less. */
const PATIENCE = 5_000
const PAUSE = 5
/** So much longer is waited for a lock that was made just before, so that it can turn out to be a dead program's, in milliseconds. */
const BEYOND = 500

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const isBusy = (error: unknown): boolean => /database is locked/.test(messageOf(error))

/** True for what says that the file is no good index, or no file, and not that the disk refused something. */
export const isDamage = (error: unknown): boolean =>
  (error instanceof Error && error.name === 'RuntimeError') ||
  systemCode(error) === 'EISDIR' ||
  /malformed|not a database|fts5|vtable|no such|another format|has no column|is empty/i.test(messageOf(error))

/** Waits where it stands: these are programs and threads that have nothing else to do meanwhile. */
const pause = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
}

/** SQLite's mark that somebody has the file, a folder beside it. */
const lockOf = (path: string): string => `${path}.lock`
const journalOf = (path: string): string => `${path}-journal`

/** What a program left behind that was killed while it asked something. Whoever is at work has it for some milliseconds. */
const removeStaleLock = (path: string): void => {
  const lock = statSync(lockOf(path), { throwIfNoEntry: false })
  if (lock === undefined || Date.now() - lock.mtimeMs < PATIENCE) return
  rmSync(lockOf(path), { recursive: true, force: true })
}

/** Takes the file of an index away, with all that belongs to it. */
const discard = (path: string): void => {
  for (const part of [path, journalOf(path), lockOf(path)]) rmSync(part, { recursive: true, force: true })
}

interface OpenIndex {
  readonly database: sqlite.Database
  readonly questions: IndexQuestions
  readonly steps: IndexSteps
}

/**
 * The file of an index. It is opened when it is first needed, and one that is damaged gives way to an empty one, if it is ours. Other
 * programs may ask at the same time; each waits for its turn.
 */
export class IndexFile {
  readonly #place: IndexPlace
  #open: OpenIndex | null = null

  constructor(place: IndexPlace) {
    this.#place = place
  }

  /** Does work on the index, by itself. Throws what SQLite says; of a damaged index nothing is left then, if it is ours. */
  use<T>(work: (index: OpenIndex) => T): T {
    const deadline = Date.now() + PATIENCE + BEYOND
    for (;;)
      try {
        return work((this.#open ??= this.#opened()))
      } catch (error) {
        if (isBusy(error) && Date.now() < deadline) {
          if (this.#place.access === 'own') removeStaleLock(this.#place.path)
          pause()
          continue
        }
        if (isDamage(error)) this.#giveUp()
        throw error
      }
  }

  /** The same for work that only asks, and sees one state of the index. */
  ask<T>(work: (index: OpenIndex) => T): T {
    return this.use(index => {
      const { database } = index
      database.exec('BEGIN')
      try {
        const value = work(index)
        database.exec('COMMIT')
        return value
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK')
        throw error
      }
    })
  }

  close(): void {
    const open = this.#open
    this.#open = null
    open?.database.close()
  }

  #opened(): OpenIndex {
    const { path, access } = this.#place
    if (access === 'own') {
      // A step that was cut off left its journal, and SQLite cannot tell it from that of a step which is under way.
      if (existsSync(journalOf(path))) discard(path)
      writeFileSync(path, '', { flag: 'a', mode: 0o600 })
    }
    const database = openTables(path, access === 'read')
    return { database, questions: new IndexQuestions(database), steps: new IndexSteps(database) }
  }

  #giveUp(): void {
    const open = this.#open
    this.#open = null
    try {
      open?.database.close()
    } catch (error) {
      // What is thrown away need not be closed in order.
      console.error('The damaged search index could not be closed:', error)
    }
    if (this.#place.access === 'own') discard(this.#place.path)
  }
}

import { basename } from 'node:path'
import type { Low } from 'lowdb'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { RefusedWriteError } from './durable-adapter.ts'
import type { DurableAdapter } from './durable-adapter.ts'
import { freezeDeep } from './freeze-deep.ts'
import type { FileFormat } from './file-format.ts'
import { CHANGED_BY_HAND, problemWith } from './inspect-file.ts'
import { setAside } from './set-aside.ts'

export interface GuardedDatabaseParts<T extends object> {
  readonly low: Low<T>
  readonly adapter: DurableAdapter<T>
  readonly format: FileFormat<T>
  /** Why it can only be read; null when it can be written. */
  readonly readOnlyReason: string | null
  /** What was amiss with the file when it was opened and what was done about it, a line each. */
  readonly warnings: readonly string[]
  /** Brings together what is held here and what another program has put into the file since. */
  readonly merge: (ours: T, theirs: T) => T
  readonly now: () => string
  /** Takes a line about damage that another program did to the file while it is open here. */
  readonly warn?: ((line: string) => void) | undefined
}

/**
 * A lowdb database that cannot lose what it holds. One only comes to be when its file was read in full
 * (`openDatabase`), so that no update can follow a failed read. Its data is frozen and updates give a new value, so
 * that one that throws leaves nothing half done. What is not valid is not written.
 */
export class GuardedDatabase<T extends object> {
  readonly readOnlyReason: string | null
  readonly warnings: readonly string[]
  readonly #low: Low<T>
  readonly #adapter: DurableAdapter<T>
  readonly #format: FileFormat<T>
  readonly #merge: (ours: T, theirs: T) => T
  readonly #now: () => string
  readonly #warn: (line: string) => void
  /** Counts the states that were held here, and which of them is known to be on the disk. */
  #revision = 0
  #savedRevision = 0

  constructor(parts: GuardedDatabaseParts<T>) {
    this.readOnlyReason = parts.readOnlyReason
    this.warnings = parts.warnings
    this.#low = parts.low
    this.#low.data = freezeDeep(parts.low.data)
    this.#adapter = parts.adapter
    this.#format = parts.format
    this.#merge = parts.merge
    this.#now = parts.now
    this.#warn = parts.warn ?? (() => undefined)
  }

  /** Frozen all the way down. */
  get data(): T {
    return this.#low.data
  }

  /** True when the disk has refused what is held here and has not taken it since. */
  get unsaved(): boolean {
    return this.#savedRevision < this.#revision
  }

  /**
   * Replaces the data by what `change` makes of it, and answers when that is on the disk. When the disk refuses, the
   * new data stays here and goes down with the next update, with `flush`, or on `close`.
   * Fails with `library-read-only`, `bad-payload` (nothing is changed), or as the disk does. An error that `change`
   * throws is passed on, and nothing is changed.
   */
  async update(change: (data: T) => T): Promise<Result<null>> {
    if (this.readOnlyReason !== null) return fail('library-read-only', this.readOnlyReason)
    const takenIn = await this.refresh()
    if (!takenIn.ok) return takenIn
    const next = change(this.#low.data)
    if (next === this.#low.data) return this.flush()
    const problem = problemWith(next, this.#format.schema)
    if (problem !== null) {
      return fail('bad-payload', `Nothing was saved, because the data is not valid (${problem}). Please report this.`)
    }
    this.#low.data = freezeDeep(next)
    this.#revision += 1
    return this.#write()
  }

  /** Answers when all that is held here is on the disk. */
  async flush(): Promise<Result<null>> {
    return this.unsaved ? this.#write() : succeed(null)
  }

  /**
   * Writes what is pending, once more if it was refused, together with what another program has put into the file, brings the journal
   * into the file, and waits until nothing is under way.
   */
  async close(): Promise<Result<null>> {
    await this.#adapter.idle()
    // Where nothing waits, whatever others have done to the file since is theirs, also when this is closed a second time.
    if (this.readOnlyReason !== null || !(this.unsaved || this.#adapter.hasJournal)) return succeed(null)
    const takenIn = await this.refresh()
    if (!takenIn.ok) return this.unsaved ? takenIn : succeed(null)
    const flushed = await this.flush()
    // Whatever comes of it, nothing is lost: what is not in the file is in its journal.
    await this.#adapter.fold()
    return flushed
  }

  /**
   * A file-sync tool may have changed the file. What it put there is merged; what it damaged is set aside before the
   * good state here takes its place; what cannot be understood is left alone, and nothing is written over it.
   */
  async refresh(): Promise<Result<null>> {
    const theirs = await this.#adapter.inspectIfChanged()
    if (theirs === null || theirs.state === 'missing') return succeed(null)
    if (theirs.state === 'unreadable') return { ok: false, error: theirs.failure }
    if (theirs.state === 'too-new') {
      const { path } = this.#adapter
      return fail('format-version-too-new', `A newer version of Pathmark changed ${path}. Update Pathmark to go on.`)
    }
    if (theirs.state === 'damaged') {
      if (this.readOnlyReason !== null) return succeed(null)
      const aside = await setAside(this.#adapter.path, this.#now())
      if (!aside.ok) return aside
      const name = basename(this.#adapter.path)
      this.#warn(
        `${name} was damaged by another program (${theirs.problem}). What Pathmark holds takes its place; the damaged file is ` +
          `kept as ${basename(aside.value)}.${theirs.changed ? ` ${CHANGED_BY_HAND}` : ''}`,
      )
      await this.#adapter.replaceDamaged()
      this.#revision += 1
      return succeed(null)
    }
    this.#low.data = freezeDeep(this.#merge(this.#low.data, theirs.value))
    if (this.readOnlyReason === null) this.#revision += 1
    return succeed(null)
  }

  async #write(): Promise<Result<null>> {
    const revision = this.#revision
    try {
      await this.#low.write()
    } catch (error) {
      if (error instanceof RefusedWriteError) return { ok: false, error: error.failure }
      throw error
    }
    this.#savedRevision = Math.max(this.#savedRevision, revision)
    return succeed(null)
  }
}

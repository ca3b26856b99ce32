import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { DocumentGate } from './updating/document-gate.ts'
import type { DocumentPlaces } from './updating/document-places.ts'

export interface LibraryWorkOptions {
  readonly readOnlyReason: string | null
  readonly places: DocumentPlaces
  /** The document's line in the index; fails for an id that the library does not know. */
  readonly known: (id: string) => Result<DocumentEntry>
  /** Done before any work on a document, beside other such work. */
  readonly prepare: (id: string) => Promise<void>
  /** Called after work on a document that may have changed its files. */
  readonly touched?: ((id: string) => void) | undefined
}

/** The work that is under way in an open library: what may be done beside what, and what closing has to wait for. */
export class LibraryWork {
  readonly #options: LibraryWorkOptions
  readonly #gate = new DocumentGate()
  readonly #underWay = new Set<Promise<unknown>>()
  #closed = false

  constructor(options: LibraryWorkOptions) {
    this.#options = options
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Lets nothing more be changed. */
  end(): void {
    this.#closed = true
  }

  /** Answers when all that is under way is over. */
  async over(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
  }

  /** Does work on one document beside other such work, but never while it is half updated. */
  async together<T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const ready = await this.#finishUpdate(id)
    if (!ready.ok) return ready
    return this.#gate.share(id, async () => {
      if (!this.#closed) await this.#options.prepare(id)
      return work()
    })
  }

  changeTogether<T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.change(() => this.together(id, work).finally(() => this.#options.touched?.(id)))
  }

  changeAlone<T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.change(async () => {
      const ready = await this.#finishUpdate(id)
      if (!ready.ok) return ready
      return this.#gate.alone(id, work).finally(() => this.#options.touched?.(id))
    })
  }

  /** Does work that writes, unless nothing may be written, and lets closing wait for it. */
  change<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const { readOnlyReason } = this.#options
    if (readOnlyReason !== null) return Promise.resolve(fail('library-read-only', readOnlyReason))
    if (this.#closed)
      return Promise.resolve(fail('library-missing', 'The library was closed. Open it again to make changes.'))
    return this.follow(work())
  }

  follow<T>(work: Promise<T>): Promise<T> {
    const over = work.finally(() => this.#underWay.delete(over))
    this.#underWay.add(over)
    return over
  }

  /** Finishes an update of the document that was interrupted. What cannot be finished is told by whoever wants to write. */
  async #finishUpdate(id: string): Promise<Result<null>> {
    const { known, places } = this.#options
    const entry = known(id)
    if (!entry.ok) return entry
    if (!places.isSettled(id) && !this.#closed) await this.#gate.alone(id, () => places.settle(id))
    return succeed(null)
  }
}

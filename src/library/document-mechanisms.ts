import type { Article } from '#core/article/article.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import type { Finding } from '#core/mechanism/finding.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { DocumentDatabases } from './document-databases.ts'
import { countShown } from './count-shown.ts'
import type { Finder } from './finding/finder.ts'
import { NOTHING_FOUND } from './finding/nothing-found.ts'
import type { Mechanisms } from './mechanism-files.ts'
import { withFound } from './merge-mechanisms.ts'
import type { ReaderMechanisms } from './merge-mechanisms.ts'
import type { LibraryWork } from './library-work.ts'
import type { OpenedMechanisms } from './open-library.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import type { UnitedMechanisms } from './uniting/unite-mechanisms.ts'

/** What was found in one document and what the reader made of it, deleted records included. */
export interface ReadMechanisms {
  readonly found: Extraction
  readonly cards: readonly ReaderCard[]
  readonly effectDecisions: readonly EffectDecision[]
  /** True when looking again may find something else. */
  readonly isStale: boolean
}

export interface DocumentMechanismsOptions {
  readonly databases: Pick<DocumentDatabases, 'mechanisms'>
  readonly finder: Finder
  readonly united: () => Promise<UnitedMechanisms>
  readonly readArticle: (id: string) => Promise<Result<Article>>
  readonly work: LibraryWork
  readonly counted: (id: string, mechanisms: number) => void
  /** Takes how far a search is. */
  readonly tell: (id: string, finding: Finding) => void
  /** Takes what is amiss, a line each. */
  readonly warn: (id: string, lines: readonly string[]) => void
}

interface Search {
  readonly over: Promise<Result<null>>
  readonly stop: () => void
}

const DONE: Finding = { status: 'done' }
const NO_MECHANISMS: ReadMechanisms = { found: NOTHING_FOUND, cards: [], effectDecisions: [], isStale: false }

/** The mechanisms of a library's documents: reading them, keeping what the reader makes of them, and looking for them anew. */
export class DocumentMechanisms {
  readonly #options: DocumentMechanismsOptions
  readonly #searches = new Map<string, Search>()
  readonly #findings = new Map<string, Finding>()
  /** The document that was shown last. */
  #shown: string | null = null

  constructor(options: DocumentMechanismsOptions) {
    this.#options = options
  }

  /** How far the search for a document's mechanisms is. */
  finding(id: string): Finding {
    return this.#findings.get(id) ?? DONE
  }

  async read(id: string): Promise<Result<ReadMechanisms>> {
    const database = await this.#fresh(id)
    if (!database.ok) return database
    const { data } = database.value
    const { found, cards, effectDecisions = [] } = data
    const stale = await this.#options.finder.isStale(data)
    if (!this.#options.work.closed) this.#count(id, data)
    return succeed({ found, cards, effectDecisions, isStale: stale.ok && stale.value })
  }

  async save(id: string, records: ReaderMechanisms): Promise<Result<null>> {
    const database = await this.#options.databases.mechanisms(id)
    if (!database.ok) return database
    const united = await this.#options.united()
    const saved = await database.value.update(mechanisms => united.save(id, mechanisms, records))
    if (saved.ok) this.#count(id, database.value.data)
    return saved
  }

  /**
   * Looks for the document's mechanisms and answers when they are kept. One search at a time for a document: whoever asks
   * meanwhile is answered with it. Fails with `cancelled` when it is stopped; what was there before then stays.
   */
  find(id: string): Promise<Result<null>> {
    const known = this.#searches.get(id)
    if (known) return known.over
    if (this.#options.work.closed) return Promise.resolve(fail('library-missing', 'The library was closed.'))
    const controller = new AbortController()
    const over = this.#search(id, controller.signal).finally(() => this.#searches.delete(id))
    this.#searches.set(id, { over, stop: () => controller.abort() })
    return over
  }

  /** Stops the search for the document's mechanisms, if there is one, and answers when it is over. */
  async stop(id: string): Promise<void> {
    const search = this.#searches.get(id)
    search?.stop()
    await search?.over
  }

  /**
   * What was read, as it is shown: where it may be out of date, a search begins behind it; what cannot be read is left out, with a
   * warning.
   */
  shown(id: string, result: Result<ReadMechanisms>): Result<OpenedMechanisms> {
    if (!result.ok) {
      if (result.error.code === 'document-unknown') return result
      this.#options.warn(id, [`The mechanisms cannot be shown. ${result.error.message}`])
      return succeed({ ...NO_MECHANISMS, finding: { status: 'failed', message: result.error.message } })
    }
    const read = result.value
    this.#shown = id
    // What was stopped or went wrong is tried again when the reader asks for it, or at the next start.
    if (read.isStale && this.finding(id).status === 'done') void this.#options.work.change(() => this.find(id))
    return succeed({ ...read, finding: this.finding(id) })
  }

  /** Looks again through the document that was shown last, if it has become out of date, also while that is being done. */
  async findInShown(): Promise<void> {
    const id = this.#shown
    if (id === null) return
    await this.stop(id)
    const { work } = this.#options
    const read = await work.together(id, () => this.read(id))
    if (read.ok && read.value.isStale) await work.change(() => this.find(id))
  }

  /** Stops every search. */
  async close(): Promise<void> {
    await Promise.all([...this.#searches.keys()].map(id => this.stop(id)))
  }

  async #search(id: string, signal: AbortSignal): Promise<Result<null>> {
    this.#tell(id, { status: 'looking', progress: 0 })
    const outcome = await this.#findAndKeep(id, signal)
    if (outcome.ok) this.#tell(id, DONE)
    else if (outcome.error.code === 'cancelled') this.#tell(id, { status: 'cancelled' })
    else this.#tell(id, { status: 'failed', message: outcome.error.message })
    return outcome
  }

  async #findAndKeep(id: string, signal: AbortSignal): Promise<Result<null>> {
    const { finder, readArticle, work } = this.#options
    const article = await readArticle(id)
    if (!article.ok) return article
    const progress = (share: number): void => this.#tell(id, { status: 'looking', progress: share })
    const found = await finder.find(article.value, { signal, progress })
    if (!found.ok) return found
    const { textHash } = article.value
    let isOtherText = false
    const kept = await work.changeTogether(id, async () => {
      const current = await readArticle(id)
      if (!current.ok) return current
      isOtherText = current.value.textHash !== textHash
      if (isOtherText) return succeed(null)
      const database = await this.#options.databases.mechanisms(id)
      if (!database.ok) return database
      const saved = await database.value.update(mechanisms => withFound(mechanisms, found.value))
      if (saved.ok) this.#count(id, database.value.data)
      return saved
    })
    // An update has put another text in its place meanwhile.
    return isOtherText ? this.#findAndKeep(id, signal) : kept
  }

  async #fresh(id: string): Promise<Result<GuardedDatabase<Mechanisms>>> {
    const database = await this.#options.databases.mechanisms(id)
    if (!database.ok) return database
    const fresh = await database.value.refresh()
    return fresh.ok ? database : fresh
  }

  #count(id: string, mechanisms: Mechanisms): void {
    this.#options.counted(id, countShown(mechanisms))
  }

  #tell(id: string, finding: Finding): void {
    this.#findings.set(id, finding)
    this.#options.tell(id, finding)
  }
}

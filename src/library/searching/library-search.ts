import { setTimeout, clearTimeout } from 'node:timers'
import type { SearchQuestion } from '#core/search/search-answer.ts'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { libraryPaths } from '../library-files.ts'
import type { OpenLibrary } from '../open-library.ts'
import { placeIndex } from './place-index.ts'
import type { PlaceOptions, PlacedIndex } from './place-index.ts'
import type { IndexPlace } from './index-file.ts'
import type { Asked, Refreshed, SearchProgress, Searcher } from './searcher.ts'

/** Pause after the last change before the index is brought up to date, in milliseconds: a note is saved at every pause of the hand. */
const AFTER_CHANGE = 2_000

export interface LibrarySearchOptions extends Omit<PlaceOptions, 'library'> {
  readonly library: Pick<OpenLibrary, 'path' | 'documents'>
  /** What searches: in this thread, or in one of its own. */
  readonly search: (place: IndexPlace, documents: string) => Searcher
  /** Told how many of the documents that have changed are in the index. */
  readonly progress?: SearchProgress
  /** Told when the index has become another than it was. */
  readonly changed?: () => void
}

/** The search over one open library: its index is made when it is first wanted, and follows what changes. */
export class LibrarySearch {
  readonly #options: LibrarySearchOptions
  #placing: Promise<{ readonly placed: PlacedIndex; readonly searcher: Searcher }> | null = null
  /** Ids of documents that may have changed. */
  readonly #touched = new Set<string>()
  /** Ids of the documents that there were when the index was last brought up to date. */
  #listed: ReadonlySet<string> = new Set()
  #timer: ReturnType<typeof setTimeout> | null = null
  #refreshing: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(options: LibrarySearchOptions) {
    this.#options = options
  }

  /** Brings the index up to date, after what is under way already. */
  refresh(among: readonly string[] | null = null): Promise<Result<Refreshed>> {
    const refreshed = this.#refreshing.then(async () => {
      if (this.#closed) return fail('library-missing', 'The library was closed.')
      const { searcher } = await this.#placed()
      const { library, progress, changed } = this.#options
      const documents = library.documents().map(({ id }) => id)
      this.#listed = new Set(documents)
      const result = await searcher.refresh({ documents, among }, progress)
      if (result.ok && result.value.changed > 0) changed?.()
      return result
    })
    this.#refreshing = refreshed.catch(() => undefined)
    return refreshed
  }

  /** Brings the index up to date and makes the search quick, for a reader who is about to ask. */
  async prepare(): Promise<Result<Refreshed>> {
    const refreshed = await this.refresh()
    if (this.#closed) return refreshed
    const { searcher } = await this.#placed()
    return (await searcher.rehearse()) ? this.refresh() : refreshed
  }

  /** A document may have changed. Nothing happens before the index was first wanted: then all are looked at. */
  touched(id: string): void {
    if (this.#placing === null || this.#closed) return
    this.#touched.add(id)
    this.#followLater()
  }

  /** The library's list may have changed. */
  listChanged(): void {
    if (this.#placing === null || this.#closed) return
    const ids = this.#options.library.documents().map(({ id }) => id)
    const added = ids.filter(id => !this.#listed.has(id))
    if (added.length === 0 && ids.length === this.#listed.size) return
    for (const id of added) this.#touched.add(id)
    this.#followLater()
  }

  #followLater(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#followTouched(), AFTER_CHANGE)
    this.#timer.unref()
  }

  /** Answers from the index as it is; one that turns out to be damaged is made anew behind the answer. */
  async ask(question: SearchQuestion): Promise<Result<Asked>> {
    const { searcher } = await this.#placed()
    const asked = await searcher.ask(question)
    if (asked.ok && asked.value.lost) this.#behind(this.refresh())
    return asked
  }

  titleOf(id: string): string {
    return this.#options.library.documents().find(entry => entry.id === id)?.title ?? id
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    const placing = this.#placing
    if (placing === null) return
    const { placed, searcher } = await placing
    await searcher.close()
    await this.#refreshing
    await placed.release()
  }

  #placed(): Promise<{ readonly placed: PlacedIndex; readonly searcher: Searcher }> {
    this.#placing ??= this.#place()
    return this.#placing
  }

  async #place(): Promise<{ readonly placed: PlacedIndex; readonly searcher: Searcher }> {
    const { library, program, now, search } = this.#options
    const placed = await placeIndex({ library: library.path, program, now })
    return { placed, searcher: search(placed.place, libraryPaths(library.path).documents) }
  }

  #followTouched(): void {
    const ids = [...this.#touched]
    this.#touched.clear()
    this.#timer = null
    if (this.#closed) return
    this.#behind(this.refresh(ids))
  }

  /** What goes wrong behind is told by the next question. */
  #behind(work: Promise<unknown>): void {
    work.catch((error: unknown) => console.error('The search index could not be brought up to date:', error))
  }
}

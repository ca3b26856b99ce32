import { makeAcrossIndex } from '#core/mechanism/across/across-index.ts'
import type { AcrossIndex } from '#core/mechanism/across/across-index.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { libraryPaths } from '../library-files.ts'
import type { OpenLibrary } from '../open-library.ts'
import { readIndexFile, writeIndexFile } from './index-file.ts'
import type { StoredDocument } from './index-file.ts'
import { readStatedEffects, stampOfDocument } from './read-stated-effects.ts'

/** Files that are looked at together: enough to keep the disk busy. */
const AT_ONCE = 32
/** Pause after the last change before the index is kept, in milliseconds: it can be made again, so there is no hurry. */
const KEEP_AFTER = 5_000

/** What the index needs of a library that is open. */
export type IndexedLibrary = Pick<OpenLibrary, 'path' | 'writable' | 'documents' | 'writtenNames'>

/** An index that agrees with the documents' files, and what could not be read, a line each. */
export interface FreshIndex {
  readonly index: AcrossIndex
  readonly failures: readonly string[]
}

interface Assembled {
  readonly documents: readonly StoredDocument[]
  readonly titles: string
  readonly names: readonly WrittenName[]
  readonly index: AcrossIndex
}

const inPortions = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))))
  return results
}

/**
 * What all documents of a library say of what acts on what. It is made from their `mechanisms.json` files, kept in
 * `mechanism-index.json` for the next time, and brought up to date by reading those files again that have changed.
 */
export class MechanismIndex {
  readonly #library: IndexedLibrary
  readonly #folder: string
  #documents: ReadonlyMap<string, StoredDocument> | null = null
  #assembled: Assembled | null = null
  #refreshing: Promise<Result<FreshIndex>> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #keeping: Promise<unknown> = Promise.resolve()

  constructor(library: IndexedLibrary) {
    this.#library = library
    this.#folder = libraryPaths(library.path).documents
  }

  /**
   * Looks which documents have changed and reads them. `progress` is told how many of those that have to be read have been.
   * Fails when the lexicon cannot be read; documents that cannot are left out and named.
   */
  refresh(progress: (done: number, total: number) => void = () => undefined): Promise<Result<FreshIndex>> {
    this.#refreshing ??= this.#refresh(progress).finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  /** The index as it was when it was last brought up to date. */
  async current(): Promise<Result<AcrossIndex>> {
    if (this.#assembled !== null && this.#refreshing === null) return succeed(this.#assembled.index)
    const fresh = await this.refresh()
    return fresh.ok ? succeed(fresh.value.index) : fresh
  }

  /** Keeps what has to be kept. */
  async close(): Promise<void> {
    if (this.#timer !== null) this.#keep()
    await this.#keeping
  }

  async #refresh(progress: (done: number, total: number) => void): Promise<Result<FreshIndex>> {
    const library = this.#library
    const names = await library.writtenNames()
    if (!names.ok) return names
    const entries = library.documents()
    this.#documents ??= new Map((await readIndexFile(library.path)).map(document => [document.id, document]))
    const known = this.#documents
    const stamped = await inPortions(entries, async ({ id }) => ({
      id,
      stamp: await stampOfDocument(this.#folder, id),
    }))
    const changed = stamped.filter(({ id, stamp }) => known.get(id)?.stamp !== stamp)
    const failures: string[] = []
    const read = new Map<string, StoredDocument>()
    let done = 0
    // One after the other: each is worked on in one go, and others get their turn in between.
    for (const { id, stamp } of changed) {
      const effects = await readStatedEffects(this.#folder, id)
      if (effects.ok) read.set(id, { ...effects.value, stamp } as StoredDocument)
      else failures.push(`“${entries.find(entry => entry.id === id)?.title ?? id}”: ${effects.error.message}`)
      progress(++done, changed.length)
    }
    const documents = stamped.flatMap(({ id, stamp }) => {
      const kept = known.get(id)
      return read.get(id) ?? (kept?.stamp === stamp ? kept : [])
    })
    if (read.size > 0 || documents.length !== known.size) this.#keepLater()
    this.#documents = new Map(documents.map(document => [document.id, document]))
    return succeed({ index: this.#assemble(documents, names.value), failures })
  }

  /** Puts the documents together, unless nothing has changed since the last time. */
  #assemble(documents: readonly StoredDocument[], names: readonly WrittenName[]): AcrossIndex {
    const entries = new Map(this.#library.documents().map(({ id, title }) => [id, title]))
    const titled = documents.map(document => ({ ...document, title: entries.get(document.id) ?? document.id }))
    const titles = titled.map(({ title }) => title).join('\n')
    const before = this.#assembled
    const isSame =
      before !== null &&
      before.names === names &&
      before.titles === titles &&
      before.documents.length === documents.length &&
      before.documents.every((document, at) => document === documents[at])
    if (isSame) return before.index
    const index = makeAcrossIndex(titled, names)
    this.#assembled = { documents, titles, names, index }
    return index
  }

  #keepLater(): void {
    if (!this.#library.writable) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#keep(), KEEP_AFTER)
    this.#timer.unref()
  }

  #keep(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const documents = [...(this.#documents?.values() ?? [])]
    // A disk that refuses it costs the time to make it again, and nothing else.
    this.#keeping = this.#keeping.then(() => writeIndexFile(this.#library.path, documents))
  }
}

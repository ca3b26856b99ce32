import type { DocumentEntry, ReadingPosition } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { isDocumentId } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { moveTo } from './library-index.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'

/** What a document's line says of how much is in its files. */
type DocumentCounts = Partial<Pick<DocumentEntry, 'annotations' | 'mechanisms'>>

/** The documents' lines in the index of an open library. */
export class DocumentEntries {
  readonly #index: GuardedDatabase<LibraryIndex>
  readonly #changed: () => void

  /** `changed` is called after a line was changed. */
  constructor(index: GuardedDatabase<LibraryIndex>, changed: () => void) {
    this.#index = index
    this.#changed = changed
  }

  /** In the order in which the documents were added. */
  get list(): readonly DocumentEntry[] {
    return this.#index.data.documents
  }

  get(id: string): DocumentEntry | null {
    return this.list.find(entry => entry.id === id) ?? null
  }

  /** As `get`, for an id from outside: fails with `document-unknown`. */
  known(id: string): Result<DocumentEntry> {
    const entry = isDocumentId(id) ? this.get(id) : null
    if (entry !== null) return succeed(entry)
    return fail('document-unknown', `There is no document “${id}” in this library. Choose one of its list.`)
  }

  /** Keeps a document's counts, which follow from its files. Null when they are so already. */
  count(id: string, counts: DocumentCounts): Promise<Result<null>> | null {
    const entry = this.get(id)
    if (entry === null) return null
    const counted = { ...entry, ...counts }
    if (counted.annotations === entry.annotations && counted.mechanisms === entry.mechanisms) return null
    return this.change(id, current => ({ ...current, ...counts }))
  }

  /** Keeps where the reader is. */
  moveTo(id: string, position: ReadingPosition): Promise<Result<null>> {
    return this.change(id, entry => ({ ...entry, position: moveTo(position, entry.position) }))
  }

  /** Answers when the change is on the disk, or was refused. */
  async change(id: string, change: (entry: DocumentEntry) => DocumentEntry): Promise<Result<null>> {
    const changed = await this.#index.update(index => ({
      ...index,
      documents: index.documents.map(entry => (entry.id === id ? change(entry) : entry)),
    }))
    this.#changed()
    return changed
  }
}

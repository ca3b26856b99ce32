import { sameContent } from '#core/annotation/ordered-json.ts'
import type { DocumentEntry, ReadingPosition } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { entryOfNotes } from './document-counts.ts'
import { isDocumentId } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { moveTo } from './library-index.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'

/** What a document's line takes from files that change. */
type FieldsOfFiles = Partial<ReturnType<typeof entryOfNotes> & Pick<DocumentEntry, 'mechanisms'>>

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
  get all(): readonly DocumentEntry[] {
    return this.#index.data.documents
  }

  get(id: string): DocumentEntry | null {
    return this.all.find(entry => entry.id === id) ?? null
  }

  /** As `get`, for an id from outside: fails with `document-unknown`. */
  known(id: string): Result<DocumentEntry> {
    const entry = isDocumentId(id) ? this.get(id) : null
    if (entry !== null) return succeed(entry)
    return fail('document-unknown', `There is no document “${id}” in this library. Choose one of its list.`)
  }

  /** Keeps what follows from a document's files. Null when its line says so already. */
  list(id: string, fields: FieldsOfFiles): Promise<Result<null>> | null {
    const entry = this.get(id)
    if (entry === null || sameContent(entry, { ...entry, ...fields })) return null
    return this.change(id, current => ({ ...current, ...fields }))
  }

  /** Keeps where the reader is, and that it was now. */
  moveTo(id: string, position: ReadingPosition, now: string): Promise<Result<null>> {
    return this.change(id, entry => ({ ...entry, position: moveTo(position, entry.position), lastRead: now }))
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

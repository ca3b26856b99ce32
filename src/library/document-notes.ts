import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { singlesOf } from '#core/annotation/single-records.ts'
import type { SingleRecords } from '#core/annotation/single-records.ts'
import { fromWebAnnotation } from '#core/annotation/web-annotation.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { DocumentDatabases } from './document-databases.ts'
import { entryOfNotes } from './document-counts.ts'
import type { LibraryWork } from './library-work.ts'
import type { UnitedNotes } from './uniting/unite-notes.ts'

/** What the reader wrote on one document, deleted annotations included. */
export interface ReadNotes extends SingleRecords {
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
}

export interface DocumentNotesOptions {
  readonly databases: Pick<DocumentDatabases, 'notes'>
  readonly united: UnitedNotes
  readonly work: Pick<LibraryWork, 'closed'>
  /** Takes what the index's line of a document takes from its notes. */
  readonly listed: (id: string, fields: ReturnType<typeof entryOfNotes>) => void
}

/** What the reader wrote on a library's documents. */
export class DocumentNotes {
  readonly #options: DocumentNotesOptions

  constructor(options: DocumentNotesOptions) {
    this.#options = options
  }

  /** Deleted annotations are included. */
  async read(id: string): Promise<Result<ReadNotes>> {
    const database = await this.#options.databases.notes(id)
    if (!database.ok) return database
    const fresh = await database.value.refresh()
    if (!fresh.ok) return fresh
    const { data } = database.value
    if (!this.#options.work.closed) this.#options.listed(id, entryOfNotes(data))
    const annotations = data.annotations.map(record => fromWebAnnotation(record).annotation)
    return succeed({ ...singlesOf(data), annotations, pageNote: data.pageNote })
  }

  /** Unites them with what is there, field by field. A single record that is null or left out stays as it is. */
  save(id: string, annotations: readonly Annotation[], singles: SingleRecords): Promise<Result<null>> {
    return this.#save(id, annotations, () => singles)
  }

  /** Keeps the single records that `change` makes of those that are there. */
  changeSingles(id: string, change: (now: SingleRecords) => SingleRecords): Promise<Result<null>> {
    return this.#save(id, [], change)
  }

  async #save(
    id: string,
    annotations: readonly Annotation[],
    singles: (now: SingleRecords) => SingleRecords,
  ): Promise<Result<null>> {
    const { databases, united, listed } = this.#options
    const database = await databases.notes(id)
    if (!database.ok) return database
    const saved = await database.value.update(notes => united.save(id, notes, annotations, singles(notes)))
    if (saved.ok) listed(id, entryOfNotes(database.value.data))
    return saved
  }
}

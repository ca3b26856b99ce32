import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { fromWebAnnotation } from '#core/annotation/web-annotation.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { DocumentDatabases } from './document-databases.ts'
import { countAnnotations } from './document-counts.ts'
import type { LibraryWork } from './library-work.ts'
import type { OpenedDocument } from './open-library.ts'
import type { UnitedNotes } from './uniting/unite-notes.ts'

type ReadNotes = Pick<OpenedDocument, 'annotations' | 'pageNote'>

export interface DocumentNotesOptions {
  readonly databases: Pick<DocumentDatabases, 'notes'>
  readonly united: UnitedNotes
  readonly work: Pick<LibraryWork, 'closed'>
  /** Takes how many annotations of a document are not deleted. */
  readonly counted: (id: string, annotations: number) => void
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
    const { annotations, pageNote } = database.value.data
    if (!this.#options.work.closed) this.#options.counted(id, countAnnotations(annotations))
    return succeed({ annotations: annotations.map(record => fromWebAnnotation(record).annotation), pageNote })
  }

  /** Unites them with what is there, field by field. A null page note leaves the one that is there. */
  async save(id: string, annotations: readonly Annotation[], pageNote: PageNote | null): Promise<Result<null>> {
    const { databases, united, counted } = this.#options
    const database = await databases.notes(id)
    if (!database.ok) return database
    const saved = await database.value.update(notes => united.save(id, notes, annotations, pageNote))
    if (saved.ok) counted(id, countAnnotations(database.value.data.annotations))
    return saved
  }
}

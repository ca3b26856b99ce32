import { annotationFields, pageNoteFields } from '#core/annotation/annotation-fields.ts'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { withIds } from '#core/annotation/ordered-records.ts'
import { fromWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { Notes } from '../library-files.ts'
import { mergeNotes, renewWebAnnotation } from '../merge-notes.ts'
import { stampAllSaved, stampSaved, stampingFor } from './stamp-saved.ts'
import type { Stamping } from './stamp-saved.ts'
import { tellOf } from './uniting.ts'
import type { Uniting } from './uniting.ts'

/** Brings together what copies of documents' notes say, and notes in each that is saved here who changed what. */
export class UnitedNotes {
  readonly #uniting: Uniting
  readonly #annotations: Stamping<Annotation>
  readonly #pageNotes: Stamping<PageNote>

  constructor(uniting: Uniting) {
    this.#uniting = uniting
    this.#annotations = stampingFor(annotationFields, uniting.writer)
    this.#pageNotes = stampingFor(pageNoteFields, uniting.writer)
  }

  /** Takes in what another copy of a document's notes says. Gives back `ours` itself when it adds nothing. */
  takeIn(id: string, ours: Notes, theirs: Pick<Notes, 'annotations' | 'pageNote'>): Notes {
    const united = mergeNotes(ours, theirs, tellOf(this.#uniting, id))
    if (united === ours) return ours
    const before = new Map(ours.annotations.map(record => [record.id, record]))
    for (const record of united.annotations) {
      const known = before.get(record.id)
      if (known === undefined || known === record) continue
      const [was, is] = [fromWebAnnotation(known).annotation, fromWebAnnotation(record).annotation]
      this.#annotations.earlier.remember(is.id, was, is)
    }
    if (ours.pageNote !== null && united.pageNote !== null) {
      this.#pageNotes.earlier.remember(id, ours.pageNote, united.pageNote)
    }
    this.#uniting.takenIn(id)
    return united
  }

  /** Keeps what the reader changed. A null page note leaves the one that is there. */
  save(id: string, notes: Notes, annotations: readonly Annotation[], pageNote: PageNote | null): Notes {
    const wanted = new Set(annotations.map(annotation => `urn:uuid:${annotation.id}`))
    const records = withIds(notes.annotations, wanted)
    const stored = new Map(records.map(record => [fromWebAnnotation(record).annotation.id, record]))
    const known = records.map(record => fromWebAnnotation(record).annotation)
    const saved = stampAllSaved(this.#annotations, known, annotations).map(annotation =>
      renewWebAnnotation(annotation, id, stored.get(annotation.id)),
    )
    const savedNote = pageNote === null ? null : stampSaved(this.#pageNotes, id, notes.pageNote, pageNote)
    return mergeNotes(notes, { annotations: saved, pageNote: savedNote }, tellOf(this.#uniting, id))
  }
}

import { annotationFields } from '#core/annotation/annotation-fields.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { withIds } from '#core/annotation/ordered-records.ts'
import type { EditedRecord } from '#core/annotation/record-edits.ts'
import { singleIn, singleKind, singleNames } from '#core/annotation/single-records.ts'
import type { SingleName, SingleRecords } from '#core/annotation/single-records.ts'
import { fromWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { Notes } from '../library-files.ts'
import { mergeNotes, renewWebAnnotation } from '../merge-notes.ts'
import type { SaidInNotes } from '../merge-notes.ts'
import { stampAllSaved, stampSaved, stampingFor } from './stamp-saved.ts'
import type { Stamping } from './stamp-saved.ts'
import { tellOf } from './uniting.ts'
import type { Uniting } from './uniting.ts'

/** Brings together what copies of documents' notes say, and notes in each that is saved here who changed what. */
export class UnitedNotes {
  readonly #uniting: Uniting
  readonly #annotations: Stamping<Annotation>
  readonly #singles: ReadonlyMap<SingleName, Stamping<EditedRecord>>

  constructor(uniting: Uniting) {
    this.#uniting = uniting
    this.#annotations = stampingFor(annotationFields, uniting.writer)
    this.#singles = new Map(singleNames.map(name => [name, stampingFor(singleKind(name).fields, uniting.writer)]))
  }

  /** Takes in what another copy of a document's notes says. Gives back `ours` itself when it adds nothing. */
  takeIn(id: string, ours: Notes, theirs: SaidInNotes): Notes {
    const united = mergeNotes(ours, theirs, tellOf(this.#uniting, id))
    if (united === ours) return ours
    const before = new Map(ours.annotations.map(record => [record.id, record]))
    for (const record of united.annotations) {
      const known = before.get(record.id)
      if (known === undefined || known === record) continue
      const [was, is] = [fromWebAnnotation(known).annotation, fromWebAnnotation(record).annotation]
      this.#annotations.earlier.remember(is.id, was, is)
    }
    for (const [name, { earlier }] of this.#singles) {
      const [was, is] = [singleIn(ours, name), singleIn(united, name)]
      if (was !== null && is !== null && was !== is) earlier.remember(id, was, is)
    }
    this.#uniting.takenIn(id)
    return united
  }

  /** Keeps what the reader changed. A single record that is null or left out stays as it is. */
  save(id: string, notes: Notes, annotations: readonly Annotation[], singles: SingleRecords): Notes {
    const wanted = new Set(annotations.map(annotation => `urn:uuid:${annotation.id}`))
    const records = withIds(notes.annotations, wanted)
    const stored = new Map(records.map(record => [fromWebAnnotation(record).annotation.id, record]))
    const known = records.map(record => fromWebAnnotation(record).annotation)
    const saved = stampAllSaved(this.#annotations, known, annotations).map(annotation =>
      renewWebAnnotation(annotation, id, stored.get(annotation.id)),
    )
    const savedSingles = [...this.#singles].map(([name, stamping]) => {
      const record = singleIn(singles, name)
      return [name, record === null ? null : stampSaved(stamping, id, singleIn(notes, name), record)] as const
    })
    const said: SaidInNotes = { annotations: saved, ...Object.fromEntries(savedSingles) }
    return mergeNotes(notes, said, tellOf(this.#uniting, id))
  }
}

import * as v from 'valibot'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { learnOrder } from '#core/annotation/ordered-records.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { FORMAT, notesFormat } from './library-files.ts'
import type { DocumentPaths, Notes } from './library-files.ts'
import type { Mechanisms } from './mechanism-files.ts'
import { readDocument } from './read-document.ts'
import type { Finder } from './finding/finder.ts'
import { lacksAnnotations } from './document-counts.ts'
import type { Disk } from './store/disk.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { openDatabase } from './store/open-database.ts'
import type { UnitedRecords } from './uniting/united-records.ts'

/** Where the files of a document are at the moment. */
export interface DocumentPlace {
  readonly paths: Omit<DocumentPaths, 'versions'>
  /** Why they can only be read; null when they can be written. */
  readonly readOnlyReason: string | null
}

export interface DocumentDatabasesOptions {
  readonly place: (id: string) => Promise<DocumentPlace>
  /** Why the library as a whole can only be read; null when it can be written. */
  readonly readOnlyReason: string | null
  readonly now: () => string
  /** What the files are written to. */
  readonly disk: Disk
  /** The document's line in the index, which tells how much was in its files; null when it has none. */
  readonly entry: (id: string) => DocumentEntry | null
  readonly finder: Finder
  /** Brings in what other copies of the files say. */
  readonly united: UnitedRecords
  /** Takes what was amiss with a document's files and what was done about it, a line each. */
  readonly warn: (id: string, warnings: readonly string[]) => void
}

/** A file that was put into the wrong folder must not lend its notes to another text. */
const isOf =
  (id: string) =>
  ({ document }: Notes): boolean =>
    document === id
const OTHER_ARTICLE = 'it belongs to another article'

type Opening<T extends object> = Promise<Result<GuardedDatabase<T>>>

/** The databases of a library's documents, each opened once, when it is first asked for. */
export class DocumentDatabases {
  readonly #options: DocumentDatabasesOptions
  readonly #notes = new Map<string, Opening<Notes>>()
  readonly #mechanisms = new Map<string, Opening<Mechanisms>>()

  constructor(options: DocumentDatabasesOptions) {
    this.#options = options
  }

  notes(id: string): Opening<Notes> {
    const { now, disk, entry } = this.#options
    return this.#openOnce(this.#notes, id, async ({ paths: { notes: path }, readOnlyReason }) => {
      const opened = await openDatabase<Notes>({
        path,
        format: { ...notesFormat, schema: v.pipe(notesFormat.schema, v.check(isOf(id), OTHER_ARTICLE)) },
        initial: { format: FORMAT, document: id, annotations: [], pageNote: null },
        damagedCode: 'document-damaged',
        lacks: notes => lacksAnnotations(notes, entry(id)),
        // Whoever only reads is told of the damage rather than given what is left of it.
        remake: async hadPrevious => {
          if (readOnlyReason !== null) return null
          // Loaded when it is needed, as below: everything starts faster without it.
          const { remakeNotes } = await import('./restoring/remake-notes.ts')
          return remakeNotes(path, id, hadPrevious, entry(id))
        },
        merge: (ours, theirs) => this.#options.united.notes.takeIn(id, ours, theirs),
        warn: line => this.#options.warn(id, [line]),
        readOnlyReason,
        now,
        disk,
      })
      if (opened.ok) learnOrder(opened.value.data.annotations)
      return opened
    })
  }

  mechanisms(id: string): Opening<Mechanisms> {
    const { now, disk, finder } = this.#options
    return this.#openOnce(this.#mechanisms, id, async ({ paths, readOnlyReason }) => {
      const { mechanismsFormat } = await import('./mechanism-files.ts')
      const united = await this.#options.united.mechanisms()
      return openDatabase<Mechanisms>({
        path: paths.mechanisms,
        format: mechanismsFormat,
        initial: null,
        damagedCode: 'document-damaged',
        remake: async hadPrevious => {
          const read = readOnlyReason === null ? await readDocument(paths, id) : null
          if (!read?.ok) return null
          const { remakeMechanisms } = await import('./restoring/remake-mechanisms.ts')
          return remakeMechanisms(paths.mechanisms, read.value.article, hadPrevious, finder)
        },
        merge: (ours, theirs) => united.takeIn(id, ours, theirs),
        warn: line => this.#options.warn(id, [line]),
        readOnlyReason,
        now,
        disk,
      })
    })
  }

  /** Takes in what other programs have done to the files of a document that are open here. */
  async refresh(id: string): Promise<Result<null>> {
    const opened = await Promise.all([this.#notes.get(id), this.#mechanisms.get(id)])
    for (const database of opened) {
      const fresh = database?.ok === true ? await database.value.refresh() : succeed(null)
      if (!fresh.ok) return fresh
    }
    return succeed(null)
  }

  /** Writes what is pending and waits until nothing is under way. */
  async close(): Promise<void> {
    const opened = await Promise.all([...this.#notes.values(), ...this.#mechanisms.values()])
    for (const database of opened) if (database.ok) await database.value.close()
  }

  /** Writes what is pending of one document and lets go of its files, which then are opened anew. */
  async forget(id: string): Promise<void> {
    const opened = await Promise.all([this.#notes.get(id), this.#mechanisms.get(id)])
    this.#notes.delete(id)
    this.#mechanisms.delete(id)
    for (const database of opened) if (database?.ok) await database.value.close()
  }

  /** Why this one file can only be read, in a library that can be written. */
  #restrictionOf({ readOnlyReason }: { readonly readOnlyReason: string | null }): string[] {
    return readOnlyReason === null || readOnlyReason === this.#options.readOnlyReason ? [] : [readOnlyReason]
  }

  /** One that could not be opened is tried again the next time: its file may have been repaired. */
  #openOnce<T extends object>(
    opened: Map<string, Opening<T>>,
    id: string,
    open: (place: DocumentPlace) => Opening<T>,
  ): Opening<T> {
    const known = opened.get(id)
    if (known) return known
    const opening = this.#options
      .place(id)
      .then(open)
      .then(result => {
        if (!result.ok) opened.delete(id)
        else this.#options.warn(id, [...result.value.warnings, ...this.#restrictionOf(result.value)])
        return result
      })
    opened.set(id, opening)
    return opening
  }
}

import { join } from 'node:path'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { fromWebAnnotation, toWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { DocumentEntry, ReadingPosition } from '#core/article/document-entry.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { DocumentDatabases } from './document-databases.ts'
import { DocumentEntries } from './document-entries.ts'
import { countAnnotations, countMechanisms } from './document-counts.ts'
import { libraryPaths } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import type { LibraryLock } from './library-lock.ts'
import type { FileImporter } from './import-file.ts'
import { mergeMechanisms, mergeNotes } from './merge-notes.ts'
import type {
  ImportOptions,
  ImportOutcome,
  OpenLibrary,
  OpenLibraryOptions,
  OpenedDocument,
  UpdateOutcome,
} from './open-library.ts'
import { once } from './once.ts'
import { readDocument } from './read-document.ts'
import { finderOf } from './restoring/finder.ts'
import { realDisk } from './store/disk.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { DocumentGate } from './updating/document-gate.ts'
import { DocumentPlaces } from './updating/document-places.ts'
import type { DocumentUpdates } from './updating/document-updates.ts'
import { readUpdateReport } from './updating/read-update-report.ts'
import type { KeptReport } from './updating/read-update-report.ts'

type ReadArticle = Pick<OpenedDocument, 'article' | 'html'>
type ReadNotes = Pick<OpenedDocument, 'annotations' | 'pageNote'>
type ReadMechanisms = Pick<OpenedDocument, 'found' | 'cards'>

const NOTHING_FOUND: Extraction = { mechanisms: [], effects: [], entities: [], study: null }

export interface OpenedLibraryParts {
  readonly options: OpenLibraryOptions
  readonly index: GuardedDatabase<LibraryIndex>
  /** Null when it is opened for reading. */
  readonly lock: LibraryLock | null
  readonly readOnlyReason: string | null
  readonly warnings: readonly string[]
}

/** A library on disk: its index, its documents' databases, and the lock that keeps other programs from writing. */
export class OpenedLibrary implements OpenLibrary {
  readonly path: string
  readonly readOnlyReason: string | null
  readonly #index: GuardedDatabase<LibraryIndex>
  readonly #databases: DocumentDatabases
  readonly #gate = new DocumentGate()
  readonly #places: DocumentPlaces
  readonly #entries: DocumentEntries
  readonly #folder: (id: string) => string
  /** Loaded when they are needed: reading starts faster without them. */
  readonly #importer: () => Promise<FileImporter>
  readonly #updates: () => Promise<DocumentUpdates>
  readonly #lock: LibraryLock | null
  readonly #warnings: string[]
  readonly #changed: NonNullable<OpenLibraryOptions['changed']>
  /** What is under way and has to be over before the library is closed. */
  readonly #underWay = new Set<Promise<unknown>>()
  #closed = false

  constructor({ options, index, lock, readOnlyReason, warnings }: OpenedLibraryParts) {
    this.path = options.folder
    this.readOnlyReason = readOnlyReason
    this.#index = index
    this.#lock = lock
    this.#warnings = [...warnings]
    this.#changed = options.changed ?? (() => undefined)
    const { documents } = libraryPaths(options.folder)
    const { disk = realDisk, now } = options
    const finder = finderOf(options)
    const warn = (id: string, found: readonly string[]): void => this.#warn(id, found)
    this.#entries = new DocumentEntries(index, () => this.#changed('documents'))
    this.#folder = id => join(documents, id)
    this.#places = new DocumentPlaces({
      documents,
      readOnlyReason,
      disk,
      changeEntry: (id, change) => this.#entries.change(id, change),
      forget: id => this.#databases.forget(id),
    })
    this.#databases = new DocumentDatabases({
      place: id => this.#places.locate(id),
      readOnlyReason,
      now,
      entry: id => this.#entries.get(id),
      finder,
      warn,
    })
    this.#importer = once(async () => {
      const { FileImporter } = await import('./import-file.ts')
      return new FileImporter(options, index, finder)
    })
    this.#updates = once(async () => {
      const { DocumentUpdates } = await import('./updating/document-updates.ts')
      const [databases, places, entry] = [this.#databases, this.#places, (id: string) => this.#entries.known(id)]
      return new DocumentUpdates({ documents, databases, places, finder, disk, now, entry, warn })
    })
  }

  get writable(): boolean {
    return this.readOnlyReason === null
  }

  get warnings(): readonly string[] {
    return [...this.#warnings]
  }

  documents(): readonly DocumentEntry[] {
    return this.#entries.list
  }

  readDocument(id: string): Promise<Result<OpenedDocument>> {
    return this.#together(id, async () => {
      const [content, notes, mechanisms, update] = await Promise.all([
        this.#readArticle(id),
        this.#readNotes(id),
        this.#readMechanisms(id),
        readUpdateReport(this.#folder(id)),
      ])
      if (!content.ok) return content
      if (!notes.ok) this.#warn(id, [`The notes cannot be shown. ${notes.error.message}`])
      if (!mechanisms.ok) this.#warn(id, [`The mechanisms cannot be shown. ${mechanisms.error.message}`])
      if (!update.ok) this.#warn(id, [`What its last update did cannot be shown. ${update.error.message}`])
      return succeed({
        ...content.value,
        ...(notes.ok ? notes.value : { annotations: [], pageNote: null }),
        ...(mechanisms.ok ? mechanisms.value : { found: NOTHING_FOUND, cards: [] }),
        update: update.ok && update.value?.open ? update.value.report : null,
      })
    })
  }

  readArticle(id: string): Promise<Result<ReadArticle>> {
    return this.#together(id, () => this.#readArticle(id))
  }

  readNotes(id: string): Promise<Result<ReadNotes>> {
    return this.#together(id, () => this.#readNotes(id))
  }

  readMechanisms(id: string): Promise<Result<ReadMechanisms>> {
    return this.#together(id, () => this.#readMechanisms(id))
  }

  readReport(id: string): Promise<Result<KeptReport | null>> {
    return this.#together(id, () => readUpdateReport(this.#folder(id)))
  }

  saveNotes(id: string, annotations: readonly Annotation[], pageNote: PageNote | null): Promise<Result<null>> {
    return this.#changeTogether(id, async () => {
      const database = await this.#databases.notes(id)
      if (!database.ok) return database
      const records = annotations.map(annotation => toWebAnnotation(annotation, id))
      const saved = await database.value.update(notes => mergeNotes(notes, { annotations: records, pageNote }))
      if (saved.ok) this.#count(id, { annotations: countAnnotations(database.value.data.annotations) })
      return saved
    })
  }

  saveCards(id: string, cards: readonly ReaderCard[]): Promise<Result<null>> {
    return this.#changeTogether(id, async () => {
      const database = await this.#databases.mechanisms(id)
      if (!database.ok) return database
      const saved = await database.value.update(mechanisms => mergeMechanisms(mechanisms, { cards: [...cards] }))
      const { data } = database.value
      if (saved.ok) this.#count(id, { mechanisms: countMechanisms(data.found, data.cards) })
      return saved
    })
  }

  savePosition(id: string, position: ReadingPosition): Promise<Result<null>> {
    return this.#changeTogether(id, () => this.#entries.change(id, entry => ({ ...entry, position })))
  }

  importFile(path: string, options?: ImportOptions): Promise<Result<ImportOutcome>> {
    return this.#change(async () => {
      const outcome = await (await this.#importer()).import(path, options)
      if (outcome.ok && outcome.value.status === 'imported') this.#changed('documents')
      return outcome
    })
  }

  updateFile(id: string, path: string): Promise<Result<UpdateOutcome>> {
    return this.#changeAlone(id, async () => (await this.#updates()).update(id, path))
  }

  undoUpdate(id: string): Promise<Result<null>> {
    return this.#changeAlone(id, async () => (await this.#updates()).undo(id))
  }

  redoUpdate(id: string): Promise<Result<null>> {
    return this.#changeAlone(id, async () => (await this.#updates()).redo(id))
  }

  closeReport(id: string): Promise<Result<null>> {
    return this.#changeAlone(id, async () => (await this.#updates()).closeReport(id))
  }

  async close(): Promise<void> {
    this.#closed = true
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
    await this.#databases.close()
    await this.#index.close()
    await this.#lock?.release()
  }

  async #readArticle(id: string): Promise<Result<ReadArticle>> {
    const { paths } = await this.#places.locate(id)
    return readDocument(paths, id)
  }

  async #readNotes(id: string): Promise<Result<ReadNotes>> {
    const database = await this.#databases.notes(id)
    if (!database.ok) return database
    const fresh = await database.value.refresh()
    if (!fresh.ok) return fresh
    const { annotations, pageNote } = database.value.data
    if (this.writable && !this.#closed) this.#count(id, { annotations: countAnnotations(annotations) })
    return succeed({ annotations: annotations.map(record => fromWebAnnotation(record).annotation), pageNote })
  }

  async #readMechanisms(id: string): Promise<Result<ReadMechanisms>> {
    const database = await this.#databases.mechanisms(id)
    if (!database.ok) return database
    const fresh = await database.value.refresh()
    if (!fresh.ok) return fresh
    const { found, cards } = database.value.data
    if (this.writable && !this.#closed) this.#count(id, { mechanisms: countMechanisms(found, cards) })
    return succeed({ found, cards })
  }

  /** Finishes an update of the document that was interrupted. What cannot be finished is told by whoever wants to write. */
  async #finishUpdate(id: string): Promise<Result<null>> {
    const known = this.#entries.known(id)
    if (!known.ok) return known
    if (!this.#places.isSettled(id) && !this.#closed) await this.#gate.alone(id, () => this.#places.settle(id))
    return succeed(null)
  }

  /** Does work on one document beside other such work, but never while it is half updated. */
  async #together<T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const ready = await this.#finishUpdate(id)
    return ready.ok ? this.#gate.share(id, work) : ready
  }

  #changeTogether<T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#change(() => this.#together(id, work))
  }

  #changeAlone<T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#change(async () => {
      const ready = await this.#finishUpdate(id)
      return ready.ok ? this.#gate.alone(id, work) : ready
    })
  }

  /** Does work that writes, unless nothing may be written, and lets closing wait for it. */
  #change<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.readOnlyReason !== null) return Promise.resolve(fail('library-read-only', this.readOnlyReason))
    if (this.#closed)
      return Promise.resolve(fail('library-missing', 'The library was closed. Open it again to make changes.'))
    return this.#follow(work())
  }

  #follow<T>(work: Promise<T>): Promise<T> {
    const over = work.finally(() => this.#underWay.delete(over))
    this.#underWay.add(over)
    return over
  }

  #warn(id: string, found: readonly string[]): void {
    const lines = found.map(warning => `“${this.#entries.get(id)?.title ?? id}”: ${warning}`)
    const unheard = lines.filter(line => !this.#warnings.includes(line))
    if (unheard.length === 0) return
    this.#warnings.push(...unheard)
    this.#changed('warnings')
  }

  /**
   * Keeps a document's counts. They follow from its files, so that nobody has to wait for them; when the disk refuses
   * them they stay in the index that is held here and go down with its next write.
   */
  #count(id: string, counts: Partial<Pick<DocumentEntry, 'annotations' | 'mechanisms'>>): void {
    const entry = this.#entries.get(id)
    if (entry === null) return
    const counted = { ...entry, ...counts }
    if (counted.annotations === entry.annotations && counted.mechanisms === entry.mechanisms) return
    void this.#follow(this.#entries.change(id, current => ({ ...current, ...counts })))
  }
}

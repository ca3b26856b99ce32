import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { SingleRecords } from '#core/annotation/single-records.ts'
import type { DocumentEntry, ReadingPosition } from '#core/article/document-entry.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { DocumentDatabases } from './document-databases.ts'
import { DocumentEntries } from './document-entries.ts'
import type { DocumentMechanisms, ReadMechanisms } from './document-mechanisms.ts'
import { DocumentNotes } from './document-notes.ts'
import { finderOf } from './finding/finder.ts'
import type { Finder } from './finding/finder.ts'
import { removeLeftOversOfDocuments } from './left-overs.ts'
import { libraryPaths } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import type { LibraryLock } from './library-lock.ts'
import { LibraryWarnings } from './library-warnings.ts'
import { LibraryWork } from './library-work.ts'
import { LibraryMarks } from './foreign-marks/library-marks.ts'
import type { FileImporter } from './import-file.ts'
import { fileSource } from './import-source.ts'
import type { ImportSource } from './import-source.ts'
import { importHere } from './importing-apart/import-here.ts'
import type { ImportRunner } from './importing-apart/import-runner.ts'
import type { ReaderMechanisms } from './merge-mechanisms.ts'
import type {
  ImportOptions,
  ImportOutcome,
  OpenLibrary,
  OpenLibraryOptions,
  OpenedDocument,
  OpenedMechanisms,
  UpdateOutcome,
} from './open-library.ts'
import type { OwnNames } from './own-names.ts'
import { once } from './once.ts'
import { readDocument } from './read-document.ts'
import { shownEntries } from './shown-entry.ts'
import { realDisk } from './store/disk.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { DocumentPlaces } from './updating/document-places.ts'
import type { DocumentTrash } from './trash/document-trash.ts'
import type { DocumentUpdates } from './updating/document-updates.ts'
import { readUpdateReport } from './updating/read-update-report.ts'
import { CopiesOfDocuments } from './uniting/copies-of-documents.ts'
import { unitedRecords } from './uniting/united-records.ts'
import type { KeptReport } from './updating/read-update-report.ts'

type ReadArticle = Pick<OpenedDocument, 'article' | 'html'>

/** After this time a start is over, and the disk has time, in milliseconds. */
const TIDY_AFTER = 10_000

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
  readonly writable: boolean
  readonly writtenNames: OpenLibrary['writtenNames']
  readonly unite: OpenLibrary['unite']
  readonly marks: LibraryMarks
  readonly #index: GuardedDatabase<LibraryIndex>
  readonly #databases: DocumentDatabases
  readonly #notes: DocumentNotes
  readonly #work: LibraryWork
  readonly #places: DocumentPlaces
  readonly #entries: DocumentEntries
  readonly #finder: Finder
  readonly #importing: ImportRunner
  /** Loaded when they are needed: reading starts faster without them. */
  readonly #importer: () => Promise<FileImporter>
  readonly #updates: () => Promise<DocumentUpdates>
  readonly #trash: () => Promise<DocumentTrash>
  readonly #mechanisms: () => Promise<DocumentMechanisms>
  readonly #names: () => Promise<OwnNames>
  readonly #lock: LibraryLock | null
  readonly #warnings: LibraryWarnings
  readonly #now: () => string
  readonly #changed: NonNullable<OpenLibraryOptions['changed']>
  /** What has to be closed; null before it is needed. */
  #madeMechanisms: DocumentMechanisms | null = null
  #madeNames: OwnNames | null = null
  /** Does what is left to tidy up. */
  #tidy = (): void => undefined

  constructor({ options, index, lock, readOnlyReason, warnings }: OpenedLibraryParts) {
    this.path = options.folder
    this.readOnlyReason = readOnlyReason
    this.writable = readOnlyReason === null
    this.#index = index
    this.#lock = lock
    this.#now = options.now
    this.#changed = options.changed ?? (() => undefined)
    const { documents } = libraryPaths(options.folder)
    const { disk = realDisk, now, folder } = options
    const titleOf = (id: string): string => this.#entries.get(id)?.title ?? id
    this.#warnings = new LibraryWarnings(warnings, titleOf, () => this.#changed('warnings'))
    const warn = (id: string, found: readonly string[]): void => this.#warnings.about(id, found)
    const tell = (lines: readonly string[]): void => this.#warnings.tell(lines)
    const united = unitedRecords(options.newId(), {
      warn: (id, found) => (id === null ? tell(found) : warn(id, found)),
      takenIn: id => options.takenIn?.(id),
    })
    const ofLibrary = { folder, readOnlyReason, now, disk, uniting: united.uniting, warn: tell }
    this.#names = once(async () => {
      const { OwnNames } = await import('./own-names.ts')
      return (this.#madeNames = new OwnNames(ofLibrary))
    })
    this.marks = new LibraryMarks(this, { ...ofLibrary, takenIn: id => options.takenIn?.(id), work: () => this.#work })
    this.#importing = options.importer ?? importHere
    const finder = (this.#finder = finderOf({ ...options, names: () => this.ownNames() }))
    this.writtenNames = () => finder.writtenNames()
    this.#entries = new DocumentEntries(index, () => this.#changed('documents'))
    this.#places = new DocumentPlaces({
      documents,
      readOnlyReason,
      disk,
      changeEntry: (id, change) => this.#entries.change(id, change),
      forget: id => this.#databases.forget(id),
    })
    this.#work = new LibraryWork({
      readOnlyReason,
      places: this.#places,
      known: id => this.#entries.known(id),
      prepare: id => copies.takeIn(id),
      touched: options.touched,
    })
    this.#databases = new DocumentDatabases({
      place: id => this.#places.locate(id),
      readOnlyReason,
      now,
      disk,
      entry: id => this.#entries.get(id),
      finder,
      united,
      warn,
    })
    const copies = new CopiesOfDocuments({ folder, databases: this.#databases, united, now, readOnlyReason, warn })
    this.#notes = new DocumentNotes({
      databases: this.#databases,
      united: united.notes,
      work: this.#work,
      listed: (id, fields) => this.#list(id, fields),
    })
    this.#mechanisms = once(async () => {
      const { DocumentMechanisms } = await import('./document-mechanisms.ts')
      return (this.#madeMechanisms = new DocumentMechanisms({
        databases: this.#databases,
        finder,
        united: united.mechanisms,
        readArticle: async id => {
          const read = await this.#readArticle(id)
          return read.ok ? succeed(read.value.article) : read
        },
        work: this.#work,
        counted: (id, mechanisms) => this.#list(id, { mechanisms }),
        tell: (id, finding) => options.finding?.(id, finding),
        warn,
      }))
    })
    this.unite = async other => {
      const { uniteFolder } = await import('./uniting/unite-folder.ts')
      const given = {
        folder,
        index,
        united,
        now,
        databases: this.#databases,
        names: this.#names,
        marks: this.marks,
        work: this.#work,
      }
      return uniteFolder(given, other)
    }
    this.#importer = once(async () => {
      const { FileImporter } = await import('./import-file.ts')
      return new FileImporter(options, this.#importing, index, finder)
    })
    this.#trash = once(async () => {
      const { DocumentTrash } = await import('./trash/document-trash.ts')
      const letGo = async (id: string): Promise<void> => {
        await this.#madeMechanisms?.stop(id)
        await this.#databases.forget(id)
      }
      return new DocumentTrash({
        folder,
        index,
        work: this.#work,
        letGo,
        disk,
        now,
        changed: () => this.#changed('documents'),
      })
    })
    this.#updates = once(async () => {
      const { DocumentUpdates } = await import('./updating/document-updates.ts')
      const [databases, places, entry] = [this.#databases, this.#places, (id: string) => this.#entries.known(id)]
      const given = { documents, finder, importer: this.#importing, writer: united.uniting.writer, disk, now, warn }
      return new DocumentUpdates({ ...given, databases, places, entry })
    })
  }

  get warnings(): readonly string[] {
    return this.#warnings.list
  }

  documents(): readonly DocumentEntry[] {
    return shownEntries(this.#entries.all)
  }

  readDocument(id: string): Promise<Result<OpenedDocument>> {
    return this.#work.together(id, async () => {
      const [content, notes, update] = await Promise.all([
        this.#readArticle(id),
        this.#notes.read(id),
        readUpdateReport(this.#places.folder(id)),
      ])
      if (!content.ok) return content
      if (!notes.ok) this.#warnings.about(id, [`The notes cannot be shown. ${notes.error.message}`])
      if (!update.ok) this.#warnings.about(id, [`What its last update did cannot be shown. ${update.error.message}`])
      return succeed({
        ...content.value,
        ...(notes.ok ? notes.value : { annotations: [], pageNote: null }),
        update: update.ok && update.value?.open ? update.value.report : null,
      })
    })
  }

  readArticle(id: string): Promise<Result<ReadArticle>> {
    return this.#work.together(id, () => this.#readArticle(id))
  }

  readNotes(id: string): ReturnType<DocumentNotes['read']> {
    return this.#work.together(id, () => this.#notes.read(id))
  }

  refresh(id: string): Promise<Result<null>> {
    return this.#work.together(id, () => this.#databases.refresh(id))
  }

  readMechanisms(id: string): Promise<Result<ReadMechanisms>> {
    return this.#work.together(id, async () => (await this.#mechanisms()).read(id))
  }

  async openMechanisms(id: string): Promise<Result<OpenedMechanisms>> {
    return (await this.#mechanisms()).shown(id, await this.readMechanisms(id))
  }

  findMechanisms(id: string): Promise<Result<null>> {
    return this.#work.change(async () => (await this.#mechanisms()).find(id))
  }

  async stopFinding(id: string): Promise<void> {
    await this.#madeMechanisms?.stop(id)
  }

  readReport(id: string): Promise<Result<KeptReport | null>> {
    return this.#work.together(id, () => readUpdateReport(this.#places.folder(id)))
  }

  saveNotes(
    id: string,
    annotations: readonly Annotation[],
    pageNote: PageNote | null,
    others: SingleRecords = {},
  ): Promise<Result<null>> {
    return this.#work.changeTogether(id, () => this.#notes.save(id, annotations, { ...others, pageNote }))
  }

  changeSingles(id: string, change: (now: SingleRecords) => SingleRecords): Promise<Result<null>> {
    return this.#work.changeTogether(id, () => this.#notes.changeSingles(id, change))
  }

  saveMechanisms(id: string, records: ReaderMechanisms): Promise<Result<null>> {
    return this.#work.changeTogether(id, async () => (await this.#mechanisms()).save(id, records))
  }

  async ownNames(): Promise<Result<readonly OwnName[]>> {
    return (await this.#names()).list()
  }

  async saveNames(names: readonly OwnName[]): Promise<Result<null>> {
    const saved = await this.#work.change(async () => (await this.#names()).save(names))
    if (saved.ok) void this.#madeMechanisms?.findInShown()
    return saved
  }

  async trashed(): ReturnType<OpenLibrary['trashed']> {
    return (await this.#trash()).list()
  }

  async moveToTrash(id: string): Promise<Result<string>> {
    return (await this.#trash()).move(id)
  }

  async restoreTrashed(name: string): Promise<Result<string>> {
    return (await this.#trash()).restore(name)
  }

  async emptyTrash(names: readonly string[] | null): Promise<Result<number>> {
    return (await this.#trash()).empty(names)
  }

  savePosition(id: string, position: ReadingPosition): Promise<Result<null>> {
    return this.#work.changeTogether(id, () => this.#entries.moveTo(id, position, this.#now()))
  }

  prepareImport(): void {
    this.#importing.prepare()
  }

  get importsAtOnce(): number {
    return this.#importing.atOnce
  }

  importFile(path: string, options?: ImportOptions): Promise<Result<ImportOutcome>> {
    return this.importSource(fileSource(path), options)
  }

  importSource(source: ImportSource, options?: ImportOptions): Promise<Result<ImportOutcome>> {
    return this.#work.change(async () => {
      const outcome = await (await this.#importer()).import(source, options)
      if (outcome.ok && outcome.value.status === 'imported') this.#changed('documents')
      if (outcome.ok && outcome.value.mechanismsPending) void this.findMechanisms(outcome.value.entry.id)
      return outcome.ok ? succeed(await this.marks.placeWaiting(outcome.value)) : outcome
    })
  }

  updateFile(id: string, path: string, signal?: AbortSignal): Promise<Result<UpdateOutcome>> {
    return this.updateFrom(id, fileSource(path), { ...(signal !== undefined && { signal }) })
  }

  updateFrom(
    id: string,
    source: ImportSource,
    beside: Pick<ImportOptions, 'signal' | 'progress'> = {},
  ): Promise<Result<UpdateOutcome>> {
    return this.#work.changeAlone(id, async () => (await this.#updates()).update(id, source, beside))
  }

  readAgain(id: string, beside: Pick<ImportOptions, 'signal' | 'progress'> = {}): Promise<Result<UpdateOutcome>> {
    return this.#work.changeAlone(id, async () => (await this.#updates()).readAgain(id, beside))
  }

  undoUpdate(id: string): Promise<Result<null>> {
    return this.#work.changeAlone(id, async () => (await this.#updates()).undo(id))
  }

  redoUpdate(id: string): Promise<Result<null>> {
    return this.#work.changeAlone(id, async () => (await this.#updates()).redo(id))
  }

  closeReport(id: string): Promise<Result<null>> {
    return this.#work.changeAlone(id, async () => (await this.#updates()).closeReport(id))
  }

  /**
   * Tidies up in the documents' folders when the start is over, or else when the library is closed: to look into ten thousand folders takes
   * longer than all the rest of opening them. Nobody but closing waits for it.
   */
  tidyDocuments(ids: readonly string[]): void {
    const timer = setTimeout(() => this.#tidy(), TIDY_AFTER)
    timer.unref()
    this.#tidy = () => {
      clearTimeout(timer)
      this.#tidy = () => undefined
      void this.#work.follow(removeLeftOversOfDocuments(this.path, ids))
    }
  }

  async close(): Promise<void> {
    this.#work.end()
    this.#tidy()
    await this.#madeMechanisms?.close()
    await this.#finder.close()
    await this.#importing.close()
    await this.#work.over()
    await this.#databases.close()
    await this.#madeNames?.close()
    await this.marks.close()
    await this.#index.close()
    await this.#lock?.release()
  }

  async #readArticle(id: string): Promise<Result<ReadArticle>> {
    const { paths } = await this.#places.locate(id)
    return readDocument(paths, id)
  }

  /** Nobody has to wait for what the index says of a document's files; when the disk refuses it, it goes down with the next write of the index. */
  #list(id: string, fields: Parameters<DocumentEntries['list']>[1]): void {
    const listed = this.writable ? this.#entries.list(id, fields) : null
    if (listed !== null) void this.#work.follow(listed)
  }
}

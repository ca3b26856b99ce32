import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { SingleRecords } from '#core/annotation/single-records.ts'
import type { Article } from '#core/article/article.ts'
import type { FileProgress } from '#core/article/file-progress.ts'
import type { DocumentEntry, ReadingPosition } from '#core/article/document-entry.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import type { Finding } from '#core/mechanism/finding.ts'
import type { WorkReport } from '#core/foreign-marks/marks-report.ts'
import type { Result } from '#core/result/result.ts'
import type { UpdateReport } from '#core/revision/update-report.ts'
import type { ReadMechanisms } from './document-mechanisms.ts'
import type { ReadNotes } from './document-notes.ts'
import type { LibraryMarks } from './foreign-marks/library-marks.ts'
import type { Extractor } from './finding/extractor.ts'
import type { ImportSource } from './import-source.ts'
import type { ImportRunner } from './importing-apart/import-runner.ts'
import type { ReaderMechanisms } from './merge-mechanisms.ts'
import type { Disk } from './store/disk.ts'
import type { TrashedDocument } from './trash/trash-files.ts'
import type { KeptReport } from './updating/read-update-report.ts'
import type { UnitedFolder } from './uniting/unite-folder.ts'

/** What one import came to. */
export interface ImportOutcome {
  /** `newer-copy`: nothing was imported, because it looks like a newer copy of `entry`. */
  readonly status: 'imported' | 'duplicate' | 'newer-copy'
  readonly entry: DocumentEntry
  readonly warnings: readonly string[]
  /** The document that the file looks like a newer copy of, whether or not it was imported. */
  readonly olderCopy: DocumentEntry | null
  /** True while its mechanisms are being looked for, as `mechanismsLater` allowed. */
  readonly mechanismsPending: boolean
  /** Of an article that marks of other programs waited for: what became of them. */
  readonly marks?: WorkReport
}

export interface ImportOptions {
  /** Imports nothing that looks like a newer copy of a document, so that the reader can be asked. */
  readonly offerUpdate?: boolean
  /** Long texts are imported before their mechanisms are found; these come after, as `finding` tells. */
  readonly mechanismsLater?: boolean
  /** The file is one of the program's own, which need neither a process nor purifying. */
  readonly shipped?: boolean
  /** Ends the import, which then fails with `cancelled` unless it is being written already. */
  readonly signal?: AbortSignal
  /** Told now and then how far a file of pages or chapters has been read. */
  readonly progress?: (progress: FileProgress) => void
}

/** What an update came to. */
export interface UpdateOutcome {
  /** `unchanged`: the file is the one that is read already, or, read again, says what it said. */
  readonly status: 'updated' | 'unchanged'
  readonly entry: DocumentEntry
  readonly report: UpdateReport | null
  /** Of the import. */
  readonly warnings: readonly string[]
}

/** One article with the reader's notes. Deleted annotations are included. */
export interface OpenedDocument extends SingleRecords {
  readonly article: Article
  readonly html: string
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
  /** Of the last update, until the reader has done with it. */
  readonly update: UpdateReport | null
}

/** The mechanisms of one article, and how far the search for them is. */
export interface OpenedMechanisms extends ReadMechanisms {
  readonly finding: Finding
}

/** A library on disk that has been opened. Every promise of a `save…` settles when the change is on the disk, or was refused. */
export interface OpenLibrary {
  /** Absolute path of its folder. */
  readonly path: string
  /** Marks that were made in other programs. */
  readonly marks: Pick<LibraryMarks, 'import' | 'waiting' | 'attach' | 'saveWaiting'>
  readonly writable: boolean
  /** Why it can only be read, in one line; null when it can be written. */
  readonly readOnlyReason: string | null
  /** What was found amiss so far and what was done about it, a line each. A document's files are looked at when it is opened. */
  readonly warnings: readonly string[]
  /** In the order in which they were added. */
  documents(): readonly DocumentEntry[]
  /** Fails only when the article cannot be read: notes that cannot are left out, with a warning. */
  readDocument(id: string): Promise<Result<OpenedDocument>>
  readArticle(id: string): Promise<Result<{ readonly article: Article; readonly html: string }>>
  /** Deleted annotations are included, as tombstones. */
  readNotes(id: string): Promise<Result<ReadNotes>>
  readMechanisms(id: string): Promise<Result<ReadMechanisms>>
  /** Takes in what other copies of the library have brought to a document meanwhile; `takenIn` is called when there was something. */
  refresh(id: string): Promise<Result<null>>
  /**
   * As `readMechanisms`, for showing them: what cannot be read is left out, with a warning, and what may be out of date is
   * looked for again behind it.
   */
  openMechanisms(id: string): Promise<Result<OpenedMechanisms>>
  /** Looks for a document's mechanisms and answers when they are kept. What the reader made of them stays. */
  findMechanisms(id: string): Promise<Result<null>>
  /** Stops the search for a document's mechanisms, if there is one. */
  stopFinding(id: string): Promise<void>
  /** Unites them with what is there, field by field. A null page note leaves the one that is there. */
  saveNotes(
    id: string,
    annotations: readonly Annotation[],
    pageNote: PageNote | null,
    others?: SingleRecords,
  ): Promise<Result<null>>
  /** Keeps the records that `change` makes of those of which the document has one at most; those it leaves out stay. */
  changeSingles(id: string, change: (now: SingleRecords) => SingleRecords): Promise<Result<null>>
  saveMechanisms(id: string, records: ReaderMechanisms): Promise<Result<null>>
  /** The names that the reader gave to entities, deleted ones included. */
  ownNames(): Promise<Result<readonly OwnName[]>>
  /** Every name that counts, the reader's own first, by which passages are told apart; one list while none is changed. */
  writtenNames(): Promise<Result<readonly WrittenName[]>>
  /**
   * Merges by id. The document that was opened last is then looked through again; the others are when they are next
   * opened.
   */
  saveNames(names: readonly OwnName[]): Promise<Result<null>>
  /**
   * Brings in what the library in another folder says, and the documents that are only there. Nothing is changed there. Fails with
   * `library-missing`, `nothing-to-do` for this library itself, or as the disk does.
   */
  unite(folder: string): Promise<Result<UnitedFolder>>
  /** The documents that were moved to the trash, the last one first. */
  trashed(): Promise<Result<readonly TrashedDocument[]>>
  /** Moves a document to the trash; answers with its name there, when it is there. */
  moveToTrash(id: string): Promise<Result<string>>
  /** Puts a document of the trash back into the library; answers with its id. */
  restoreTrashed(name: string): Promise<Result<string>>
  /** Deletes for good what is named of the trash, or (null) all of it; answers with how many documents that were. */
  emptyTrash(names: readonly string[] | null): Promise<Result<number>>
  savePosition(id: string, position: ReadingPosition): Promise<Result<null>>
  /** Gets ready for an import, which then begins sooner. */
  prepareImport(): void
  /** How many imports are worked on at the same time; more may be asked for, and wait. */
  readonly importsAtOnce: number
  /** Imports a file; the same bytes twice give the document that is there. */
  importFile(path: string, options?: ImportOptions): Promise<Result<ImportOutcome>>
  /** The same for what does not come from a file: a fetched page, words of the clipboard. */
  importSource(source: ImportSource, options?: ImportOptions): Promise<Result<ImportOutcome>>
  /**
   * Puts a newer copy in a document's place, whole or not at all: its marks, cards and reading position are taken to the
   * new text, and the version before is kept. Changes that are not saved yet have to be saved before.
   */
  updateFile(id: string, path: string, signal?: AbortSignal): Promise<Result<UpdateOutcome>>
  updateFrom(
    id: string,
    source: ImportSource,
    beside?: Pick<ImportOptions, 'signal' | 'progress'>,
  ): Promise<Result<UpdateOutcome>>
  /** Reads the file that an article came from once more: an update, unless it reads as before. */
  readAgain(id: string, beside?: Pick<ImportOptions, 'signal' | 'progress'>): Promise<Result<UpdateOutcome>>
  /** Reads the version before the last update again, and the other way round. Fails with `nothing-to-do`. */
  undoUpdate(id: string): Promise<Result<null>>
  redoUpdate(id: string): Promise<Result<null>>
  /** What the update that brought the present version did, and whether the reader has not done with it yet; null when there is none. */
  readReport(id: string): Promise<Result<KeptReport | null>>
  closeReport(id: string): Promise<Result<null>>
  /** Waits for pending writes and gives the lock back. */
  close(): Promise<void>
}

/** Opens a library's folder; `create` makes it, with the bundled article, when it is not there. */
export interface OpenLibraryOptions {
  readonly folder: string
  readonly create: boolean
  /** `false` takes no lock and never writes. */
  readonly write: boolean
  /** Folder that holds `articles/`, `lexicon/` and `glossary/`. */
  readonly resources: string
  /** Name and version of the program, for provenance. */
  readonly program: string
  readonly now: () => string
  readonly newId: () => string
  /** The disk that updates are written to; handed in so that tests can stop them after any step. */
  readonly disk?: Disk
  /** Called after the documents' list, or the warnings, became different from what they were before. */
  readonly changed?: (what: 'documents' | 'warnings') => void
  /** What looks for mechanisms; this thread when it is left out. Closed with the library. */
  readonly extractor?: Extractor
  /** What imports files; this thread, without limits, when it is left out. Closed with the library. */
  readonly importer?: ImportRunner
  /**
   * Called after something was taken in that another copy of the library said of a document, or (null) of the reader's names.
   */
  readonly takenIn?: (id: string | null) => void
  /** Called after work that may have changed the files of a document. */
  readonly touched?: (id: string) => void
  /** Called when the search for a document's mechanisms began, came on, or ended. */
  readonly finding?: (id: string, finding: Finding) => void
}

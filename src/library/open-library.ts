import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { Article } from '#core/article/article.ts'
import type { DocumentEntry, ReadingPosition } from '#core/article/document-entry.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { ReaderCard } from '#core/mechanism/reader-card.ts'
import type { Result } from '#core/result/result.ts'

/** What one import came to. */
export interface ImportOutcome {
  readonly status: 'imported' | 'duplicate'
  readonly entry: DocumentEntry
  readonly warnings: readonly string[]
}

/** One article with what belongs to it. Deleted annotations and rejected cards are included. */
export interface OpenedDocument {
  readonly article: Article
  readonly html: string
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
  readonly found: Extraction
  readonly cards: readonly ReaderCard[]
}

/** A library on disk that has been opened. Every promise of a `save…` settles when the change is on the disk, or was refused. */
export interface OpenLibrary {
  /** Absolute path of its folder. */
  readonly path: string
  readonly writable: boolean
  /** Why it can only be read, in one line; null when it can be written. */
  readonly readOnlyReason: string | null
  /** What was found amiss so far and what was done about it, a line each. A document's files are looked at when it is opened. */
  readonly warnings: readonly string[]
  /** In the order in which they were added. */
  documents(): readonly DocumentEntry[]
  /** Fails only when the article cannot be read: notes or cards that cannot are left out, with a warning. */
  readDocument(id: string): Promise<Result<OpenedDocument>>
  readArticle(id: string): Promise<Result<{ readonly article: Article; readonly html: string }>>
  /** Deleted annotations are included, as tombstones. */
  readNotes(
    id: string,
  ): Promise<Result<{ readonly annotations: readonly Annotation[]; readonly pageNote: PageNote | null }>>
  readMechanisms(id: string): Promise<Result<{ readonly found: Extraction; readonly cards: readonly ReaderCard[] }>>
  /** Merges by id: the higher version of a record stays. A null page note leaves the one that is there. */
  saveNotes(id: string, annotations: readonly Annotation[], pageNote: PageNote | null): Promise<Result<null>>
  saveCards(id: string, cards: readonly ReaderCard[]): Promise<Result<null>>
  savePosition(id: string, position: ReadingPosition): Promise<Result<null>>
  /** Imports a file; the same bytes twice give the document that is there. */
  importFile(path: string): Promise<Result<ImportOutcome>>
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
  /** Called after the documents' list, or the warnings, became different from what they were before. */
  readonly changed?: (what: 'documents' | 'warnings') => void
}

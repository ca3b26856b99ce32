import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { countShown } from './count-shown.ts'
import { entryOfArticle } from './entry-of-article.ts'
import { entryOfSource } from './entry-of-source.ts'
import type { Finder, FoundMechanisms } from './finding/finder.ts'
import { NOT_LOOKED_FOR_YET } from './finding/nothing-found.ts'
import { findOlderCopy } from './find-older-copy.ts'
import { orderOf } from './import-source.ts'
import type { GivenFile, ImportSource } from './import-source.ts'
import { documentId } from './importing/document-id.ts'
import type { ImportedArticle, ImportRunner } from './importing-apart/import-runner.ts'
import { importShipped } from './importing-apart/import-shipped.ts'
import { libraryPaths } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { documentFolders } from './library-index.ts'
import type { ImportOptions, ImportOutcome, OpenLibraryOptions } from './open-library.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { Turns } from './store/turns.ts'
import { trashFolders } from './trash/trash-files.ts'
import { writeDocumentFolder } from './write-document-folder.ts'

/** Of texts with more characters the mechanisms come after: they would take longer than an import has to. */
const LONG_TEXT = 100_000

const CANCELLED = fail('cancelled', 'The import was cancelled. Nothing in the library was changed.')

const newerCopy = (olderCopy: DocumentEntry, { provenance }: Article): Result<ImportOutcome> =>
  succeed({
    status: 'newer-copy',
    entry: olderCopy,
    warnings: provenance.warnings,
    olderCopy,
    mechanismsPending: false,
  })

/** Imports files into one library, several at once. What is written is written one after another. */
export class FileImporter {
  readonly #options: OpenLibraryOptions
  readonly #importer: ImportRunner
  readonly #index: GuardedDatabase<LibraryIndex>
  readonly #finder: Finder
  /** Writing into the library. */
  readonly #writing = new Turns()
  /** Imports that are under way, by the hash of their bytes: the same bytes given twice at once are found to be one. */
  readonly #underWay = new Map<string, Promise<unknown>>()

  constructor(
    options: OpenLibraryOptions,
    importer: ImportRunner,
    index: GuardedDatabase<LibraryIndex>,
    finder: Finder,
  ) {
    this.#options = options
    this.#importer = importer
    this.#finder = finder
    this.#index = index
  }

  async import(source: ImportSource, options: ImportOptions = {}): Promise<Result<ImportOutcome>> {
    const { signal } = options
    if (signal?.aborted === true) return CANCELLED
    const read = await source(signal)
    if (!read.ok) return read
    const { hash } = read.value
    for (let same = this.#underWay.get(hash); same !== undefined; same = this.#underWay.get(hash)) await same
    const imported = this.#import(read.value, options)
    const over = imported.catch(() => null).then(() => this.#underWay.delete(hash))
    this.#underWay.set(hash, over)
    return imported
  }

  async #import(
    given: GivenFile,
    { offerUpdate = false, mechanismsLater = false, shipped = false, signal, progress }: ImportOptions,
  ): Promise<Result<ImportOutcome>> {
    const isCancelled = (): boolean => signal?.aborted === true
    if (isCancelled()) return CANCELLED
    const { hash, companions } = given
    const known = entryOfSource(this.#index.data.documents, hash)
    if (known)
      return succeed({ status: 'duplicate', entry: known, warnings: [], olderCopy: null, mechanismsPending: false })

    const { program, now } = this.#options
    const order = { ...orderOf(given), now: now(), program }
    const runner = shipped ? importShipped : this.#importer
    const imported = await runner.run(given, order, { signal, companions, progress })
    if (!imported.ok) return imported
    const { article } = imported.value
    if (offerUpdate) {
      // Before its mechanisms are looked for, which may take long.
      const olderCopy = await this.#olderCopy(article)
      if (olderCopy !== null) return newerCopy(olderCopy, article)
    }
    const mechanismsPending = mechanismsLater && article.text.length > LONG_TEXT
    const found = mechanismsPending ? succeed(NOT_LOOKED_FOR_YET) : await this.#finder.find(article, { signal })
    return this.#writing.take(async () => {
      if (isCancelled()) return CANCELLED
      // Once more: one that was imported beside this one may be what it is a copy of.
      const olderCopy = await this.#olderCopy(article)
      if (olderCopy !== null && offerUpdate) return newerCopy(olderCopy, article)
      const entry = await this.#write(given, imported.value, found.ok ? found.value : NOT_LOOKED_FOR_YET)
      if (!entry.ok) return entry
      const warnings = [
        ...article.provenance.warnings,
        ...(found.ok ? [] : [`Its mechanisms were not found. ${found.error.message}`]),
      ]
      return succeed({ status: 'imported', entry: entry.value, warnings, olderCopy, mechanismsPending })
    })
  }

  #olderCopy(article: Article): Promise<DocumentEntry | null> {
    return findOlderCopy(libraryPaths(this.#options.folder).documents, article, this.#index.data.documents)
  }

  /** Writes the document and its line in the index, both or neither. */
  async #write(
    { hash, bytes }: GivenFile,
    { article, html, assets, layout = null }: ImportedArticle,
    mechanisms: FoundMechanisms,
  ): Promise<Result<DocumentEntry>> {
    const { documents } = libraryPaths(this.#options.folder)
    const folders = await documentFolders(documents)
    if (!folders.ok) return folders
    const trashed = await trashFolders(this.#options.folder)
    if (!trashed.ok) return trashed
    // Of two with one name that in the trash could not be put back.
    const taken = new Set([...folders.value, ...trashed.value, ...this.#index.data.documents.map(({ id }) => id)])
    const id = documentId(article.metadata.title, hash, name => taken.has(name))
    const document = { article: { ...article, id }, html, assets, layout, source: bytes }
    const written = await writeDocumentFolder(documents, document, mechanisms)
    if (!written.ok) return written
    const entry = entryOfArticle(document.article, {
      annotations: 0,
      mechanisms: countShown({ found: mechanisms.found, cards: [] }),
    })
    const indexed = await this.#addToIndex(documents, entry)
    return indexed.ok ? succeed(entry) : indexed
  }

  /** When the index cannot be written the import did not happen, so the folder goes again. */
  async #addToIndex(documents: string, entry: DocumentEntry): Promise<Result<null>> {
    const added = await this.#index.update(index => ({ ...index, documents: [...index.documents, entry] }))
    if (added.ok) return added
    await this.#index.update(index => ({ ...index, documents: index.documents.filter(({ id }) => id !== entry.id) }))
    await Promise.allSettled([rm(join(documents, entry.id), { recursive: true, force: true })])
    return added
  }
}

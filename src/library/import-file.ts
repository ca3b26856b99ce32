import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { companionsInFolder } from './companions-in-folder.ts'
import { countShown } from './count-shown.ts'
import { entryOfArticle } from './entry-of-article.ts'
import type { Finder } from './finding/finder.ts'
import { NOT_LOOKED_FOR_YET } from './finding/nothing-found.ts'
import { findOlderCopy } from './find-older-copy.ts'
import { documentId } from './importing/document-id.ts'
import type { ImportRunner } from './importing-apart/import-runner.ts'
import { importShipped } from './importing-apart/import-shipped.ts'
import { libraryPaths } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { documentFolders } from './library-index.ts'
import type { ImportOptions, ImportOutcome, OpenLibraryOptions } from './open-library.ts'
import { readSourceFile } from './read-source-file.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { trashFolders } from './trash/trash-files.ts'
import { writeDocumentFolder } from './write-document-folder.ts'

/** Of texts with more characters the mechanisms come after: they would take longer than an import has to. */
const LONG_TEXT = 100_000

const CANCELLED = fail('cancelled', 'The import was cancelled. Nothing in the library was changed.')

/** Imports files into one library, one after another, so that the same file given twice at once is found to be one. */
export class FileImporter {
  readonly #options: OpenLibraryOptions
  readonly #importer: ImportRunner
  readonly #index: GuardedDatabase<LibraryIndex>
  readonly #finder: Finder
  #last: Promise<unknown> = Promise.resolve()

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

  /** `path` names a file anywhere. */
  import(path: string, options: ImportOptions = {}): Promise<Result<ImportOutcome>> {
    const outcome = this.#last.then(() => this.#import(path, options))
    this.#last = outcome.catch(() => null)
    return outcome
  }

  async #import(
    path: string,
    { offerUpdate = false, mechanismsLater = false, more = false, shipped = false, signal }: ImportOptions,
  ): Promise<Result<ImportOutcome>> {
    const isCancelled = (): boolean => signal?.aborted === true
    if (isCancelled()) return CANCELLED
    const read = await readSourceFile(path)
    if (!read.ok) return read
    const { bytes, hash } = read.value
    const known = this.#index.data.documents.find(
      ({ sourceHash, otherSources = [] }) => sourceHash === hash || otherSources.includes(hash),
    )
    if (known)
      return succeed({ status: 'duplicate', entry: known, warnings: [], olderCopy: null, mechanismsPending: false })

    const { folder, program, now } = this.#options
    const order = { fileName: basename(path), now: now(), program }
    const importing = (shipped ? importShipped : this.#importer).run(read.value, order, {
      signal,
      companions: companionsInFolder(path),
    })
    // The next file's process starts while this one is imported.
    if (more) this.#importer.prepare()
    const imported = await importing
    if (!imported.ok) return imported
    const { documents } = libraryPaths(folder)
    const folders = await documentFolders(documents)
    if (!folders.ok) return folders
    const trashed = await trashFolders(folder)
    if (!trashed.ok) return trashed
    // Of two with one name that in the trash could not be put back.
    const taken = new Set([...folders.value, ...trashed.value, ...this.#index.data.documents.map(({ id }) => id)])
    const id = documentId(imported.value.article.metadata.title, hash, name => taken.has(name))
    const article = { ...imported.value.article, id }

    const olderCopy = await findOlderCopy(documents, article, this.#index.data.documents)
    if (olderCopy !== null && offerUpdate)
      return succeed({
        status: 'newer-copy',
        entry: olderCopy,
        warnings: article.provenance.warnings,
        olderCopy,
        mechanismsPending: false,
      })
    const mechanismsPending = mechanismsLater && article.text.length > LONG_TEXT
    const found = mechanismsPending ? succeed(NOT_LOOKED_FOR_YET) : await this.#finder.find(article, { signal })
    if (isCancelled()) return CANCELLED
    const mechanisms = found.ok ? found.value : NOT_LOOKED_FOR_YET
    const { html, assets, layout = null } = imported.value
    const document = { article, html, assets, layout, source: bytes }
    const written = await writeDocumentFolder(documents, document, mechanisms)
    if (!written.ok) return written
    const entry = entryOfArticle(article, {
      annotations: 0,
      mechanisms: countShown({ found: mechanisms.found, cards: [] }),
    })
    const indexed = await this.#addToIndex(documents, entry)
    if (!indexed.ok) return indexed
    const warnings = [
      ...article.provenance.warnings,
      ...(found.ok ? [] : [`Its mechanisms were not found. ${found.error.message}`]),
    ]
    return succeed({ status: 'imported', entry, warnings, olderCopy, mechanismsPending })
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

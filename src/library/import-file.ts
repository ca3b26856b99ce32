import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { countShown } from './count-shown.ts'
import { entryOfArticle } from './entry-of-article.ts'
import { contentHash } from './importing/content-hash.ts'
import type { Finder } from './finding/finder.ts'
import { NOT_LOOKED_FOR_YET } from './finding/nothing-found.ts'
import { findOlderCopy } from './find-older-copy.ts'
import { libraryPaths } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { documentFolders } from './library-index.ts'
import type { ImportOptions, ImportOutcome, OpenLibraryOptions } from './open-library.ts'
import { readSourceFile } from './read-source-file.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { writeDocumentFolder } from './write-document-folder.ts'

/** Of texts with more characters the mechanisms come after: they would take longer than an import has to. */
const LONG_TEXT = 100_000

/** Imports files into one library, one after another, so that the same file given twice at once is found to be one. */
export class FileImporter {
  readonly #options: OpenLibraryOptions
  readonly #index: GuardedDatabase<LibraryIndex>
  readonly #finder: Finder
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: OpenLibraryOptions, index: GuardedDatabase<LibraryIndex>, finder: Finder) {
    this.#options = options
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
    { offerUpdate = false, mechanismsLater = false }: ImportOptions,
  ): Promise<Result<ImportOutcome>> {
    const bytes = await readSourceFile(path)
    if (!bytes.ok) return bytes
    const hash = contentHash(bytes.value)
    const known = this.#index.data.documents.find(
      ({ sourceHash, otherSources = [] }) => sourceHash === hash || otherSources.includes(hash),
    )
    if (known)
      return succeed({ status: 'duplicate', entry: known, warnings: [], olderCopy: null, mechanismsPending: false })

    // Loaded when it is needed: commands that only read start faster without it.
    const { importDocument } = await import('./importing/import-document.ts')
    const { folder, program, now } = this.#options
    const { documents } = libraryPaths(folder)
    const folders = await documentFolders(documents)
    if (!folders.ok) return folders
    const taken = new Set([...folders.value, ...this.#index.data.documents.map(({ id }) => id)])
    const document = await importDocument(bytes.value, {
      fileName: basename(path),
      now: now(),
      program,
      taken: id => taken.has(id),
    })
    if (!document.ok) return document

    const { article } = document.value
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
    const found = mechanismsPending ? succeed(NOT_LOOKED_FOR_YET) : await this.#finder.find(article)
    const mechanisms = found.ok ? found.value : NOT_LOOKED_FOR_YET
    const written = await writeDocumentFolder(documents, document.value, mechanisms)
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

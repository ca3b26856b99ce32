import { readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Lexicon } from '#core/mechanism/lexicon.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { countMechanisms, entryOfArticle } from './document-entry.ts'
import { contentHash } from './importing/content-hash.ts'
import { libraryPaths } from './library-files.ts'
import type { LibraryIndex } from './library-files.ts'
import { documentFolders } from './library-index.ts'
import type { ImportOutcome, OpenLibraryOptions } from './open-library.ts'
import { readLexicon } from './read-resources.ts'
import { readFailure } from './store/disk-failure.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { writeDocumentFolder } from './write-document-folder.ts'

/** A page of text is far smaller; what is larger is no article, or one that would not fit into memory several times. */
const LARGEST_FILE = 64 * 1024 * 1024

const readLimited = async (path: string): Promise<Result<Uint8Array>> => {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE)
      return fail('not-readable', `${path} is larger than 64 MiB. Pathmark imports articles up to that size.`)
    return succeed(await readFile(path))
  } catch (error) {
    return { ok: false, error: readFailure(error, path) }
  }
}

/** Imports files into one library, one after another, so that the same file given twice at once is found to be one. */
export class FileImporter {
  readonly #options: OpenLibraryOptions
  readonly #index: GuardedDatabase<LibraryIndex>
  #lexicon: Lexicon | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: OpenLibraryOptions, index: GuardedDatabase<LibraryIndex>) {
    this.#options = options
    this.#index = index
  }

  /** `path` names a file anywhere. */
  import(path: string): Promise<Result<ImportOutcome>> {
    const outcome = this.#last.then(() => this.#import(path))
    this.#last = outcome.catch(() => null)
    return outcome
  }

  async #import(path: string): Promise<Result<ImportOutcome>> {
    const bytes = await readLimited(path)
    if (!bytes.ok) return bytes
    const hash = contentHash(bytes.value)
    const known = this.#index.data.documents.find(({ sourceHash }) => sourceHash === hash)
    if (known) return succeed({ status: 'duplicate', entry: known, warnings: [] })

    // Loaded when it is needed: commands that only read start faster without it.
    const { importDocument } = await import('./importing/import-document.ts')
    const { folder, resources, program, now } = this.#options
    const { documents } = libraryPaths(folder)
    const [lexicon, folders] = await Promise.all([this.#readLexicon(resources), documentFolders(documents)])
    if (!lexicon.ok) return lexicon
    if (!folders.ok) return folders
    const taken = new Set([...folders.value, ...this.#index.data.documents.map(({ id }) => id)])
    const document = importDocument(bytes.value, {
      fileName: basename(path),
      lexicon: lexicon.value,
      now: now(),
      program,
      taken: id => taken.has(id),
    })
    if (!document.ok) return document

    const { article, found } = document.value
    const written = await writeDocumentFolder(documents, document.value, program)
    if (!written.ok) return written
    const entry = entryOfArticle(article, { annotations: 0, mechanisms: countMechanisms(found, []) })
    const indexed = await this.#addToIndex(documents, entry)
    return indexed.ok ? succeed({ status: 'imported', entry, warnings: article.provenance.warnings }) : indexed
  }

  /** When the index cannot be written the import did not happen, so the folder goes again. */
  async #addToIndex(documents: string, entry: DocumentEntry): Promise<Result<null>> {
    const added = await this.#index.update(index => ({ ...index, documents: [...index.documents, entry] }))
    if (added.ok) return added
    await this.#index.update(index => ({ ...index, documents: index.documents.filter(({ id }) => id !== entry.id) }))
    await Promise.allSettled([rm(join(documents, entry.id), { recursive: true, force: true })])
    return added
  }

  async #readLexicon(resources: string): Promise<Result<Lexicon>> {
    if (this.#lexicon) return succeed(this.#lexicon)
    const read = await readLexicon(resources)
    if (read.ok) this.#lexicon = read.value
    return read
  }
}

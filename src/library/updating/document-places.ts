import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { succeed } from '#core/result/result.ts'
import type { Failure, Result } from '#core/result/result.ts'
import type { DocumentPlace } from '../document-databases.ts'
import { documentPaths, versionPaths } from '../library-files.ts'
import { moveTo } from '../library-index.ts'
import type { Disk } from '../store/disk.ts'
import { writeDurably } from '../store/durable-file.ts'
import { serialise } from '../store/serialise.ts'
import { readVersions } from './read-version.ts'

export interface DocumentPlacesOptions {
  /** The folder of all documents. */
  readonly documents: string
  readonly readOnlyReason: string | null
  readonly disk: Disk
  /** Puts another line into the index; answers when it is on the disk. */
  readonly changeEntry: (id: string, change: (entry: DocumentEntry) => DocumentEntry) => Promise<Result<null>>
  /** Lets go of the document's open files. */
  readonly forget: (id: string) => Promise<void>
}

const BEING_PLACED = 'Another program is updating this article.'

/**
 * Where the files of each document are: in its folder, or, for as long as an update is not finished, in the folder of
 * the version that counts.
 */
export class DocumentPlaces {
  readonly #options: DocumentPlacesOptions
  /** Documents whose files are known to be in place. */
  readonly #settled = new Set<string>()
  readonly #refused = new Map<string, Failure>()

  constructor(options: DocumentPlacesOptions) {
    this.#options = options
  }

  /** The document's own folder. */
  folder(id: string): string {
    return join(this.#options.documents, id)
  }

  /** True when there is nothing to finish, or nothing may be. */
  isSettled(id: string): boolean {
    return this.#options.readOnlyReason !== null || this.#settled.has(id)
  }

  /** To be called when `versions.json` has named another version. */
  unsettle(id: string): void {
    this.#settled.delete(id)
  }

  async locate(id: string): Promise<DocumentPlace> {
    const { readOnlyReason } = this.#options
    const folder = this.folder(id)
    const versions = this.#settled.has(id) ? null : await readVersions(folder)
    if (!versions?.ok || versions.value === null || versions.value.placing === null) {
      return { paths: documentPaths(folder), readOnlyReason }
    }
    const paths = versionPaths(folder, versions.value.current)
    return {
      paths: { ...paths, notes: paths.notesBegun, mechanisms: paths.mechanismsBegun },
      readOnlyReason: readOnlyReason ?? this.#refused.get(id)?.message ?? BEING_PLACED,
    }
  }

  /**
   * Finishes an update that was interrupted, or has just been decided. Nothing else may be under way on the document.
   * When the disk refuses, the version that counts is read from its own folder, and this is tried again the next time.
   */
  async settle(id: string): Promise<Result<null>> {
    if (this.isSettled(id)) return succeed(null)
    const folder = this.folder(id)
    const versions = await readVersions(folder)
    if (!versions.ok || versions.value === null || versions.value.placing === null) {
      this.#settled.add(id)
      return succeed(null)
    }
    await this.#options.forget(id)
    const finished = await this.#finish(id, folder)
    if (!finished.ok) {
      this.#refused.set(id, finished.error)
      return finished
    }
    this.#refused.delete(id)
    this.#settled.add(id)
    return finished
  }

  async #finish(id: string, folder: string): Promise<Result<null>> {
    const { documents, disk, changeEntry } = this.#options
    const versions = await readVersions(folder)
    if (!versions.ok) return versions
    if (versions.value?.placing == null) return succeed(null)
    const { current, placing } = versions.value
    // Loaded when it is needed: almost no start finds an update to finish.
    const { placeVersion } = await import('./place-version.ts')
    const { entryOfFolder } = await import('../restoring/entries-of-folders.ts')
    const placed = await placeVersion(folder, current, disk)
    if (!placed.ok) return placed
    const entry = await entryOfFolder(documents, id)
    if (!entry.ok) return entry
    const indexed = await changeEntry(id, before => ({
      ...withoutDerived(before),
      ...entry.value,
      position: moveTo(placing.position, before.position),
    }))
    if (!indexed.ok) return indexed
    return writeDurably(documentPaths(folder).versions, serialise({ ...versions.value, placing: null }), { disk })
  }
}

/** Without the fields that may be absent from the entry that takes its place. */
const withoutDerived = (entry: DocumentEntry): Partial<DocumentEntry> => {
  const {
    publisher: _publisher,
    address: _address,
    otherSources: _others,
    published: _published,
    keywords: _keywords,
    ...rest
  } = entry
  return rest
}

import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { entryOfSource } from '../entry-of-source.ts'
import { FORMAT, isDocumentId, libraryPaths } from '../library-files.ts'
import type { LibraryIndex } from '../library-files.ts'
import type { LibraryWork } from '../library-work.ts'
import { entryOfFolder } from '../restoring/entries-of-folders.ts'
import { writeFailure } from '../store/disk-failure.ts'
import type { Disk } from '../store/disk.ts'
import { flushFolder, temporaryPath, writeDurably } from '../store/durable-file.ts'
import { isThere } from '../store/is-there.ts'
import type { GuardedDatabase } from '../store/guarded-database.ts'
import { serialise } from '../store/serialise.ts'
import { TRASH, TRASHED_FILE, readTrash, trashFolders } from './trash-files.ts'
import type { Trashed, TrashedDocument } from './trash-files.ts'

export interface DocumentTrashOptions {
  /** The library's folder. */
  readonly folder: string
  readonly index: GuardedDatabase<LibraryIndex>
  readonly work: Pick<LibraryWork, 'change' | 'changeAlone'>
  /** Writes what is pending of a document, and lets go of its files. */
  readonly letGo: (id: string) => Promise<void>
  /** Called after the list of documents became another one. */
  readonly changed: () => void
  readonly disk: Disk
  readonly now: () => string
}

const unknown = (name: string): Result<never> =>
  fail('document-unknown', `There is nothing called “${name}” in the trash. Choose one of its list.`)

/** The documents that the reader has moved to the library's trash. */
export class DocumentTrash {
  readonly #options: DocumentTrashOptions

  constructor(options: DocumentTrashOptions) {
    this.#options = options
  }

  list(): Promise<Result<readonly TrashedDocument[]>> {
    return readTrash(this.#options.folder)
  }

  /**
   * Moves a document's folder to the trash and takes it out of the index; answers, when the disk has both, with its name there. Stopped in
   * between, it is where it was, or in the trash and taken out of the index when the library is next opened.
   */
  move(id: string): Promise<Result<string>> {
    const { folder, index, work, letGo, disk, now, changed } = this.#options
    return work.changeAlone(id, async () => {
      const entry = index.data.documents.find(document => document.id === id)
      if (entry === undefined) return unknown(id)
      const from = join(libraryPaths(folder).documents, id)
      await letGo(id)
      try {
        const about: Trashed = { format: FORMAT, trashed: now(), entry }
        const written = await writeDurably(join(from, TRASHED_FILE), serialise(about), { disk, keepPrevious: false })
        if (!written.ok) return written
        await mkdir(join(folder, TRASH), { recursive: true, mode: 0o700 })
        const name = await this.#freeName(id)
        await rename(from, join(folder, TRASH, name))
        await flushFolder(join(folder, TRASH))
        await flushFolder(libraryPaths(folder).documents)
        const listed = await index.update(data => ({
          ...data,
          documents: data.documents.filter(document => document.id !== id),
        }))
        changed()
        return listed.ok ? succeed(name) : listed
      } catch (error) {
        return { ok: false, error: writeFailure(error, from) }
      }
    })
  }

  /**
   * Puts a document back into the library, at the end of its list; answers with its id. Fails with `nothing-to-do` when its place is taken, or
   * when its file was imported again meanwhile.
   */
  restore(name: string): Promise<Result<string>> {
    const { folder, index, work, changed } = this.#options
    return work.change(async () => {
      const found = await this.#known(name)
      if (!found.ok) return found
      const { entry } = found.value
      const { documents } = libraryPaths(folder)
      const to = join(documents, entry.id)
      try {
        if (await isThere(to))
          return fail(
            'nothing-to-do',
            `“${entry.title}” cannot be put back: an article of the same name (${entry.id}) is in the library. Move that one to the trash first.`,
          )
        // Listed under its own id while its folder is here, it is put back all the same.
        const others = index.data.documents.filter(({ id }) => id !== entry.id)
        const again = [entry.sourceHash, ...(entry.otherSources ?? [])]
          .map(hash => entryOfSource(others, hash))
          .find(other => other !== undefined)
        if (again !== undefined)
          return fail(
            'nothing-to-do',
            `“${entry.title}” cannot be put back: it was imported again meanwhile, as “${again.title}”, and would stand in the library twice. Move that one to the trash first.`,
          )
        await rename(join(folder, TRASH, name), to)
        await flushFolder(documents)
        await flushFolder(join(folder, TRASH))
        const derived = await entryOfFolder(documents, entry.id)
        const restored = {
          ...entry,
          ...(derived.ok && derived.value),
          position: entry.position,
        }
        const listed = await index.update(data => ({
          ...data,
          documents: [...data.documents.filter(({ id }) => id !== entry.id), restored],
        }))
        await Promise.allSettled([rm(join(to, TRASHED_FILE))])
        changed()
        return listed.ok ? succeed(entry.id) : listed
      } catch (error) {
        return { ok: false, error: writeFailure(error, to) }
      }
    })
  }

  /** Deletes what is in the trash for good, of those that are named, or (null) all; answers with their number. */
  empty(names: readonly string[] | null): Promise<Result<number>> {
    const { folder, work } = this.#options
    return work.change(async () => {
      const there = await readTrash(folder)
      if (!there.ok) return there
      const going = there.value.filter(({ name }) => names === null || names.includes(name))
      for (const { name } of going) {
        const path = join(folder, TRASH, name)
        // Under this name nobody takes what is left for a document, when this is interrupted.
        const unfinished = temporaryPath(path)
        try {
          await rename(path, unfinished)
          await rm(unfinished, { recursive: true, force: true })
        } catch (error) {
          return { ok: false, error: writeFailure(error, path) }
        }
      }
      return succeed(going.length)
    })
  }

  async #known(name: string): Promise<Result<TrashedDocument>> {
    const there = await this.list()
    if (!there.ok) return there
    const found = there.value.find(document => document.name === name)
    return found === undefined ? unknown(name) : succeed(found)
  }

  /** A name in the trash that nothing has yet: the id, or that with a number. */
  async #freeName(id: string): Promise<string> {
    const folders = await trashFolders(this.#options.folder)
    const taken = new Set(folders.ok ? folders.value : [])
    for (let attempt = 1; ; attempt += 1) {
      const name = attempt === 1 ? id : `${id.slice(0, 58)}-${attempt}`
      if (isDocumentId(name) && !taken.has(name)) return name
    }
  }
}

import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { nameOfWord } from '#core/mechanism/entities/name-of-word.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { orderOf } from '../import-source.ts'
import type { GivenFile, ImportSource } from '../import-source.ts'
import { keptSource } from '../kept-source.ts'
import type { DocumentDatabases } from '../document-databases.ts'
import type { ImportedDocument } from '../importing/import-document.ts'
import type { ImportRunner } from '../importing-apart/import-runner.ts'
import { documentPaths, versionPaths } from '../library-files.ts'
import type { Versions } from '../library-files.ts'
import type { ImportOptions, UpdateOutcome } from '../open-library.ts'
import { readDocument } from '../read-document.ts'
import type { Finder } from '../finding/finder.ts'
import type { Disk } from '../store/disk.ts'
import { writeDurably } from '../store/durable-file.ts'
import { serialise } from '../store/serialise.ts'
import type { DocumentPlaces } from './document-places.ts'
import { readMarks, readVersions } from './read-version.ts'
import { readsAsBefore } from './reads-as-before.ts'
import { switchVersion } from './switch-version.ts'
import type { Marks, VersionSwitch } from './switch-version.ts'

export interface DocumentUpdatesOptions {
  /** The folder of all documents. */
  readonly documents: string
  readonly databases: DocumentDatabases
  readonly places: DocumentPlaces
  readonly finder: Finder
  readonly importer: ImportRunner
  /** Stands for this opening of the library in the records that are taken to another text. */
  readonly writer: string
  readonly disk: Disk
  readonly now: () => string
  /** The document's line in the index. */
  readonly entry: (id: string) => Result<DocumentEntry>
  readonly warn: (id: string, warnings: readonly string[]) => void
}

interface CurrentState extends Marks {
  readonly entry: DocumentEntry
  readonly versions: Versions | null
  readonly article: ImportedDocument['article']
  readonly html: string
}

type Beside = Pick<ImportOptions, 'signal' | 'progress'>

const nothing = (message: string): Result<never> => fail('nothing-to-do', message)

/** Puts newer copies in the place of articles, and takes that back. Each change must stand alone on its document. */
export class DocumentUpdates {
  readonly #options: DocumentUpdatesOptions

  constructor(options: DocumentUpdatesOptions) {
    this.#options = options
  }

  async update(id: string, from: ImportSource, beside: Beside = {}): Promise<Result<UpdateOutcome>> {
    const source = await from(beside.signal)
    if (!source.ok) return source
    const current = await this.#readCurrent(id)
    if (!current.ok) return current
    const { entry, article } = current.value
    return source.value.hash === article.provenance.sourceHash
      ? succeed({ status: 'unchanged', entry, report: null, warnings: [] })
      : this.#replace(id, current.value, source.value, beside)
  }

  /**
   * Reads the file that came in once more, which may give more than it did when it was imported: by an older version of the program, say. An update
   * like another, unless it reads as before.
   */
  async readAgain(id: string, beside: Beside = {}): Promise<Result<UpdateOutcome>> {
    const current = await this.#readCurrent(id)
    if (!current.ok) return current
    const source = await keptSource(this.#folder(id), current.value.article)
    if (!source.ok) return source
    const layoutPath = documentPaths(this.#folder(id)).layout
    const isAsBefore = (document: ImportedDocument): Promise<boolean> =>
      readsAsBefore({ ...current.value, layoutPath }, document)
    return this.#replace(id, current.value, source.value, beside, isAsBefore)
  }

  /** Puts what a file is read as in the place of what is there, unless that `isAsBefore`. */
  async #replace(
    id: string,
    current: CurrentState,
    source: GivenFile,
    { signal, progress }: Beside,
    isAsBefore: (document: ImportedDocument) => Promise<boolean> = async () => false,
  ): Promise<Result<UpdateOutcome>> {
    const { entry } = current
    const { finder, importer, now } = this.#options
    const names = await finder.writtenNames()
    if (!names.ok) return names
    // Loaded when it is needed: commands that only read start faster without it.
    const { planUpdate } = await import('./plan-update.ts')
    const time = now()
    const order = { ...orderOf(source), now: time, program: finder.program }
    const imported = await importer.run(source, order, { signal, progress, companions: source.companions })
    if (!imported.ok) return imported
    const { html, assets, layout = null } = imported.value
    const document = { article: { ...imported.value.article, id }, html, assets, layout, source: source.bytes }
    if (await isAsBefore(document)) return succeed({ status: 'unchanged', entry, report: null, warnings: [] })
    const found = await finder.find(document.article, { signal })
    if (!found.ok) return found
    if (signal?.aborted === true) return fail('cancelled', 'The update was cancelled. The article is as it was.')
    const { notes, mechanisms, ...state } = current
    const plan = planUpdate({
      ...state,
      marks: { notes, mechanisms },
      document,
      found: found.value,
      nameOf: nameOfWord(names.value),
      now: time,
    })
    const done = await this.#carryOut(id, plan)
    if (!done.ok) return done
    const updated = this.#options.entry(id)
    return succeed({
      status: 'updated',
      entry: updated.ok ? updated.value : entry,
      report: plan.brought?.report ?? null,
      warnings: document.article.provenance.warnings,
    })
  }

  async undo(id: string): Promise<Result<null>> {
    const read = await this.#versions(id)
    if (!read.ok) return read
    const replaced = read.value?.versions.find(({ number }) => number === read.value?.current)?.replaced ?? null
    return replaced === null
      ? nothing('There is no update of this article that could be taken back.')
      : this.#returnTo(id, replaced)
  }

  async redo(id: string): Promise<Result<null>> {
    const read = await this.#versions(id)
    if (!read.ok) return read
    const undone = read.value?.undone.at(-1)
    return undone === undefined
      ? nothing('There is no update of this article that was taken back.')
      : this.#returnTo(id, undone)
  }

  async closeReport(id: string): Promise<Result<null>> {
    const read = await this.#versions(id)
    if (!read.ok) return read
    if (!read.value?.reportOpen) return succeed(null)
    const content = serialise({ ...read.value, reportOpen: false })
    return writeDurably(documentPaths(this.#folder(id)).versions, content, { disk: this.#options.disk })
  }

  #folder(id: string): string {
    return join(this.#options.documents, id)
  }

  #versions(id: string): Promise<Result<Versions | null>> {
    return readVersions(this.#folder(id))
  }

  /** The document as it is, with all that was typed on the disk; fails when something of it cannot be read or written. */
  async #readCurrent(id: string): Promise<Result<CurrentState>> {
    const { databases, entry: entryOf } = this.#options
    const entry = entryOf(id)
    if (!entry.ok) return entry
    const versions = await this.#versions(id)
    if (!versions.ok) return versions
    if (versions.value !== null && versions.value.placing !== null)
      return fail(
        'not-writable',
        'The last update of this article is not finished yet. Make room on the disk and try again.',
      )
    const read = await readDocument(documentPaths(this.#folder(id)), id)
    if (!read.ok) return read
    const [notes, mechanisms] = [await databases.notes(id), await databases.mechanisms(id)]
    if (!notes.ok) return notes
    if (!mechanisms.ok) return mechanisms
    for (const database of [notes.value, mechanisms.value]) {
      if (database.readOnlyReason !== null) return fail('library-read-only', database.readOnlyReason)
      const fresh = await database.refresh()
      if (!fresh.ok) return fresh
      const down = await database.flush()
      if (!down.ok) return down
    }
    return succeed({
      entry: entry.value,
      versions: versions.value,
      ...read.value,
      notes: notes.value.data,
      mechanisms: mechanisms.value.data,
    })
  }

  async #returnTo(id: string, number: number): Promise<Result<null>> {
    const current = await this.#readCurrent(id)
    if (!current.ok) return current
    const { versions, notes, mechanisms, ...state } = current.value
    if (versions === null) return nothing('This article was never updated.')
    const from = versionPaths(this.#folder(id), versions.current)
    const to = versionPaths(this.#folder(id), number)
    const begun = await readMarks(from.notesBegun, from.mechanismsBegun)
    if (!begun.ok) return begun
    const left = await readMarks(to.notes, to.mechanisms)
    if (!left.ok) return left
    const target = await readDocument(to, id)
    if (!target.ok) return target
    const names = await this.#options.finder.writtenNames()
    if (!names.ok) return names
    const { planReturn } = await import('./plan-return.ts')
    const plan = planReturn({
      ...state,
      versions,
      marks: { notes, mechanisms },
      begun: begun.value,
      number,
      target: target.value.article,
      left: left.value,
      nameOf: nameOfWord(names.value),
      now: this.#options.now(),
    })
    return this.#carryOut(id, plan)
  }

  /**
   * Once another version is decided on, it counts, whatever happens: when the disk then refuses to have its files put in
   * place, they are read where they are, and the reader is told.
   */
  async #carryOut(id: string, planned: VersionSwitch): Promise<Result<null>> {
    const { databases, places, disk, warn, writer } = this.#options
    const { stampMarks } = await import('../uniting/stamp-marks.ts')
    const plan = { ...planned, begun: stampMarks(planned.left, planned.begun, writer) }
    const decided = await switchVersion(this.#folder(id), plan, disk)
    if (!decided.ok) {
      // A write can be down although the disk would not confirm it; what the file says now is what a start would find.
      const versions = await this.#versions(id)
      const isDecided = versions.ok && versions.value !== null && versions.value.current === plan.versions.current
      if (!isDecided) return decided
    }
    places.unsettle(id)
    await databases.forget(id)
    const settled = await places.settle(id)
    if (!settled.ok) {
      warn(id, [`It was updated, but can only be read until the update can be finished. ${settled.error.message}`])
    }
    return succeed(null)
  }
}

import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { FORMAT, libraryPaths } from './library-files.ts'
import { ownLexiconFormat } from './mechanism-files.ts'
import type { OwnLexicon } from './mechanism-files.ts'
import type { Disk } from './store/disk.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { openDatabase } from './store/open-database.ts'
import { copiesOfLibraryFile } from './uniting/copies-in-folder.ts'
import { UnitedNames } from './uniting/unite-names.ts'
import type { Uniting } from './uniting/uniting.ts'

export interface OwnNamesOptions {
  /** The library's folder. */
  readonly folder: string
  readonly readOnlyReason: string | null
  readonly now: () => string
  readonly disk: Disk
  readonly uniting: Uniting
  /** Takes what was amiss with the file and what was done about it, a line each. */
  readonly warn: (lines: readonly string[]) => void
}

/** The names that the reader gave to entities, in `lexicon.json`; the file is made with the first of them. */
export class OwnNames {
  readonly #options: OwnNamesOptions
  readonly #united: UnitedNames
  readonly #seenCopies = new Set<string>()
  #opening: Promise<Result<GuardedDatabase<OwnLexicon>>> | null = null

  constructor(options: OwnNamesOptions) {
    this.#options = options
    this.#united = new UnitedNames(options.uniting)
  }

  /** Deleted names are included. */
  async list(): Promise<Result<readonly OwnName[]>> {
    const database = await this.#database()
    if (!database.ok) return database
    await this.#takeInCopies(database.value)
    const fresh = await database.value.refresh()
    return fresh.ok ? succeed(database.value.data.names) : fresh
  }

  /** Unites them with what is there, record by record. */
  async save(names: readonly OwnName[]): Promise<Result<null>> {
    const database = await this.#database()
    if (!database.ok) return database
    return database.value.update(lexicon => this.#united.save(lexicon, names))
  }

  /** Takes in what another copy of the names says; answers with how many of them are new or changed. */
  async takeIn(theirs: OwnLexicon): Promise<Result<number>> {
    const database = await this.#database()
    if (!database.ok) return database
    let count = 0
    const saved = await database.value.update(ours => {
      const united = this.#united.takeIn(ours, theirs)
      const known = new Set<object>(ours.names)
      count = united.names.filter(name => !known.has(name)).length
      return united
    })
    return saved.ok ? succeed(count) : saved
  }

  async close(): Promise<void> {
    const opened = await this.#opening
    if (opened?.ok) await opened.value.close()
  }

  /** Takes in what sync programs left of other copies of the file, each once. */
  async #takeInCopies(database: GuardedDatabase<OwnLexicon>): Promise<void> {
    const { folder, now, warn } = this.#options
    if (database.readOnlyReason !== null) return
    const found = await copiesOfLibraryFile(folder, 'lexicon.json')
    const copies = found.filter(({ state }) => !this.#seenCopies.has(state))
    if (copies.length === 0) return
    for (const { state } of copies) this.#seenCopies.add(state)
    // Loaded when it is needed: almost no folder holds a copy.
    const { takeInLexiconCopies } = await import('./uniting/copies-of-library.ts')
    const takeIn = (ours: OwnLexicon, theirs: OwnLexicon): OwnLexicon => this.#united.takeIn(ours, theirs)
    warn(await takeInLexiconCopies({ folder, now }, database, copies, takeIn))
  }

  /** One that could not be opened is tried again the next time: its file may have been repaired. */
  #database(): Promise<Result<GuardedDatabase<OwnLexicon>>> {
    this.#opening ??= this.#open().then(result => {
      if (!result.ok) this.#opening = null
      else this.#options.warn(result.value.warnings)
      return result
    })
    return this.#opening
  }

  #open(): Promise<Result<GuardedDatabase<OwnLexicon>>> {
    const { folder, readOnlyReason, now, disk, warn } = this.#options
    const path = libraryPaths(folder).lexicon
    return openDatabase<OwnLexicon>({
      path,
      format: ownLexiconFormat,
      initial: { format: FORMAT, names: [] },
      damagedCode: 'library-damaged',
      // Whoever only reads is told of the damage rather than given what is left of it.
      remake: async hadPrevious => {
        if (readOnlyReason !== null) return null
        // Loaded when it is needed: everything starts faster without it.
        const { remakeNames } = await import('./restoring/remake-names.ts')
        return remakeNames(path, hadPrevious)
      },
      merge: (ours, theirs) => this.#united.takeIn(ours, theirs),
      warn: line => warn([line]),
      readOnlyReason,
      now,
      disk,
    })
  }
}

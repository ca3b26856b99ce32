import { waitingMarkFields } from '#core/foreign-marks/waiting-mark.ts'
import type { WaitingMark } from '#core/foreign-marks/waiting-mark.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { libraryPaths } from '../library-files.ts'
import type { OwnNamesOptions } from '../own-names.ts'
import type { GuardedDatabase } from '../store/guarded-database.ts'
import { openDatabase } from '../store/open-database.ts'
import { copiesOfLibraryFile } from '../uniting/copies-in-folder.ts'
import { stampAllSaved, stampingFor } from '../uniting/stamp-saved.ts'
import type { Stamping } from '../uniting/stamp-saved.ts'
import { NOTHING_WAITS, mergeWaiting, waitingFormat } from './waiting-file.ts'
import type { WaitingFile } from './waiting-file.ts'

/** The marks that wait for their articles, in `waiting-marks.json`; the file is made with the first of them. */
export class WaitingMarks {
  readonly #options: OwnNamesOptions
  readonly #stamping: Stamping<WaitingMark>
  readonly #seenCopies = new Set<string>()
  #opening: Promise<Result<GuardedDatabase<WaitingFile>>> | null = null

  constructor(options: OwnNamesOptions) {
    this.#options = options
    this.#stamping = stampingFor(waitingMarkFields, options.uniting.writer)
  }

  /** Those that wait no more are included. */
  async list(): Promise<Result<readonly WaitingMark[]>> {
    const database = await this.#database()
    if (!database.ok) return database
    await this.#takeInCopies(database.value)
    const fresh = await database.value.refresh()
    return fresh.ok ? succeed(database.value.data.marks) : fresh
  }

  /** Unites them with what is there, record by record. */
  async save(marks: readonly WaitingMark[]): Promise<Result<null>> {
    const database = await this.#database()
    if (!database.ok) return database
    return database.value.update(file =>
      mergeWaiting(file, { marks: stampAllSaved(this.#stamping, file.marks, marks) }),
    )
  }

  /** Takes in what another copy of the file says; answers with how many marks are new or changed. */
  async takeIn(theirs: WaitingFile): Promise<Result<number>> {
    const database = await this.#database()
    if (!database.ok) return database
    let count = 0
    const saved = await database.value.update(ours => {
      const united = this.#unite(ours, theirs)
      const known = new Set<object>(ours.marks)
      count = united.marks.filter(mark => !known.has(mark)).length
      return united
    })
    return saved.ok ? succeed(count) : saved
  }

  async close(): Promise<void> {
    const opened = await this.#opening
    if (opened?.ok) await opened.value.close()
  }

  #unite(ours: WaitingFile, theirs: Pick<WaitingFile, 'marks'>): WaitingFile {
    const united = mergeWaiting(ours, theirs)
    if (united !== ours) this.#stamping.earlier.rememberAll(ours.marks, united.marks)
    return united
  }

  /** Takes in what sync programs left of other copies of the file, each once. */
  async #takeInCopies(database: GuardedDatabase<WaitingFile>): Promise<void> {
    const { folder, now, warn } = this.#options
    if (database.readOnlyReason !== null) return
    const found = await copiesOfLibraryFile(folder, 'waiting-marks.json')
    const copies = found.filter(({ state }) => !this.#seenCopies.has(state))
    if (copies.length === 0) return
    for (const { state } of copies) this.#seenCopies.add(state)
    // Loaded when it is needed: almost no folder holds a copy.
    const { takeInWaitingCopies } = await import('../uniting/copies-of-library.ts')
    warn(await takeInWaitingCopies({ folder, now }, database, copies, (ours, theirs) => this.#unite(ours, theirs)))
  }

  /** One that could not be opened is tried again the next time: its file may have been repaired. */
  #database(): Promise<Result<GuardedDatabase<WaitingFile>>> {
    this.#opening ??= this.#open().then(result => {
      if (!result.ok) this.#opening = null
      else this.#options.warn(result.value.warnings)
      return result
    })
    return this.#opening
  }

  #open(): Promise<Result<GuardedDatabase<WaitingFile>>> {
    const { folder, readOnlyReason, now, disk, warn } = this.#options
    const path = libraryPaths(folder).waitingMarks
    return openDatabase<WaitingFile>({
      path,
      format: waitingFormat,
      initial: NOTHING_WAITS,
      damagedCode: 'library-damaged',
      // Whoever only reads is told of the damage rather than given what is left of it.
      remake: async hadPrevious => {
        if (readOnlyReason !== null) return null
        // Loaded when it is needed: everything starts faster without it.
        const { remakeWaiting } = await import('../restoring/remake-waiting.ts')
        return remakeWaiting(path, hadPrevious)
      },
      merge: (ours, theirs) => this.#unite(ours, theirs),
      warn: line => warn([line]),
      readOnlyReason,
      now,
      disk,
    })
  }
}

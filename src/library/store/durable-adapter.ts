import type { Adapter } from 'lowdb'
import { succeed } from '#core/result/result.ts'
import type { Failure, Result } from '#core/result/result.ts'
import { realDisk } from './disk.ts'
import type { Disk } from './disk.ts'
import { writeDurably } from './durable-file.ts'
import type { FileFormat } from './file-format.ts'
import { freezeDeep } from './freeze-deep.ts'
import { identifyFiles } from './identify-files.ts'
import type { Identified } from './identify-files.ts'
import { inspectWithJournals } from './inspect-file.ts'
import type { FileState } from './inspect-file.ts'
import { Journal } from './journal.ts'
import { journalPaths } from './journal-file.ts'
import { LatestWrite } from './latest-write.ts'
import { serialise, serialisedPieces } from './serialise.ts'
import { Turns } from './turns.ts'

/** A write that the disk refused. */
export class RefusedWriteError extends Error {
  override readonly name = 'RefusedWriteError'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/**
 * Bytes from which on changes to a file go into its journal. A shorter file is written as a whole for each change, which
 * takes no longer and keeps all in one place.
 */
const JOURNAL_FROM = 64 * 1024

/** The journal goes into the file when nothing was changed for this long, in milliseconds, … */
const QUIET_TIME = 5_000
/** … or when it has grown to this share of the file. */
const LARGEST_SHARE = 0.5

/**
 * lowdb's adapter for a JSON file that must not be lost. Reading answers null only for a file that is not there, and
 * throws for anything else that is not a good file. While one write is under way only the latest state
 * waits, and whoever asked for an earlier one is answered when the state that contains it is on the disk.
 *
 * A long file has a journal: what a state adds to the one on the disk is appended to it, and some time later the file is
 * written anew from what was appended. States are frozen, so that what is the same object has not changed.
 */
export class DurableAdapter<T extends object> implements Adapter<T> {
  readonly path: string
  readonly #format: FileFormat<T>
  readonly #disk: Disk
  readonly #journal: Journal
  readonly #latest: LatestWrite<T>
  /** Who may write the file as a whole, and who its journal. The first may wait for the second, never the reverse. */
  readonly #fileTurns = new Turns()
  readonly #journalTurns = new Turns()
  /** Which files were last read or written here; null when there were none. */
  #known: string | null = null
  /** Which state of the file alone that was; undefined when there was none. */
  #knownFile: string | undefined
  /** Bytes of the file without its journal. */
  #size = 0
  /** The state that the file and its journal hold; null when it is not one that was read or written here. */
  #onDisk: T | null = null
  /** False when the file holds what must not be taken for a good previous version. */
  #worthKeeping = true
  #folding = 0
  #quiet: NodeJS.Timeout | null = null

  constructor(path: string, format: FileFormat<T>, disk: Disk = realDisk) {
    this.path = path
    this.#format = format
    this.#disk = disk
    this.#journal = new Journal(path, disk)
    this.#latest = new LatestWrite(async data => {
      const result = await this.#put(data)
      await this.#recognise()
      return result
    })
  }

  /** True when something is in the journal that is to go into the file. */
  get hasJournal(): boolean {
    return this.#journal.length > 0
  }

  /** Reads the file, with its journals, and says what it is. */
  async inspect(): Promise<FileState<T>> {
    await this.#recognise()
    return this.#inspect()
  }

  async read(): Promise<T | null> {
    const file = await this.inspect()
    if (file.state === 'good') return file.value
    if (file.state === 'missing') return null
    throw new Error(`${this.path} cannot be used: ${file.state}`)
  }

  /**
   * What the file has become when another program has changed it, or its journal, since it was last read or written here;
   * null when it is as it was, or gone. A write under way makes the question moot: whoever started it has asked.
   */
  async inspectIfChanged(): Promise<FileState<T> | null> {
    if (this.#isWriting) return null
    const known = this.#known
    const found = await this.#identifyAll()
    if (found.name === known || this.#isWriting || this.#known !== known) return null
    if (found.file === undefined) {
      // It is written as a whole with the next change, or when its journal would go into it.
      this.#size = 0
      return null
    }
    const file = await this.#inspect()
    // What is held is not what was read, and has to be brought together with it.
    this.#onDisk = null
    // Only what is taken in counts as known: anything else has to be asked about again before the next write.
    if (file.state === 'good') this.#recall(found)
    return file
  }

  /** The file was found damaged and has been set aside: the next write replaces it and keeps the previous version there is. */
  async replaceDamaged(): Promise<void> {
    this.#worthKeeping = false
    this.#onDisk = null
    await this.#recognise()
  }

  /** Takes the state as it is now, and freezes it: what is written later is what was handed over. */
  async write(data: T): Promise<void> {
    const result = await this.#latest.write(freezeDeep(data))
    if (!result.ok) throw new RefusedWriteError(result.error)
  }

  /** Settles when nothing is under way and nothing waits. */
  idle(): Promise<void> {
    return this.#latest.idle()
  }

  /**
   * Writes the file anew when there is something in its journal, in pieces between which everything else goes on. When that
   * is refused, nothing is lost: the journal stays. It also stays when another program has changed the file, which is taken in first.
   */
  async fold(): Promise<Result<null>> {
    this.#stopWaiting()
    this.#folding += 1
    const folded = await this.#fileTurns.take(() => this.#foldNow())
    this.#folding -= 1
    return folded
  }

  get #isWriting(): boolean {
    return this.#latest.isBusy || this.#folding > 0
  }

  async #inspect(): Promise<FileState<T>> {
    const { file, journals } = await inspectWithJournals(this.path, this.#format)
    const { length, size } = journals.current
    this.#journal.found({ length, size: size ?? 0, present: journals.present })
    this.#onDisk = file.state === 'good' && file.garbled.length === 0 ? file.value : null
    if (file.state === 'good') this.#worthKeeping = true
    return file
  }

  /** Puts a state on the disk: what is new in it at the end of the journal, or all of it. */
  async #put(data: T): Promise<Result<null>> {
    const appended = await this.#journalTurns.take(() => this.#append(data))
    // A journal that cannot be trusted any more ends with the writing of the whole file.
    if (appended !== null && (appended.ok || !this.#journal.doubtful)) return appended
    return this.#fileTurns.take(() => this.#writeWhole(data))
  }

  /** Null when the file has to be written as a whole. */
  async #append(data: T): Promise<Result<null> | null> {
    const { journal } = this.#format
    if (!journal || this.#size < JOURNAL_FROM || this.#onDisk === null) return null
    if (this.#journal.doubtful) return null
    const change = journal.between(this.#onDisk, data)
    if (change === null) return null
    if (Object.keys(change).length > 0) {
      const appended = await this.#journal.append(change)
      if (!appended.ok) return appended
    }
    this.#onDisk = data
    if (this.#journal.length > this.#size * LARGEST_SHARE) void this.fold()
    else this.#waitForQuiet()
    return succeed(null)
  }

  /** @param isFold true when later states may go into the journal meanwhile */
  async #writeWhole(data: T, isFold = false): Promise<Result<null>> {
    const content = this.#size < JOURNAL_FROM ? serialise(data) : serialisedPieces(data)
    const keepPrevious = this.#worthKeeping
    const written = await writeDurably(this.path, content, { keepPrevious, disk: this.#disk })
    if (!written.ok) return written
    this.#worthKeeping = true
    await this.#journalTurns.take(async () => {
      const latest = this.#onDisk
      this.#onDisk = data
      // The version before belongs to the journal that stood beside it: where that version stays, so does the journal.
      if (keepPrevious) await this.#journal.retire(this.#format.journal?.keepsPrevious === true)
      // What was appended in the meantime stands in the journal before, and is said again in the new one.
      if (isFold && latest !== null && latest !== data && !this.#latest.isBusy) void this.#latest.write(latest)
    })
    return written
  }

  async #foldNow(): Promise<Result<null>> {
    const state = this.#onDisk
    if (state === null || this.#journal.length === 0) return succeed(null)
    const { file } = await identifyFiles(this.path)
    if (file !== undefined && file !== this.#knownFile) return succeed(null)
    const folded = await this.#writeWhole(state, true)
    await this.#recognise()
    return folded
  }

  #identifyAll(): Promise<Identified> {
    return identifyFiles(this.path, this.#format.journal ? journalPaths(this.path) : [])
  }

  #recall({ name, file, size }: Identified): void {
    this.#known = name
    this.#knownFile = file
    this.#size = size
  }

  async #recognise(): Promise<void> {
    this.#recall(await this.#identifyAll())
  }

  #waitForQuiet(): void {
    this.#stopWaiting()
    this.#quiet = setTimeout(() => void this.fold(), QUIET_TIME)
    this.#quiet.unref()
  }

  #stopWaiting(): void {
    if (this.#quiet !== null) clearTimeout(this.#quiet)
    this.#quiet = null
  }
}

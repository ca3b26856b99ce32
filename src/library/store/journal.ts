import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { Disk } from './disk.ts'
import { systemCode, writeFailure } from './disk-failure.ts'
import { PRIVATE_FILE, flushFolder, previousPath, writeAll } from './durable-file.ts'
import type { ReadFields } from './file-format.ts'
import { journalLine, journalPath } from './journal-file.ts'

/** At the end, never through a symbolic link: what stands under a journal's name is a journal or refused. */
const APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0)

/** The disk had no room: what is on it is sound, and there may be room later. */
const HAD_NO_ROOM = new Set(['ENOSPC', 'EDQUOT'])

/** What was found beside a file when it was read. */
export interface FoundJournal {
  /** Bytes up to the end of the journal's last whole line. */
  readonly length: number
  /** All its bytes: more than `length` when a write was interrupted. */
  readonly size: number
  /** True when there is a journal, or the one before it. */
  readonly present: boolean
}

/** The journal beside one file: changes are appended to it, a line each, until the file is written anew. */
export class Journal {
  readonly #path: string
  readonly #disk: Disk
  #found: FoundJournal = { length: 0, size: 0, present: false }
  /** Not to be appended to before the file was written anew: nobody can say what it holds. */
  #doubtful = false

  /** @param file the path of the file that it stands beside */
  constructor(file: string, disk: Disk) {
    this.#path = journalPath(file)
    this.#disk = disk
  }

  /** Bytes that were appended since it was begun. */
  get length(): number {
    return this.#found.length
  }

  get doubtful(): boolean {
    return this.#doubtful
  }

  found(journal: FoundJournal): void {
    this.#found = journal
    this.#doubtful = false
  }

  /** Appends a line and answers when it would outlast a power cut. A refused one leaves nothing of itself. */
  async append(fields: ReadFields): Promise<Result<null>> {
    const bytes = Buffer.from(journalLine(fields), 'utf8')
    const { length } = this.#found
    try {
      const file = await this.#disk.open(this.#path, APPEND, PRIVATE_FILE)
      try {
        if (!(await this.#prepare(file))) return this.#refuse()
        await this.#write(file, bytes)
      } finally {
        await file.close()
      }
      if (length === 0) await flushFolder(dirname(this.#path), this.#disk)
      this.#found = { length: length + bytes.length, size: length + bytes.length, present: true }
      return succeed(null)
    } catch (error) {
      if (!HAD_NO_ROOM.has(systemCode(error) ?? '')) this.#doubtful = true
      return { ok: false, error: writeFailure(error, this.#path) }
    }
  }

  /** The file as a whole says it all now: its journal becomes the one before, or both go. */
  async retire(keepsPrevious: boolean): Promise<Result<null>> {
    if (!this.#found.present && !this.#doubtful) return succeed(null)
    const previous = previousPath(this.#path)
    const kept = keepsPrevious && this.#found.length > 0
    try {
      if (kept) await this.#keep(previous)
      else await Promise.all([this.#path, previous].map(path => this.#disk.rm(path, { force: true })))
      await flushFolder(dirname(this.#path), this.#disk)
      this.found({ length: 0, size: 0, present: kept })
      return succeed(null)
    } catch (error) {
      this.#doubtful = true
      return { ok: false, error: writeFailure(error, this.#path) }
    }
  }

  /**
   * One that another program has taken away meanwhile is none that has to be kept. It ends with its last line, so that whoever finds
   * it cut off knows that it is damaged.
   */
  async #keep(previous: string): Promise<void> {
    try {
      if (this.#found.size > this.#found.length) await this.#cutOff()
      await this.#disk.rename(this.#path, previous)
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error
    }
  }

  async #cutOff(): Promise<void> {
    const file = await this.#disk.open(this.#path, APPEND, PRIVATE_FILE)
    try {
      if (await this.#prepare(file)) await file.datasync()
    } finally {
      await file.close()
    }
  }

  /** Takes away what an interrupted write left behind the last line; false when the file is not the one that is known. */
  async #prepare(file: FileHandle): Promise<boolean> {
    const { length, size } = this.#found
    if ((await file.stat()).size !== size) return false
    if (size > length) await file.truncate(length)
    return true
  }

  #refuse(): Result<never> {
    this.#doubtful = true
    return fail('not-writable', `${this.#path} was changed by another program. Try again.`)
  }

  async #write(file: FileHandle, bytes: Uint8Array): Promise<void> {
    const { length } = this.#found
    try {
      await writeAll(file, bytes)
      await file.datasync()
    } catch (error) {
      const [cut] = await Promise.allSettled([file.truncate(length)])
      if (cut.status === 'rejected') this.#doubtful = true
      this.#found = { length, size: length, present: true }
      throw error
    }
  }
}

import { stat } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { Failure, Result } from '#core/result/result.ts'
import { systemCode } from './disk-failure.ts'
import { writeDurably } from './durable-file.ts'
import type { Disk } from './disk.ts'
import type { FileFormat } from './file-format.ts'
import { inspectFile } from './inspect-file.ts'
import type { FileState } from './inspect-file.ts'
import { serialise } from './serialise.ts'

/** A write that the disk refused. */
export class RefusedWriteError extends Error {
  override readonly name = 'RefusedWriteError'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

interface Waiting {
  /** The latest state, as text; earlier ones that never started are part of it. */
  content: string
  readonly written: Promise<Result<null>>
  readonly settle: (result: Result<null>) => void
}

const startWaiting = (content: string): Waiting => {
  let settle: Waiting['settle'] = () => undefined
  const written = new Promise<Result<null>>(resolve => {
    settle = resolve
  })
  return { content, written, settle }
}

/** Tells one state of a file from another: its inode, size and time of change. Null when it cannot be told. */
const identify = async (path: string): Promise<string | null> => {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}

/**
 * lowdb's adapter for a JSON file that must not be lost. Reading answers null only for a file that is not there, and
 * throws for anything else that is not a good file. While one write is under way only the latest state
 * waits, and whoever asked for an earlier one is answered when the state that contains it is on the disk.
 */
export class DurableAdapter<T extends object> implements Adapter<T> {
  readonly path: string
  readonly #format: FileFormat<T>
  readonly #disk: Disk | undefined
  #waiting: Waiting | null = null
  #writing: Promise<void> | null = null
  /** Which file was last read or written here; null when there was none. */
  #known: string | null = null
  /** False when the file holds what must not be taken for a good previous version. */
  #worthKeeping = true

  constructor(path: string, format: FileFormat<T>, disk?: Disk) {
    this.path = path
    this.#format = format
    this.#disk = disk
  }

  /** Reads the file and says what it is. */
  async inspect(): Promise<FileState<T>> {
    this.#known = await identify(this.path)
    return inspectFile(this.path, this.#format)
  }

  async read(): Promise<T | null> {
    const file = await this.inspect()
    if (file.state === 'good') return file.value
    if (file.state === 'missing') return null
    throw new Error(`${this.path} cannot be used: ${file.state}`)
  }

  /**
   * What the file has become when another program has changed it since it was last read or written here; null when it
   * is as it was, or gone. A write under way makes the question moot: whoever started it has asked.
   */
  async inspectIfChanged(): Promise<FileState<T> | null> {
    if (this.#writing) return null
    const known = this.#known
    const found = await identify(this.path)
    if (found === null || found === known || this.#writing || this.#known !== known) return null
    const file = await inspectFile(this.path, this.#format)
    // Only what is taken in counts as known: anything else has to be asked about again before the next write.
    if (file.state === 'good') this.#known = found
    return file
  }

  /** The file was found damaged and has been set aside: the next write replaces it and keeps the previous version there is. */
  async replaceDamaged(): Promise<void> {
    this.#worthKeeping = false
    this.#known = await identify(this.path)
  }

  /** Takes the state as it is now; what happens to `data` afterwards is not part of this write. */
  async write(data: T): Promise<void> {
    const content = serialise(data)
    if (this.#waiting) this.#waiting.content = content
    else this.#waiting = startWaiting(content)
    const { written } = this.#waiting
    this.#writing ??= this.#writeWhatWaits()
    const result = await written
    if (!result.ok) throw new RefusedWriteError(result.error)
  }

  /** Settles when nothing is under way and nothing waits. */
  async idle(): Promise<void> {
    while (this.#writing) await this.#writing
  }

  async #writeWhatWaits(): Promise<void> {
    try {
      while (this.#waiting) {
        const { content, settle } = this.#waiting
        this.#waiting = null
        const result = await writeDurably(this.path, content, {
          keepPrevious: this.#worthKeeping,
          ...(this.#disk && { disk: this.#disk }),
        })
        if (result.ok) this.#worthKeeping = true
        this.#known = await identify(this.path)
        settle(result)
      }
    } finally {
      this.#writing = null
    }
  }
}

import type { Result } from '#core/result/result.ts'

interface Waiting<T> {
  /** The latest state; earlier ones that never started are part of it. */
  data: T
  readonly written: Promise<Result<null>>
  readonly settle: (result: Promise<Result<null>>) => void
}

const startWaiting = <T>(data: T): Waiting<T> => {
  let settle: Waiting<T>['settle'] = () => undefined
  const written = new Promise<Result<null>>(resolve => {
    settle = resolve
  })
  return { data, written, settle }
}

/** Writes one state after the other; of those that come while one is being written only the latest. */
export class LatestWrite<T> {
  readonly #put: (data: T) => Promise<Result<null>>
  #waiting: Waiting<T> | null = null
  #writing: Promise<void> | null = null

  constructor(put: (data: T) => Promise<Result<null>>) {
    this.#put = put
  }

  get isBusy(): boolean {
    return this.#writing !== null
  }

  /** Answers when this state, or a later one, was put on the disk or refused. Throws what putting it there throws. */
  write(data: T): Promise<Result<null>> {
    if (this.#waiting) this.#waiting.data = data
    else this.#waiting = startWaiting(data)
    const { written } = this.#waiting
    this.#writing ??= this.#writeWhatWaits()
    return written
  }

  /** Settles when nothing is under way and nothing waits. */
  async idle(): Promise<void> {
    while (this.#writing) await this.#writing
  }

  async #writeWhatWaits(): Promise<void> {
    try {
      while (this.#waiting) {
        const { data, settle } = this.#waiting
        this.#waiting = null
        const put = this.#put(data)
        // Whoever asked for it is told when it throws, and what came meanwhile is still written.
        settle(put)
        await Promise.allSettled([put])
      }
    } finally {
      this.#writing = null
    }
  }
}

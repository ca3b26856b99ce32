/** Places for work of which only so much may be done at once; who finds none free waits in the order of coming. */
export class Slots {
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(number: number) {
    this.#free = number
  }

  /** Does the work when there is a place for it. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>(resolve => this.#waiting.push(resolve))
  }

  /** Hands the place on, so that nobody who comes later gets before who waits. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free += 1
    else next()
  }
}

/** Work on one document: much of it may go on at once, but an update of it stands alone. */
export class DocumentGate {
  readonly #underWay = new Map<string, Set<Promise<unknown>>>()
  readonly #alone = new Map<string, Promise<unknown>>()

  /** Does work that must not see a document half updated. */
  async share<T>(id: string, work: () => Promise<T>): Promise<T> {
    for (let before = this.#alone.get(id); before; before = this.#alone.get(id)) await Promise.allSettled([before])
    const shared = this.#underWay.get(id) ?? new Set()
    this.#underWay.set(id, shared)
    const over = work().finally(() => {
      shared.delete(over)
      if (shared.size === 0 && this.#underWay.get(id) === shared) this.#underWay.delete(id)
    })
    shared.add(over)
    return over
  }

  /** Does work when nothing else is under way on the document, and lets everything else wait for it. */
  async alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = this.#alone.get(id)
    const over = (async () => {
      await Promise.allSettled([before, ...(this.#underWay.get(id) ?? [])])
      return work()
    })().finally(() => {
      if (this.#alone.get(id) === over) this.#alone.delete(id)
    })
    this.#alone.set(id, over)
    return over
  }
}

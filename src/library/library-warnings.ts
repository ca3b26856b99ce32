/** What was found amiss in an open library so far and what was done about it, a line each, no line twice. */
export class LibraryWarnings {
  readonly #lines: string[]
  readonly #titleOf: (id: string) => string
  readonly #changed: () => void

  /** `changed` is called after a line was added. */
  constructor(lines: readonly string[], titleOf: (id: string) => string, changed: () => void) {
    this.#lines = [...lines]
    this.#titleOf = titleOf
    this.#changed = changed
  }

  get list(): readonly string[] {
    return [...this.#lines]
  }

  /** As `tell`, with the document's title before each line. */
  about(id: string, lines: readonly string[]): void {
    this.tell(lines.map(line => `“${this.#titleOf(id)}”: ${line}`))
  }

  tell(lines: readonly string[]): void {
    const unheard = lines.filter(line => !this.#lines.includes(line))
    if (unheard.length === 0) return
    this.#lines.push(...unheard)
    this.#changed()
  }
}

import { join } from 'node:path'
import { copiesOfDocument } from './copies-in-folder.ts'
import type { TakeInOptions } from './take-in-copies.ts'

export interface CopiesOptions extends TakeInOptions {
  readonly readOnlyReason: string | null
  /** Takes a line on each copy that was found. */
  readonly warn: (id: string, lines: readonly string[]) => void
}

/** Looks for copies that sync programs left in documents' folders, and takes in what they say. */
export class CopiesOfDocuments {
  readonly #options: CopiesOptions
  readonly #looking = new Map<string, Promise<void>>()
  /** Copies that could not be used, as they were then: each is told once and not read again while it stays so. */
  readonly #left = new Set<string>()

  constructor(options: CopiesOptions) {
    this.#options = options
  }

  /**
   * Answers when everything that copies of the document's files said is part of it, and their own files are in the
   * trash. What cannot be used is told once. Nothing is done in a library that can only be read.
   */
  takeIn(id: string): Promise<void> {
    if (this.#options.readOnlyReason !== null) return Promise.resolve()
    const known = this.#looking.get(id)
    if (known) return known
    const looking = this.#look(id).finally(() => this.#looking.delete(id))
    this.#looking.set(id, looking)
    return looking
  }

  async #look(id: string): Promise<void> {
    const { folder, warn } = this.#options
    const found = await copiesOfDocument(join(folder, 'documents', id))
    const copies = found.filter(({ state }) => !this.#left.has(`${id} ${state}`))
    if (copies.length === 0) return
    // Loaded when it is needed: almost no folder holds a copy.
    const { takeInCopies } = await import('./take-in-copies.ts')
    warn(id, await takeInCopies(this.#options, id, copies))
    for (const { state } of copies) this.#left.add(`${id} ${state}`)
  }
}

import type { Key } from './typed-text.ts'

/**
 * How long a key may wait for the page, in milliseconds: while the reader is writing, when nothing long runs, and otherwise.
 * The longest work that a page does in one piece is to lay out a book of three million characters: 1.6 s where it was measured.
 */
export const PATIENCE_WHILE_WRITING = 3_000
export const PATIENCE = 10_000
/** Time that passes unseen, as while the machine sleeps, counts as no more than this. */
const LONGEST_STEP = 500
/** Keys that are remembered: a minute of fast typing, by which the text that they made is known again. */
const KEYS_KEPT = 500

/**
 * Whether the page answers. Each key that goes to it asks a question behind it; a page that leaves it without an answer for
 * longer than anything it does takes does not answer any more. Without keys nobody waits, and nothing is asked.
 */
export class PageSilence {
  readonly #ask: () => Promise<void>
  /** The last keys that were pressed. */
  #keys: Key[] = []
  /** How many keys no answer has come after. */
  #unanswered = 0
  #asking = false
  #silent = 0
  /** Grows with each page, so that an answer to an earlier one's question counts for nothing. */
  #page = 0

  /** @param ask settles when the page has answered */
  constructor(ask: () => Promise<void>) {
    this.#ask = ask
  }

  /** The last keys, whether or not they have reached the page. */
  get keys(): readonly Key[] {
    return this.#keys
  }

  get waiting(): boolean {
    return this.#asking
  }

  /** A key is on its way to the page. */
  press(key: Key): void {
    this.#keys.push(key)
    if (this.#keys.length > KEYS_KEPT) this.#keys.shift()
    this.#unanswered += 1
    if (!this.#asking) void this.#wait()
  }

  /** Time has passed, in milliseconds. True when the page has been silent for longer than `patience`. */
  pass(elapsed: number, patience: number): boolean {
    if (!this.#asking) return false
    this.#silent += Math.min(elapsed, LONGEST_STEP)
    return this.#silent >= patience
  }

  /** Another page is loaded: nothing waits. */
  begin(): void {
    this.#page += 1
    this.#keys = []
    this.#unanswered = 0
    this.#asking = false
    this.#silent = 0
  }

  async #wait(): Promise<void> {
    const page = this.#page
    this.#asking = true
    while (this.#page === page && this.#unanswered > 0) {
      const asked = this.#unanswered
      this.#silent = 0
      await this.#ask()
      if (this.#page !== page) return
      this.#unanswered -= asked
    }
    this.#asking = false
  }
}

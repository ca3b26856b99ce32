import { typedText } from './typed-text.ts'
import type { Key } from './typed-text.ts'

/**
 * How long a key may wait for the page, in milliseconds: while the reader is writing, when nothing long runs, and otherwise.
 * The longest work that a page does in one piece is to lay out a book of three million characters: 1.6 s where it was measured.
 */
export const PATIENCE_WHILE_WRITING = 3_000
export const PATIENCE = 10_000
/** Time that passes unseen, as while the machine sleeps, counts as no more than this. */
const LONGEST_STEP = 500

interface PressedKey extends Key {
  /** Milliseconds since some moment. */
  readonly at: number
}

/**
 * Whether the page answers. Each key that goes to it asks a question behind it; a page that leaves it without an answer for
 * longer than anything it does takes does not answer any more. Without keys nobody waits, and nothing is asked.
 */
export class PageSilence {
  readonly #ask: () => Promise<void>
  /** Keys that no answer has come after. */
  #keys: PressedKey[] = []
  #asking = false
  #silent = 0
  /** Grows with each page, so that an answer to an earlier one's question counts for nothing. */
  #page = 0

  /** @param ask settles when the page has answered */
  constructor(ask: () => Promise<void>) {
    this.#ask = ask
  }

  /** What was typed after that moment and has not reached the page, as far as one can know. */
  typedAfter(moment: number): string {
    return typedText(this.#keys.filter(({ at }) => at > moment))
  }

  get waiting(): boolean {
    return this.#asking
  }

  /** A key is on its way to the page. */
  press(key: PressedKey): void {
    this.#keys.push(key)
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
    this.#asking = false
    this.#silent = 0
  }

  async #wait(): Promise<void> {
    const page = this.#page
    this.#asking = true
    while (this.#page === page && this.#keys.length > 0) {
      const asked = this.#keys.length
      this.#silent = 0
      await this.#ask()
      if (this.#page !== page) return
      this.#keys = this.#keys.slice(asked)
    }
    this.#asking = false
  }
}

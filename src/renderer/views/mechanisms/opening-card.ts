import { firstVisibleOffset, opened } from '../../state/article.ts'

/** Tells the card of the place where an article was opened from those to which the reader has moved since. */
export class OpeningCard {
  #document: string | null = null
  #card: string | null = null
  #offset = 0

  /** Whether it is the card of the place where the open article was opened, and the reader has not moved from there. */
  is(card: string | null): boolean {
    const document = opened.peek()?.article.id ?? null
    const offset = firstVisibleOffset.peek()
    if (card === null) return false
    if (document !== this.#document) {
      this.#document = document
      this.#card = card
      this.#offset = offset
    }
    return card === this.#card && offset === this.#offset
  }
}

import type { Article } from '#core/article/article.ts'
import { contentHash } from '../importing/content-hash.ts'
import { extensionByStart } from '../importing/pictures/media-kinds.ts'
import type { Asset } from '../importing/pictures/take-in-pictures.ts'
import { isKeptDrawing } from './is-kept-drawing.ts'

/** Takes the pictures of an answer out of the row of bytes in which they come, and looks whether they are what their names say. */
export class AssetsReader {
  readonly #named: NonNullable<Article['assets']>
  readonly #sizes: readonly number[]
  readonly #whole: Asset[] = []
  #now: Uint8Array | null = null
  #filled = 0

  constructor(named: NonNullable<Article['assets']>, sizes: readonly number[]) {
    this.#named = named
    this.#sizes = sizes
  }

  /** False when there are more bytes than were announced, or a picture is not what its name says. */
  take(bytes: Uint8Array): boolean {
    let place = 0
    while (place < bytes.length) {
      const size = this.#sizes[this.#whole.length]
      if (size === undefined) return false
      this.#now ??= new Uint8Array(size)
      const part = bytes.subarray(place, place + size - this.#filled)
      this.#now.set(part, this.#filled)
      this.#filled += part.length
      place += part.length
      if (this.#filled === size && !this.#keep(this.#now)) return false
    }
    return true
  }

  /** All pictures; null when some are missing, or are drawings that may not be kept. */
  async finish(): Promise<readonly Asset[] | null> {
    if (this.#whole.length !== this.#sizes.length) return null
    for (const { name, bytes } of this.#whole)
      if (name.endsWith('.svg') && !(await isKeptDrawing(name.slice(0, -'.svg'.length), bytes))) return null
    return this.#whole
  }

  #keep(bytes: Uint8Array): boolean {
    const named = this.#named[this.#whole.length]
    const extension = extensionByStart(bytes)
    if (named === undefined || extension === null || named.name !== `${contentHash(bytes)}.${extension}`) return false
    this.#whole.push({ name: named.name, bytes, ...(named.from !== undefined && { from: named.from }) })
    this.#now = null
    this.#filled = 0
    return true
  }
}

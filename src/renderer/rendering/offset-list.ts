/** A growing list of offsets in one typed array: a number array of a long article's length would be made twice. */
export class OffsetList {
  #values = new Uint32Array(64)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Uint32Array(this.#length * 2)
      longer.set(this.#values)
      this.#values = longer
    }
    this.#values[this.#length] = value
    this.#length += 1
  }

  /** Changes the last offset; does nothing to an empty list. */
  replaceLast(value: number): void {
    if (this.#length > 0) this.#values[this.#length - 1] = value
  }

  /** The offsets so far, in an array of exactly their number. */
  toArray(): Uint32Array {
    return this.#values.slice(0, this.#length)
  }
}

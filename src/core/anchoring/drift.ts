/** How far passages that were found for certain have moved, and from that where another one is to be expected. */
export class Drift {
  #moves: { readonly from: number; readonly by: number }[] = []
  #sorted = true

  /** A passage that began at `from` begins at `to` now. */
  add(from: number, to: number): void {
    this.#moves.push({ from, by: to - from })
    this.#sorted = false
  }

  /** Where a passage that began at `from` begins if it moved with its nearest neighbour. */
  expect(from: number): number {
    if (!this.#sorted) {
      this.#moves = this.#moves.toSorted((a, b) => a.from - b.from)
      this.#sorted = true
    }
    const moves = this.#moves
    let low = 0
    let high = moves.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((moves[middle]?.from ?? 0) < from) low = middle + 1
      else high = middle
    }
    const before = moves[low - 1]
    const after = moves[low]
    const nearest =
      before === undefined || (after !== undefined && after.from - from < from - before.from) ? after : before
    return Math.max(0, from + (nearest?.by ?? 0))
  }
}

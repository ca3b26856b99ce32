/**
 * Which element draws which line. A line that stays in view keeps its element, and so the keyboard; one that comes into view takes over the
 * element of one that left, so that a scroll changes words and makes nothing anew.
 */
export class LinePlaces {
  #places: ReadonlyMap<number, number> = new Map()

  /** A place for each of `lines`, which are each named once; places are whole numbers from 0. */
  assign(lines: readonly number[]): ReadonlyMap<number, number> {
    const before = this.#places
    const kept = new Map(lines.flatMap(line => (before.has(line) ? [[line, before.get(line) ?? 0]] : [])))
    const taken = new Set(kept.values())
    const left = [...before.values()].filter(place => !taken.has(place))
    let fresh = Math.max(-1, ...before.values()) + 1
    const places = new Map(lines.map(line => [line, kept.get(line) ?? left.shift() ?? fresh++]))
    this.#places = places
    return places
  }
}

/** Features that follow from one key together: the sum of their weights is worked out once for each key. */
export interface FeatureGroup {
  readonly key: string
  features(): string[]
}

/** More keys than a long article has; past it the sums are worked out afresh. */
const MOST_KEYS = 100_000

/** Sums weights of feature groups. The same keys come again and again, and building their features is what takes time. */
export class GroupSums {
  readonly #weights: ReadonlyMap<string, number>
  readonly #sums = new Map<string, number>()

  constructor(weights: ReadonlyMap<string, number>) {
    this.#weights = weights
  }

  of(group: FeatureGroup): number {
    const known = this.#sums.get(group.key)
    if (known !== undefined) return known
    let sum = 0
    for (const feature of group.features()) sum += this.#weights.get(feature) ?? 0
    if (this.#sums.size >= MOST_KEYS) this.#sums.clear()
    this.#sums.set(group.key, sum)
    return sum
  }
}

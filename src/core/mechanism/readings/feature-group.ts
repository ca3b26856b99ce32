/** Features that follow from one key together: the sum of their weights is worked out once for each key. */
export interface FeatureGroup {
  readonly key: string
  features(): string[]
}

/** More keys than a long article has; past it the sums are worked out afresh. */
const MOST_KEYS = 100_000

/**
 * Sums weights of feature groups, by each of several tables of weights at once. The same keys come again and again, and building
 * their features is what takes time.
 */
export class GroupSums {
  readonly #tables: readonly ReadonlyMap<string, number>[]
  readonly #sums = new Map<string, readonly number[]>()

  constructor(...tables: readonly ReadonlyMap<string, number>[]) {
    this.#tables = tables
  }

  /** One sum for each table. */
  of(group: FeatureGroup): readonly number[] {
    const known = this.#sums.get(group.key)
    if (known !== undefined) return known
    const features = group.features()
    const sums = this.#tables.map(weights => {
      let sum = 0
      for (const feature of features) sum += weights.get(feature) ?? 0
      return sum
    })
    if (this.#sums.size >= MOST_KEYS) this.#sums.clear()
    this.#sums.set(group.key, sums)
    return sums
  }
}

import type { AcrossIndex } from './across-index.ts'

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const ranksByIndex = new WeakMap<AcrossIndex, ReadonlyMap<string, number>>()

/** The place of each name in the alphabet; comparing names anew for every answer would take most of its time. */
export const ranksOf = (index: AcrossIndex): ReadonlyMap<string, number> => {
  const known = ranksByIndex.get(index)
  if (known !== undefined) return known
  const sorted = index.things.map(({ name }) => name).toSorted(names.compare)
  const ranks = new Map(sorted.map((name, rank) => [name, rank]))
  ranksByIndex.set(index, ranks)
  return ranks
}

import { endOf } from './page-text.ts'
import type { TextItem } from './page-text.ts'

/** Parts of the size by which a line of text may be above or below what was filled in beside it. */
const BESIDE = 0.8

/**
 * Puts what was filled into a form on the line of the text nearest to it, so that both are read in their order; where in its field a value
 * stands is known only nearly. Places on the page stay.
 */
export const settleFields = (items: readonly TextItem[]): readonly TextItem[] => {
  if (!items.some(({ inField }) => inField === true)) return items
  const printed = items.filter(({ inField }) => inField !== true)
  return items.map(item => {
    if (item.inField !== true) return item
    let nearest: TextItem | null = null
    let least = Infinity
    for (const other of printed) {
      const gap = Math.max(0, other.x - endOf(item), item.x - endOf(other))
      if (Math.abs(other.baseline - item.baseline) > BESIDE * Math.max(item.size, other.size) || gap >= least) continue
      nearest = other
      least = gap
    }
    return nearest === null ? item : { ...item, baseline: nearest.baseline }
  })
}

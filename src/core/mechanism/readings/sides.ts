import type { FeatureGroup } from './feature-group.ts'
import { headClass } from './head-nouns.ts'
import { pathBetween, shortened } from './item-paths.ts'
import type { ListOf } from './item-paths.ts'
import type { Item } from './sentence-items.ts'

/** One entity as a possible argument of one trigger. */
export interface Side {
  /** Index of its item. */
  readonly item: number
  /** The list of entities that it belongs to. */
  readonly list: ListOf
  readonly before: boolean
  /** Symbols of what stands between it, or the list it belongs to, and the trigger. */
  readonly path: string
  /** 0 for the nearest list of entities on its side of the trigger, 1 for the next one. */
  readonly rank: number
  /** What speaks for it or against it, whichever its role. */
  readonly groups: readonly FeatureGroup[]
}

/** Lists of entities on one side of a trigger that are looked at. */
const FARTHEST = 5

const bucket = (n: number): string =>
  n <= 3 ? String(n) : n <= 5 ? '5' : n <= 8 ? '8' : n <= 12 ? '12' : n <= 20 ? '20' : 'far'

/** Every entity within reach of the trigger at `at`. `lists[i]` is the list that `entities[i]` belongs to. */
export const sidesOf = (
  items: readonly Item[],
  entities: readonly number[],
  lists: readonly ListOf[],
  at: number,
): Side[] => {
  const trigger = items[at]?.trigger
  if (!trigger) return []
  const { form, sense } = trigger
  const sides: Side[] = []
  const add = (index: number, before: boolean, rank: number): void => {
    const entity = entities[index] ?? 0
    const list = lists[index] ?? { first: entity, last: entity }
    const near = before ? (list.last < at ? list.last : entity) : list.first > at ? list.first : entity
    const symbols = before ? pathBetween(items, near, at) : pathBetween(items, at, near)
    const path = shortened(symbols)
    const where = `${form}${before ? '<' : '>'}`
    const type = items[entity]?.mention?.type ?? ''
    const after = items[entity + 1]
    const prior = items[entity - 1]
    const head = after && after.symbol !== '' && !after.mention ? headClass(after.lower) : ''
    const governor = prior?.lower === 'of' ? headClass(items[entity - 2]?.lower ?? '') : headClass(prior?.lower ?? '')
    const place = `${where} ${Math.min(rank, 3)}${near === entity ? '' : 'l'}`
    const distance = bucket(Math.abs(entity - at) - 1)
    const length = Math.min(symbols.length, 8)
    const groups: FeatureGroup[] = [
      {
        key: `p ${where} ${sense.family.class} ${symbols.join(' ')}`,
        features: () => [
          `p ${where} ${path}`,
          `p2 ${sense.family.class} ${where} ${path}`,
          `e ${where} ${symbols[0] ?? ''}|${symbols.at(-1) ?? ''}`,
          `l ${where} ${length}`,
          ...Array.from(new Set(symbols), symbol => `s ${where} ${symbol}`),
          ...symbols.slice(1).map((symbol, i) => `b ${before ? '<' : '>'} ${symbols[i]} ${symbol}`),
        ],
      },
      {
        key: `q ${place} ${distance} ${type} ${sense.name} ${head} ${governor}`,
        features: () => [
          `r ${place}`,
          `d ${where} ${distance}`,
          `ty ${where} ${type}`,
          `tc ${sense.family.class} ${sense.family.sign} ${type}`,
          `n ${where} ${sense.name} ${rank === 0 ? 0 : 1}`,
          `h ${where} ${head}`,
          `g ${where} ${governor}`,
          `hr ${head} ${Math.min(rank, 2)}`,
        ],
      },
    ]
    sides.push({ item: entity, list, before, path, rank, groups })
  }
  for (const before of [true, false]) {
    let rank = -1
    let list: ListOf | undefined
    for (let i = 0; i < entities.length; i++) {
      const index = before ? entities.length - 1 - i : i
      const entity = entities[index] ?? 0
      if (before ? entity >= at : entity <= at) continue
      if (lists[index] !== list) {
        rank++
        list = lists[index]
      }
      if (rank >= FARTHEST) break
      add(index, before, rank)
    }
  }
  return sides
}

/** A source of chance that gives the same sequence for the same seed, on every machine. */
export interface Random {
  /** 0 <= x < 1. */
  next(): number
  /** A whole number, `low` and `high` included. */
  between(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  /** `count` of the items without repeats, in their order; all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[]
  shuffle<T>(items: readonly T[]): T[]
}

/** FNV-1a over the UTF-16 units, 32 bits. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** The generator mulberry32 (T. Ettinger, 2017), seeded with a text so that each family of cases has a sequence of its own. */
export const randomFrom = (seed: string): Random => {
  let state = hash(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map(item => ({ item, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item)
  return {
    next,
    between,
    pick: items => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      return item
    },
    sample: (items, count) => {
      const chosen = new Set(shuffle(items.map((_, index) => index)).slice(0, count))
      return items.filter((_, index) => chosen.has(index))
    },
    shuffle,
  }
}

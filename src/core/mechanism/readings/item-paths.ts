import type { Item } from './sentence-items.ts'

/** Entities that stand as one list ("X, Y and Z"), by the items of its first and last member. */
export interface ListOf {
  readonly first: number
  readonly last: number
}

/** What stands between two members of a list. */
const JOINS = /^(?:,|and|or|, and|, or|\/|n ,|n and|n or|n , and|n , or|, n|and n|or n)$/

/** Symbols that a path keeps; of longer ones the two at either end. */
const LONGEST = 6

/** Symbols of the items between two items, runs of nouns as one, brackets left out when neither end stands inside. */
export const pathBetween = (items: readonly Item[], from: number, to: number): string[] => {
  const level = Math.min(items[from]?.depth ?? 0, items[to]?.depth ?? 0)
  const crosses = items[from]?.depth !== items[to]?.depth
  const path: string[] = []
  for (let i = from + 1; i < to; i++) {
    const item = items[i]
    if (!item || item.symbol === '') continue
    if (!crosses && (item.depth > level || item.symbol === ')' || item.symbol === '(')) continue
    if (item.symbol === 'n' && path.at(-1) === 'n') continue
    path.push(item.symbol)
  }
  return path
}

/** For each entity, the list that it belongs to; members of one list share one object. */
export const entityLists = (items: readonly Item[], entities: readonly number[]): ListOf[] => {
  const lists: { first: number; last: number }[] = []
  entities.forEach((at, i) => {
    const previous = entities[i - 1]
    const list = lists[i - 1]
    if (previous !== undefined && list && JOINS.test(pathBetween(items, previous, at).join(' '))) {
      list.last = at
      lists.push(list)
    } else lists.push({ first: at, last: at })
  })
  return lists
}

/** A path as one word; longer ones keep both ends. */
export const shortened = (path: readonly string[]): string =>
  path.length <= LONGEST ? path.join(' ') : `${path.slice(0, 2).join(' ')} … ${path.slice(-2).join(' ')}`

import { bisect } from '../order/bisect.ts'
import { isWordAt } from './word-list.ts'
import type { WordList, WordRange } from './word-list.ts'

export interface SharedWord {
  /** Number of the word in either list. */
  readonly a: number
  readonly b: number
}

/** Where each word that the range of a list has just once stands, by its form. */
const onceOnly = (list: WordList, { first, end }: WordRange): Map<number, number> => {
  const places = new Map<number, number>()
  const again = new Set<number>()
  for (let at = first; at < end; at += 1) {
    const form = list.forms[at] ?? 0
    if (!isWordAt(list, at) || again.has(form)) continue
    if (places.delete(form)) again.add(form)
    else places.set(form, at)
  }
  return places
}

/**
 * Words that a list and a range of another one of its vocabulary have just once, in the longest run that is in order in
 * both (patience sorting).
 */
export const sharedWords = (one: WordList, other: WordList, range: WordRange): SharedWord[] => {
  const places = onceOnly(other, range)
  const common: SharedWord[] = []
  for (const [form, a] of onceOnly(one, { first: 0, end: one.count })) {
    const b = places.get(form)
    if (b !== undefined) common.push({ a, b })
  }
  common.sort((x, y) => x.a - y.a)
  // The last of each pile, and what lay on top of the pile before it when it was laid.
  const piles: number[] = []
  const before: number[] = []
  for (const [at, { b }] of common.entries()) {
    const pile = bisect(0, piles.length, number => (common[piles[number] ?? 0]?.b ?? 0) < b)
    before[at] = pile === 0 ? -1 : (piles[pile - 1] ?? -1)
    piles[pile] = at
  }
  const run: SharedWord[] = []
  for (let at = piles.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const word = common[at]
    if (word !== undefined) run.push(word)
  }
  return run.toReversed()
}

import type { WordList } from './word-list.ts'

export interface SharedWord {
  /** Number of the word in either list. */
  readonly a: number
  readonly b: number
}

/** Where each word that a list has just once stands. */
const onceOnly = ({ words, isWord }: WordList): Map<string, number> => {
  const places = new Map<string, number>()
  const again = new Set<string>()
  for (const [at, word] of words.entries()) {
    if (isWord[at] !== 1 || again.has(word)) continue
    if (places.delete(word)) again.add(word)
    else places.set(word, at)
  }
  return places
}

/** Words that both lists have just once, in the longest run that is in order in both (patience sorting). */
export const sharedWords = (one: WordList, other: WordList): SharedWord[] => {
  const places = onceOnly(other)
  const common: SharedWord[] = []
  for (const [word, a] of onceOnly(one)) {
    const b = places.get(word)
    if (b !== undefined) common.push({ a, b })
  }
  common.sort((x, y) => x.a - y.a)
  // The last of each pile, and what lay on top of the pile before it when it was laid.
  const piles: number[] = []
  const before: number[] = []
  for (const [at, { b }] of common.entries()) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((common[piles[middle] ?? 0]?.b ?? 0) < b) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (piles[low - 1] ?? -1)
    piles[low] = at
  }
  const run: SharedWord[] = []
  for (let at = piles.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const word = common[at]
    if (word !== undefined) run.push(word)
  }
  return run.toReversed()
}

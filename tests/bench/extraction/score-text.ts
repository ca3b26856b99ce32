/** How well a text agrees with the one that was expected; all are shares from 0 to 1. */
export interface TextScore {
  /** Words of the expected text that were kept. */
  readonly recall: number
  /** Words that were kept and belong to the article. */
  readonly precision: number
  readonly f1: number
  /** Pairs of neighbouring words of the expected text that are neighbours in the one kept: what is out of order lowers it. */
  readonly order: number
}

/** Words in lower case; of scripts without spaces between words, each character. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ?? []

const countOf = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0)

/** How many of `wanted` are also in `given`, each as often as it stands in both. */
const shared = (wanted: ReadonlyMap<string, number>, given: ReadonlyMap<string, number>): number => {
  let count = 0
  for (const [item, times] of wanted) count += Math.min(times, given.get(item) ?? 0)
  return count
}

const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`)

/** Compares a kept text with the expected one. Words of `allowed` that are kept beyond those expected are not counted at all. */
export const scoreText = (kept: string, expected: string, allowed: string): TextScore => {
  const words = wordsOf(kept)
  const given = countOf(words)
  const wanted = countOf(wordsOf(expected))
  const found = shared(wanted, given)
  const beyond = new Map([...given].map(([word, count]) => [word, count - Math.min(count, wanted.get(word) ?? 0)]))
  const tolerated = shared(countOf(wordsOf(allowed)), beyond)
  const counted = words.length - tolerated
  const recall = found / Math.max(1, sum(wanted))
  const precision = counted === 0 ? (recall > 0 ? 1 : 0) : found / counted
  const wantedPairs = countOf(pairsOf(wordsOf(expected)))
  return {
    recall,
    precision,
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    order: shared(wantedPairs, countOf(pairsOf(words))) / Math.max(1, sum(wantedPairs)),
  }
}

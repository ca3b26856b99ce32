const counted = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0)

/** F1 over words, each as often as it stands there: 1 when `text` has all of the words of `expected` and no others. */
export const wordsKept = (text: string, expected: string): number => {
  const [found, wanted] = [counted(text), counted(expected)]
  const both = sum([...wanted].map(([word, count]) => Math.min(count, found.get(word) ?? 0)))
  return (2 * both) / (sum(found.values()) + sum(wanted.values()))
}

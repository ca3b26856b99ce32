import type { MeaningWord } from './meaning-word.ts'

/** What is looked for inside a run of characters: each with what it means, or null for one that only looks like another. */
export type WithinTable = ReadonlyMap<string, readonly (readonly [words: string, meaning: MeaningWord | null])[]>

/** Lines of `kind value: words`; `-` alone for the kind says that the words mean nothing. Tried by their first character, the longest first. */
export const tableOf = (list: string): WithinTable => {
  const table = new Map<string, [string, MeaningWord | null][]>()
  for (const line of list.trim().split('\n')) {
    const [head = '', words = ''] = line.split(':')
    const [kind = '-', value = ''] = head.trim().split(' ')
    const meaning = kind === '-' ? null : { kind: kind as MeaningWord['kind'], value }
    for (const word of words.normalize('NFC').trim().split(/\s+/)) {
      const first = word.charAt(0)
      table.set(first, [...(table.get(first) ?? []), [word, meaning]])
    }
  }
  for (const entries of table.values()) entries.sort(([a], [b]) => b.length - a.length)
  return table
}

/** The words of the table that stand in `run`, in their order, none within another. */
export const readWithin = (run: string, table: WithinTable): MeaningWord[] => {
  const found: MeaningWord[] = []
  for (let at = 0; at < run.length;) {
    const entry = table.get(run.charAt(at))?.find(([words]) => run.startsWith(words, at))
    if (entry?.[1]) found.push(entry[1])
    at += entry?.[0].length ?? 1
  }
  return found
}

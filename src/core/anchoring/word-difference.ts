import type { AlignedPair } from './align-words.ts'
import type { DifferencePart } from './verdict.ts'
import type { WordList } from './word-list.ts'

/** The run of a list's text that belongs to a word: up to the next one, so that blanks are kept; the last ends with the word. */
const textOf = (list: WordList, at: number, isLast: boolean): string =>
  list.text.slice(list.starts[at], isLast ? list.ends[at] : (list.starts[at + 1] ?? list.ends[at]))

/** What an alignment comes to in words: runs that both have, and runs that only one has. Blanks stay with the word before them. */
export const differenceOf = (sought: WordList, text: WordList, pairs: readonly AlignedPair[]): DifferencePart[] => {
  const parts: { kind: DifferencePart['kind']; text: string }[] = []
  const put = (kind: DifferencePart['kind'], words: string): void => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += words
    else parts.push({ kind, text: words })
  }
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') put('removed', removed)
    if (added !== '') put('added', added)
    removed = ''
    added = ''
  }
  const lastA = pairs.findLast(({ a }) => a !== -1)?.a
  const lastB = pairs.findLast(({ b }) => b !== -1)?.b
  for (const { a, b, likeness } of pairs) {
    if (likeness === 1) {
      flush()
      put('same', textOf(text, b, b === lastB))
      continue
    }
    if (a !== -1) removed += textOf(sought, a, a === lastA)
    if (b !== -1) added += textOf(text, b, b === lastB)
  }
  flush()
  return parts
}

import type { SearchAnswer } from './search-answer.ts'

const quoted = (word: string): string => `“${word}”`

const listed = (words: readonly string[]): string => {
  const [last = '', ...before] = words.map(quoted).toReversed()
  return before.length === 0 ? last : `${before.toReversed().join(', ')} or ${last}`
}

/** What was looked for in place of words that stand nowhere, and which words nothing was found for, a sentence each. */
export const correctionWords = ({ corrected, unknown }: Pick<SearchAnswer, 'corrected' | 'unknown'>): string[] => [
  ...corrected.map(
    ({ typed, taken }) => `${quoted(typed)} stands nowhere in the library; ${listed(taken)} was searched for.`,
  ),
  ...unknown.map(word => `${quoted(word)} stands nowhere in the library, and neither does anything like it.`),
]

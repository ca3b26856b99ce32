import { plainWords } from './search-words.ts'

/** Letters of a word that it takes to be told from most others. */
const LONG = 5
/** Words that the questions take from a text, at most. */
const MOST_WORDS = 8

/** A word with two of its letters the wrong way round. */
const misspelt = (word: string): string => `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)}`

/**
 * What a search asks of an index itself before a reader does, in the words of a text of it: one question of each kind that readers
 * ask. The engine translates code of SQLite when that is first run, and well when it has run for a while: the first questions of a thread take
 * three to ten times as long as the same asked again.
 */
export const rehearsalOf = (text: string): readonly string[] => {
  const all = plainWords(text)
    .split(' ')
    .filter(word => word !== '')
  const long = all.filter(word => word.length >= LONG)
  const words = [...new Set(long.length > 0 ? long : all)].slice(0, MOST_WORDS)
  const [first, second, third] = words
  if (first === undefined) return []
  const several = [first, second, third].filter(word => word !== undefined)
  return [
    `${first} `,
    `${several.join(' ')} `,
    `"${all.slice(0, 3).join(' ')}" `,
    `${several.at(-1) ?? first} -${first} `,
    first.slice(0, 3),
    `${misspelt(words.at(-1) ?? first)} `,
    ...words.slice(3).map((word, at) => `${word} ${words[at] ?? first} `),
  ]
}

import { isSymbolInCapitals } from './index-lexicon.ts'
import { normaliseName, singularsOf } from './normalise-name.ts'
import type { WrittenName } from './written-names.ts'

/** What a word, or a phrase of some words with blanks between them, names; null for one that names nothing. */
export type NameOf = (words: string) => string | null

/** More distinct words than any comparison of texts asks for; past it the memory of answers starts afresh. */
const MOST_ANSWERS = 60_000

/** Names are short; what is longer names nothing. */
const LONGEST = 60

/**
 * Says what words name: the name of the entry that has them as its name, synonym or plural, so that two spellings of one
 * thing are told from two things. Null for words that name nothing, also for `no` and `cat`, which name something in
 * capitals only. Of two entries with one written name the first counts.
 */
export const nameOfWord = (names: readonly WrittenName[]): NameOf => {
  const entries = new Map<string, string>()
  const symbols = new Map<string, Set<string>>()
  for (const [written, name] of names) {
    const form = normaliseName(written)
    if (form === '') continue
    if (!entries.has(form)) entries.set(form, name)
    if (isSymbolInCapitals(written)) symbols.set(form, (symbols.get(form) ?? new Set()).add(written))
  }
  const lookUp = (words: string): string | null => {
    for (const form of [words, ...singularsOf(words)].map(normaliseName)) {
      const symbol = symbols.get(form)
      const isWritten = symbol === undefined || symbol.has(words) || symbol.has(words.replace(/s$/u, ''))
      const name = isWritten ? entries.get(form) : undefined
      if (name !== undefined) return name
    }
    return null
  }
  const answers = new Map<string, string | null>()
  return words => {
    if (words.length > LONGEST) return null
    const known = answers.get(words)
    if (known !== undefined) return known
    if (answers.size >= MOST_ANSWERS) answers.clear()
    const name = lookUp(words)
    answers.set(words, name)
    return name
  }
}

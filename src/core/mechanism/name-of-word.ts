import { formsOf, indexLexicon } from './index-lexicon.ts'
import type { Lexicon } from './lexicon.ts'

/**
 * Says what a single word names: the name of the lexicon's entry that has it as its name, synonym or plural, so that two
 * spellings of one thing are told from two things. Null for a word that names nothing, also for `no` and `cat`, which
 * name something in capitals only.
 */
export const nameOfWord = (lexicon: Lexicon): ((word: string) => string | null) => {
  const index = indexLexicon(lexicon)
  return word => {
    for (const form of formsOf(index, word)) {
      const written = index.exact.get(form)
      if (written !== undefined && !written.has(word)) continue
      const entry = index.entries.get(form)
      if (entry !== undefined) return entry.name
    }
    return null
  }
}

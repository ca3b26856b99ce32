import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import { entryNamed, formsOf, indexLexicon } from '#core/mechanism/entities/index-lexicon.ts'

const LEXICON = resolve(import.meta.dirname, '../../../resources/lexicon/entities.json')

/** The bundled lexicon's name for what a word stands for; null for a word that it does not list. */
export const nameOf = (): ((word: string) => string | null) => {
  const lexicon: Lexicon = JSON.parse(readFileSync(LEXICON, 'utf8'))
  const index = indexLexicon(lexicon)
  return word => {
    for (const form of formsOf(index, word)) {
      const entry = entryNamed(index, form, word)
      if (entry) return entry.name
    }
    return null
  }
}

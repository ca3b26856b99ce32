import type { Lexicon, LexiconEntry } from '#core/mechanism/entities/lexicon.ts'

interface Extended {
  readonly own: string
  readonly lexicon: Lexicon
}

const last = new WeakMap<Lexicon, Extended>()

/**
 * The lexicon with the reader's entries, which count before the program's. The same entries give the same object, for
 * which the extractor keeps its index.
 */
export const extendLexicon = (lexicon: Lexicon, own: readonly LexiconEntry[]): Lexicon => {
  if (own.length === 0) return lexicon
  const key = JSON.stringify(own)
  const known = last.get(lexicon)
  if (known?.own === key) return known.lexicon
  const extended = { entries: lexicon.entries, own }
  last.set(lexicon, { own: key, lexicon: extended })
  return extended
}

import { readFileSync } from 'node:fs'
import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'

/** The lexicon that the program ships with. */
export const shippedLexicon: Lexicon = JSON.parse(
  readFileSync(new URL('../../../resources/lexicon/entities.json', import.meta.url), 'utf8'),
) as Lexicon

import { SPELT_LETTERS } from './search-words.ts'

const SIBILANT = /(?:s|x|z|ch|sh)$/
/** Shorter words have no forms worth telling apart. */
const LEAST = 3

/** Singular and plural of a word, by the rules of English; forms that are no words cost nothing. */
export const otherForms = (word: string): readonly string[] => {
  if (word.length < LEAST || !/^[a-z]+$/.test(word)) return []
  if (word.endsWith('ies') && word.length > 4) return [`${word.slice(0, -3)}y`]
  if (word.endsWith('sis')) return [`${word.slice(0, -2)}es`]
  if (word.endsWith('ses')) return [`${word.slice(0, -2)}is`, word.slice(0, -2), word.slice(0, -1)]
  if (word.endsWith('es') && SIBILANT.test(word.slice(0, -2))) return [word.slice(0, -2), word.slice(0, -1)]
  if (word.endsWith('ss') || SIBILANT.test(word.replace(/s$/, ''))) return [`${word}es`]
  if (word.endsWith('us') || word.endsWith('is')) return []
  if (word.endsWith('s')) return word.length > LEAST ? [word.slice(0, -1)] : []
  return /[^aeiou]y$/.test(word) ? [`${word.slice(0, -1)}ies`] : [`${word}s`]
}

const WITH_SPELT_LETTER = new RegExp(`^([a-z]{2,5})(${SPELT_LETTERS})([a-z]{0,2})$`)

/** A symbol that was typed in small letters, such as `tnfalpha`, in the words that the index has for it; null for any other word. */
export const symbolWords = (word: string): readonly string[] | null =>
  WITH_SPELT_LETTER.exec(word)
    ?.slice(1)
    .filter(piece => piece !== '') ?? null

import type { Vocabulary } from './vocabulary.ts'

/** Below this two words are not the same one misspelt or inflected. */
const LEAST_LIKENESS = 0.6
/** Weight of a word that differs in capitals only, and of one that is spelt otherwise. */
export const OTHER_CAPITALS = 0.95
const SPELT_OTHERWISE = 0.9

/** Share of the longer word that the common beginning and end make up. */
const affixLikeness = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  if (shorter < longer * LEAST_LIKENESS) return 0
  let head = 0
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1
  let tail = 0
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1
  return (head + tail) / longer
}

/** Misspelt and inflected words keep their first or their last letter. */
export const mayBeAlike = (a: number, b: number): boolean => {
  const difference = a ^ b
  return a !== 0 && b !== 0 && (difference >>> 16 === 0 || (difference & 0xffff) === 0)
}

/** How like two different words are; 0 for other ones. */
export const misspeltLikeness = ({ lower }: Vocabulary, a: number, b: number): number => {
  const likeness = affixLikeness(lower[a] ?? '', lower[b] ?? '')
  return likeness >= LEAST_LIKENESS ? likeness * SPELT_OTHERWISE : 0
}

/** 1 for the same form, below for a word that is spelt or inflected otherwise, 0 for another one. */
export const likenessOf = (vocabulary: Vocabulary, a: number, b: number): number => {
  if (a === b) return 1
  const { terms, edges } = vocabulary
  if (terms[a] === terms[b]) return OTHER_CAPITALS
  return mayBeAlike(edges[a] ?? 0, edges[b] ?? 0) ? misspeltLikeness(vocabulary, a, b) : 0
}

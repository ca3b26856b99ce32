import { words } from '../text/words.ts'

/** Words in a row that are compared as one. */
const SHINGLE_WORDS = 8
/** Shingles that are kept of a text: the estimate's standard error is below 0.05 (Broder 1997, section 3). */
const SKETCH_SIZE = 128
/** Hexadecimal digits of one shingle in a sketch. */
const DIGITS = 8

/** FNV-1a of 32 bits (Fowler, Noll, Vo), over UTF-16 units. */
const hashWord = (word: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Spreads what is alike over the whole range (finaliser of MurmurHash3, Appleby). */
const mix = (value: number): number => {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * A small stand-in for a text, by which two texts can be compared without having them: of the hashes of all its runs of
 * eight words the smallest 128, in hexadecimal, sorted. A. Z. Broder, “On the resemblance and containment of documents”,
 * Compression and Complexity of Sequences 1997. Case, punctuation and white space do not count.
 */
export const sketchText = (text: string): string => {
  const hashes = words(text.normalize('NFKC').toLowerCase()).map(word => hashWord(word.text))
  const count = Math.max(hashes.length === 0 ? 0 : 1, hashes.length - SHINGLE_WORDS + 1)
  const shingles = new Uint32Array(count)
  for (let at = 0; at < count; at += 1) {
    let hash = 0
    for (let next = at; next < Math.min(at + SHINGLE_WORDS, hashes.length); next += 1) {
      hash = Math.imul(hash, 31) + (hashes[next] ?? 0)
    }
    shingles[at] = mix(hash)
  }
  const smallest = new Set<number>()
  for (const shingle of shingles.toSorted()) if (smallest.size < SKETCH_SIZE) smallest.add(shingle)
  return [...smallest].map(hash => hash.toString(16).padStart(DIGITS, '0')).join('')
}

const shinglesOf = (sketch: string): string[] => sketch.match(/.{8}/gs) ?? []

/**
 * How alike two texts are, 0 to 1, from their sketches: an estimate of the shingles that both have among those that
 * either has. Two texts without a word are not alike.
 */
export const likenessOf = (a: string, b: string): number => {
  const [ours, theirs] = [new Set(shinglesOf(a)), new Set(shinglesOf(b))]
  const together = [...new Set([...ours, ...theirs])].toSorted().slice(0, SKETCH_SIZE)
  if (together.length === 0) return 0
  return together.filter(shingle => ours.has(shingle) && theirs.has(shingle)).length / together.length
}

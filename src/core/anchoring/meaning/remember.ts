/** More different words than any book has; past it the memory starts afresh. */
const MOST_WORDS = 30_000

/** `make` for words that come again and again: what it made of one is kept, and must not be changed. */
export const remember = <T>(make: (word: string) => T): ((word: string) => T) => {
  const memory = new Map<string, T>()
  return word => {
    const known = memory.get(word)
    if (known !== undefined) return known
    if (memory.size >= MOST_WORDS) memory.clear()
    const made = make(word)
    memory.set(word, made)
    return made
  }
}

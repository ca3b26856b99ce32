import { foldText } from '../../text/fold-text.ts'
import { nameKey } from '../cards/effect-graph.ts'
import { normaliseName } from '../entities/normalise-name.ts'

/** Words that make what follows them part of another thing: "loss of IL-10" is not IL-10. */
const LINKS = /^(?:after|among|at|by|for|from|in|into|of|on|onto|to|under|upon|with|within|without)$/u

/** A name made ready for comparing: without determiners, measures and plural, each word in the form of the lexicon's look-up. */
export interface ComparedName {
  readonly whole: string
  readonly words: readonly string[]
}

export const compareForm = (name: string): ComparedName => {
  const words = nameKey(foldText(name).text).split(' ').map(normaliseName)
  return { whole: words.join(''), words: words.filter(word => word !== '') }
}

/** The same thing in the same words: case, dashes, Greek letters, determiners and measures do not count. */
export const isSameName = (a: ComparedName, b: ComparedName): boolean => a.whole === b.whole && a.whole !== ''

/**
 * The same thing in a span that begins earlier or later: "microglia" and "activated microglia", not "IL-10" and
 * "loss of IL-10", nor "pain" and "pain relief", whose heads are other things.
 */
export const isSameHead = (a: ComparedName, b: ComparedName): boolean => {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (short.length === 0) return false
  const extra = long.slice(0, long.length - short.length)
  return long.slice(extra.length).join('') === short.join('') && !extra.some(word => LINKS.test(word))
}

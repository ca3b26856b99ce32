import type { Selectors } from '../annotation/annotation.ts'
import { CONTEXT_LENGTH } from '../annotation/annotation.ts'
import { occurrencesOf } from './occurrences.ts'

/** The passage was found: where it was made (`exact`), or elsewhere with nothing of it changed (`moved`). */
interface FoundAnchor {
  readonly status: 'exact' | 'moved'
  readonly start: number
  readonly end: number
  readonly reason?: string
}

/** The passage was not found, or not with certainty; `reason` is one line for the reader. */
interface OrphanedAnchor {
  readonly status: 'orphaned'
  readonly reason: string
}

export type Anchor = FoundAnchor | OrphanedAnchor

type QuoteSelector = Selectors['quote']

/** What stood before the passage stands before `start`. An empty prefix was made at the very beginning. */
const prefixAgrees = (text: string, start: number, prefix: string): boolean =>
  prefix === '' ? start === 0 : text.slice(Math.max(0, start - prefix.length), start) === prefix

/** What stood after the passage stands after `end`. An empty suffix was made at the very end. */
const suffixAgrees = (text: string, end: number, suffix: string): boolean =>
  suffix === '' ? end === text.length : text.startsWith(suffix, end)

/** How many sides of the context agree at `start`: 0, 1 or 2. */
const agreement = (text: string, start: number, quote: QuoteSelector): number =>
  Number(prefixAgrees(text, start, quote.prefix)) + Number(suffixAgrees(text, start + quote.exact.length, quote.suffix))

const orphaned = (reason: string): OrphanedAnchor => ({ status: 'orphaned', reason })

const AROUND_CHANGED = 'The text around the passage has changed.'

/**
 * Finds the passage that an annotation was made on. The words must be there unchanged, and a second witness must speak
 * for the place: the whole context, or, when the words occur nowhere else, one side of it or their own length. Where
 * two places are equally good the one at the old position is meant, if it is among them; otherwise the annotation is
 * orphaned. A guess is never given as a fact.
 */
export const anchor = (text: string, selectors: Pick<Selectors, 'quote' | 'position'>): Anchor => {
  const { quote, position } = selectors
  const { length } = quote.exact
  if (length === 0) return orphaned('The annotation holds no words to look for.')
  const foundAt = (start: number, reason?: string): FoundAnchor => ({
    status: start === position.start ? 'exact' : 'moved',
    start,
    end: start + length,
    ...(reason !== undefined && { reason }),
  })

  const stands = position.end === position.start + length && text.startsWith(quote.exact, position.start)
  if (stands && agreement(text, position.start, quote) === 2) return foundAt(position.start)

  const places = occurrencesOf(text, quote.exact)
  const [first] = places
  if (first === undefined) return orphaned('The words of the passage are no longer in the text.')
  const agreeing = places.filter(start => agreement(text, start, quote) === 2)
  const [only] = agreeing
  if (only !== undefined && agreeing.length === 1) return foundAt(only)
  if (places.length > 1) {
    return orphaned(`The words occur in ${places.length} places, and nothing tells for certain which one was meant.`)
  }
  // Long quotes carry their own context; a short one without any agreement around it could be a different passage.
  return agreement(text, first, quote) > 0 || length >= CONTEXT_LENGTH
    ? foundAt(first, AROUND_CHANGED)
    : orphaned('The words are in the text, but nothing around them is as it was.')
}

import type { Selectors } from '../annotation/annotation.ts'
import { CONTEXT_LENGTH } from '../annotation/annotation.ts'
import { occurrencesOf } from './occurrences.ts'

/** The passage was found: where it was made (`exact`), or elsewhere with nothing of it changed (`moved`). */
export interface FoundAnchor {
  readonly status: 'exact' | 'moved'
  readonly start: number
  readonly end: number
  readonly reason?: string
}

/** The passage was not found, or not with certainty; `reason` is one line for the reader. */
export interface OrphanedAnchor {
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

/**
 * Finds the passage that an annotation was made on. The words must be there unchanged, and more than one witness must
 * speak for the place: the context on either side, or the position together with one side. Where two places are
 * equally good the annotation is orphaned; a guess is never given as a fact.
 */
export const anchor = (text: string, selectors: Pick<Selectors, 'quote' | 'position'>): Anchor => {
  const { quote, position } = selectors
  if (quote.exact === '') return orphaned('The annotation holds no words to look for.')

  const standsAtPosition =
    text.startsWith(quote.exact, position.start) && position.end === position.start + quote.exact.length
  if (standsAtPosition && agreement(text, position.start, quote) === 2) {
    return { status: 'exact', start: position.start, end: position.end }
  }

  const places = occurrencesOf(text, quote.exact).map((start) => ({ start, sides: agreement(text, start, quote) }))
  if (places.length === 0) return orphaned('The words of the passage are no longer in the text.')

  const most = places.reduce((best, { sides }) => Math.max(best, sides), 0)
  const best = places.filter(({ sides }) => sides === most)
  const atPosition = standsAtPosition && best.some(({ start }) => start === position.start)
  // One that stands where it was made, and that no other place equals in context or in words, is the one.
  if (atPosition && (most > 0 || places.length === 1)) {
    return { status: 'exact', start: position.start, end: position.end, reason: 'The text around the passage has changed.' }
  }

  const only = best.length === 1 ? best[0] : undefined
  if (!only) return orphaned(`The words occur in ${best.length} places, and nothing tells which one was meant.`)
  // Long quotes carry their own context; a short one without any agreement around it could be anywhere.
  if (most === 0 && quote.exact.length < CONTEXT_LENGTH) {
    return orphaned('The words are in the text, but nothing around them is as it was.')
  }
  const end = only.start + quote.exact.length
  return most === 2
    ? { status: 'moved', start: only.start, end }
    : { status: 'moved', start: only.start, end, reason: 'The text around the passage has changed.' }
}

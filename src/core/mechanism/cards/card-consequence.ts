import { sentenceSpans } from '../../text/sentences.ts'
import { contains } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Effect } from '../mechanism.ts'

const FOLLOWS =
  /\b(?:as a (?:result|consequence)|consequently|hence|in consequence|in turn|leading to|so that|therefore|thereby|thus|what follows|which (?:leads|results)|with this)\b/iu
const OPENING = /^(?:as a (?:result|consequence)|consequently|hence|in consequence|in turn|therefore|thus|so)\s*,?\s+/iu

const asLine = (words: string): string => {
  const plain = words
    .replace(OPENING, '')
    .replace(/[.;]\s*$/u, '')
    .trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

const clauseOf = (sentence: string): string => {
  const parts = sentence.split(/;\s+/u)
  return asLine(parts.find(part => FOLLOWS.test(part)) ?? parts[0] ?? sentence)
}

/** ", thereby easing X", ", so that X eases": the part of a single sentence that says what follows. */
const TAIL =
  /^.*,\s+(?:(?:and\s+)?(?:thereby|thus|so that|leading to|resulting in)\s+(.+)|(?!including)(\p{Ll}{3,}ing\s+.+))$/u

/** Longer sentences are no line that says what follows. */
const LONGEST_LINE = 400

/** What counts for a sentence as the one that says what follows. */
const SAYS_SO = 3
const NAMES_OUTCOME = 2
const STATES_EFFECT = 0.5

/**
 * The sentence of a passage that says what follows: one that says so, or that names an outcome, the later the better.
 * `outcomes` are ids of effects on symptoms and diseases. With `strict`, a sentence that does neither says nothing: that is
 * right for a paragraph which nobody announced as the account of a mechanism.
 */
export const consequenceOf = (
  text: string,
  passage: Span,
  effects: readonly Effect[],
  outcomes: ReadonlySet<string>,
  strict: boolean,
): string | undefined => {
  const sentences = sentenceSpans(text, passage)
  let best: { words: string; score: number } | undefined
  sentences.forEach((sentence, index) => {
    const words = text.slice(sentence.start, sentence.end)
    const inside = effects.filter(effect => contains(sentence, effect.trigger))
    const reasons =
      (FOLLOWS.test(words) ? SAYS_SO : 0) + (inside.some(effect => outcomes.has(effect.id)) ? NAMES_OUTCOME : 0)
    if (words.length > LONGEST_LINE || (strict && reasons === 0)) return
    const score = reasons + (inside.length > 0 ? STATES_EFFECT : 0) + (index + 1) / sentences.length
    if (!best || score >= best.score) best = { words, score }
  })
  if (!best) return undefined
  if (sentences.length > 1) return clauseOf(best.words)
  const tail = TAIL.exec(best.words)
  return tail ? asLine(tail[1] ?? tail[2] ?? '') : undefined
}

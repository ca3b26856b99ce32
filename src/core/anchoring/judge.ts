import { compareMeaning } from './meaning/compare-meaning.ts'
import type { WordKnowledge } from './meaning/compare-meaning.ts'
import { compareContext } from './compare-context.ts'
import type { Sought } from './sought.ts'
import type { TextIndex } from './text-index.ts'
import type { Refusal } from './verdict.ts'
import type { Weighed } from './weigh-candidate.ts'

/** A place with everything that decides about it. */
export interface Judged extends Weighed {
  /** 0 to 1: words, context and place together. */
  readonly score: number
  /** Why it cannot be taken; null when it can. */
  readonly refusal: Refusal | null
  /** True when it was refused for its meaning rather than for a want of likeness. */
  readonly contradicts: boolean
}

/** Shares of words, context and place in a score. */
const WORDS = 0.6
const CONTEXT = 0.3
const PLACE = 0.1

/**
 * Context that is there agrees in more than this; words that have nothing to do with it agree in 0.2 to 0.4 (edit distance
 * of English prose against other prose).
 */
const AGREES = 0.55
const AGREES_WELL = 0.9
/** From this likeness on the edges of a block count as context for edited words. */
const NEARLY_SAME = 0.85
/** Share of the words that has to be there: with both sides of the context, with one that agrees well, with one. */
const WITH_BOTH = 0.5
const WITH_ONE_WELL = 0.6
const WITH_ONE = 0.68
/** Quotes of so few words say little by themselves. */
const FEW_WORDS = 3
/** Below this share two passages have nothing to do with each other. */
export const SOMETHING_LIKE = 0.3
/** Units between a place and the expected one at which the place speaks half as much for it. */
const HALF_PLACE = 300

/** 1 where the passage was expected, falling with the distance; 0.5 for all when nothing is expected. */
const placeScore = (start: number, expected: number | null): number =>
  expected === null ? 0.5 : 1 / (1 + Math.abs(start - expected) / HALF_PLACE)

interface Side {
  readonly agrees: boolean
  readonly well: boolean
  readonly refusal: Refusal | null
}

const sideOf = (likeness: number, isEdge: boolean, weighed: Weighed, refusal: Refusal | null): Side => {
  const edgeCounts = isEdge && (weighed.isSame || weighed.words >= NEARLY_SAME)
  return {
    agrees: refusal === null && (likeness >= AGREES || edgeCounts),
    well: refusal === null && likeness >= AGREES_WELL,
    refusal,
  }
}

/** Whether a place has enough for it, leaving aside what its words mean. */
const lacks = (sought: Sought, weighed: Weighed, before: Side, after: Side): Refusal | null => {
  const sides = Number(before.agrees) + Number(after.agrees)
  const well = before.well || after.well
  const hasContext = sought.prefix.trim() !== '' || sought.suffix.trim() !== ''
  if (weighed.isSame) return sides > 0 || !hasContext ? null : 'context-differs'
  if (sides === 0 && hasContext) return weighed.words >= WITH_ONE ? 'context-differs' : 'too-different'
  const isShort = sought.endWord - sought.firstWord <= FEW_WORDS
  const needed = sides === 2 ? WITH_BOTH : well && !isShort ? WITH_ONE_WELL : WITH_ONE
  return weighed.words >= needed ? null : 'too-different'
}

/** Weighs all that speaks for and against a place. `expected` is an offset in the folded text, or null. */
export const judge = (
  index: TextIndex,
  sought: Sought,
  weighed: Weighed,
  expected: number | null,
  knowledge: WordKnowledge,
): Judged => {
  const found = index.folded.text.slice(weighed.start, weighed.end)
  const meaning = weighed.isSame ? null : compareMeaning(sought.quote, found, weighed.difference, knowledge)
  const around = compareContext(index, sought, weighed, knowledge)
  const before = sideOf(weighed.before, weighed.opens, weighed, around.before)
  const after = sideOf(weighed.after, weighed.closes, weighed, around.after)
  // A denial right beside the marked words denies them, however well the rest agrees.
  const denied = around.before === 'negation' || around.after === 'negation' ? 'negation' : null
  const contradiction = meaning ?? denied
  const context =
    (Math.max(weighed.before, weighed.opens ? AGREES : 0) + Math.max(weighed.after, weighed.closes ? AGREES : 0)) / 2
  return {
    ...weighed,
    score: WORDS * weighed.words + CONTEXT * context + PLACE * placeScore(weighed.start, expected),
    refusal: contradiction ?? lacks(sought, weighed, before, after),
    contradicts: contradiction !== null,
  }
}

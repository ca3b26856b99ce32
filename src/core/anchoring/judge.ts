import { unfoldSpan } from '../text/fold-text.ts'
import { compareMeaning } from './meaning/compare-meaning.ts'
import type { WordKnowledge } from './meaning/compare-meaning.ts'
import { compareContext } from './compare-context.ts'
import type { Sought } from './sought.ts'
import type { TextIndex } from './text-index.ts'
import { isCutShort, placeDifference, sentenceAround } from './place-difference.ts'
import { likenessBeside } from './surroundings.ts'
import type { DifferencePart, Refusal } from './verdict.ts'
import type { Weighed } from './weigh-candidate.ts'

/** A place with a figure to rank it by. */
export interface Scored extends Weighed {
  /** 0 to 1: words, context and place together. */
  readonly score: number
  /** Units from where the passage was expected; null when nothing is known of that. */
  readonly distance: number | null
  /** True when the same words stand elsewhere, too. */
  readonly isRepeated: boolean
}

/** A place with everything that decides about it. */
export interface Judged extends Scored {
  /** Why it cannot be taken; null when it can. */
  readonly refusal: Refusal | null
  /** True when it was refused for its meaning rather than for a want of likeness. */
  readonly contradicts: boolean
  readonly difference: readonly DifferencePart[]
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
const PARTLY = 0.4
const AGREES_SHORT = 0.65
const AGREES_MORE = 0.7
const BESIDE_AGREES = 0.8
const AGREES_WELL = 0.85
const AGREES_ALTOGETHER = 0.97
/** From this likeness on the edges of a block count as context for edited words. */
const NEARLY_SAME = 0.85
/** Share of the words that has to be there: with both sides of the context, with one that agrees well, with one. */
const WITH_BOTH = 0.5
const WITH_ONE_WELL = 0.6
const WITH_ONE = 0.68
/** Quotes of so few words say little by themselves: edited ones are found by what is on both sides, and near by. */
const FEW_WORDS = 4
const FEW_WITH_BOTH = 0.6
/** Units between a place and the expected one at which the place speaks half as much for it. */
const HALF_PLACE = 300

/** 1 where the passage was expected, falling with the distance; 0.5 for all when nothing is expected. */
const placeScore = (distance: number | null): number => (distance === null ? 0.5 : 1 / (1 + distance / HALF_PLACE))

interface Side {
  /** 0 to 1; 0 for a side that says something else. */
  readonly likeness: number
  readonly isEdge: boolean
  readonly isContrary: boolean
}

const sideOf = (likeness: number, isEdge: boolean, refusal: Refusal | null): Side => ({
  likeness: refusal === null ? likeness : 0,
  isEdge: isEdge && refusal === null,
  isContrary: refusal !== null,
})

interface Sides {
  readonly before: Side
  readonly after: Side
}

/** Quotes below this length (UTF-16 units) stand in many places by chance, and so does some of what is around them. */
const SHORT_QUOTE = 25
const MIDDLING_QUOTE = 60

/** Units from the expected place within which the place speaks for very words; what was put in between moves them a little. */
const VERY_NEAR = 150
const NEAR = 600

const isWithin = (distance: number | null, most: number): boolean => distance !== null && distance <= most

/** Whether the surroundings of the very words are those of the quote: the shorter it is, the more of them has to agree. */
const surroundingsAgree = (index: TextIndex, sought: Sought, scored: Scored, { before, after }: Sides): boolean => {
  // Where the words beside it say something else, its place says nothing.
  const distance = before.isContrary || after.isContrary ? null : scored.distance
  const best = Math.max(before.likeness, after.likeness)
  const both = Math.min(before.likeness, after.likeness)
  const { length } = sought.quote
  if (length < SHORT_QUOTE) {
    // Of the same few words in several places the words right beside them tell which.
    if (scored.isRepeated && likenessBeside(index, sought, scored) < BESIDE_AGREES) return false
    return (
      both >= AGREES_SHORT ||
      (before.isEdge && after.isEdge) ||
      (best >= AGREES_ALTOGETHER && (before.isEdge || after.isEdge || isWithin(distance, VERY_NEAR)))
    )
  }
  if (length < MIDDLING_QUOTE) return both >= AGREES || best >= AGREES_MORE || (before.isEdge && after.isEdge)
  // A whole sentence that stands where its neighbours lead to, with new sentences on either side.
  if (isWithin(distance, NEAR)) return true
  return best >= AGREES || (before.isEdge && after.isEdge) || ((before.isEdge || after.isEdge) && both >= PARTLY)
}

/** Whether a place has enough for it, leaving aside what its words mean. */
const lacks = (index: TextIndex, sought: Sought, weighed: Scored, sides: Sides): Refusal | null => {
  const { before, after } = sides
  const hasContext = sought.prefix.trim() !== '' || sought.suffix.trim() !== ''
  if (weighed.isSame) return !hasContext || surroundingsAgree(index, sought, weighed, sides) ? null : 'context-differs'
  const edgesCount = weighed.words >= NEARLY_SAME
  const agrees = ({ likeness, isEdge }: Side): boolean => likeness >= AGREES || (isEdge && edgesCount)
  const agreeing = Number(agrees(before)) + Number(agrees(after))
  const well = Math.max(before.likeness, after.likeness) >= AGREES_WELL
  if (agreeing === 0 && hasContext) return weighed.words >= WITH_ONE ? 'context-differs' : 'too-different'
  if (sought.endWord - sought.firstWord <= FEW_WORDS && hasContext) {
    const isFar = weighed.distance === null || weighed.distance > NEAR
    const both = Math.min(before.likeness, after.likeness)
    return both >= AGREES_MORE && weighed.words >= FEW_WITH_BOTH && !isFar ? null : 'too-different'
  }
  const needed = agreeing === 2 ? WITH_BOTH : well ? WITH_ONE_WELL : WITH_ONE
  if (weighed.words < needed) return 'too-different'
  // Words of weight that are missing at an edge: the passage may be another one that begins or ends like the quote.
  return isCutShort(sought, weighed) ? 'too-different' : null
}

const meaningOf = (index: TextIndex, sought: Sought, place: Weighed, knowledge: WordKnowledge): Refusal | null => {
  const sentence = sentenceAround(index, sought, place)
  const { start, end } = unfoldSpan(index.folded, sentence)
  const found = {
    text: index.folded.text.slice(sentence.start, sentence.end),
    original: index.original.slice(start, end),
  }
  return compareMeaning(sought.statement, found, sentence.difference, knowledge)
}

/** Puts words, context and place into one figure. `expected` is an offset in the folded text, or null. */
export const scorePlace = (weighed: Weighed, expected: number | null, isRepeated: boolean): Scored => {
  const distance = expected === null ? null : Math.abs(weighed.start - expected)
  const before = Math.max(weighed.before, weighed.opens ? AGREES : 0)
  const after = Math.max(weighed.after, weighed.closes ? AGREES : 0)
  const score = WORDS * weighed.words + (CONTEXT * (before + after)) / 2 + PLACE * placeScore(distance)
  return { ...weighed, score, distance, isRepeated }
}

const sidesOf = (
  scored: Scored,
  around: { readonly before: Refusal | null; readonly after: Refusal | null },
): Sides => ({
  before: sideOf(scored.before, scored.opens, around.before),
  after: sideOf(scored.after, scored.closes, around.after),
})

/** False for a place that cannot be taken, whatever its words and those beside it mean. */
export const mayBeTaken = (index: TextIndex, sought: Sought, scored: Scored): boolean =>
  lacks(index, sought, scored, sidesOf(scored, { before: null, after: null })) === null

/** Finds out what speaks against a place, if anything. */
export const judge = (index: TextIndex, sought: Sought, scored: Scored, knowledge: WordKnowledge): Judged => {
  const difference = placeDifference(index, sought, scored)
  const meaning = scored.isSame ? null : meaningOf(index, sought, scored, knowledge)
  if (meaning !== null) return { ...scored, difference, refusal: meaning, contradicts: true }
  const around = compareContext(index, sought, scored, knowledge)
  // A denial right beside the marked words denies them, however well the rest agrees.
  const isDenied = around.before === 'negation' || around.after === 'negation'
  const refusal = isDenied ? 'negation' : lacks(index, sought, scored, sidesOf(scored, around))
  return { ...scored, difference, refusal, contradicts: isDenied }
}

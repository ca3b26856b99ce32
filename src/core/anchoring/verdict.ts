import * as v from 'valibot'
import { offsetSchema } from '../text/span.ts'

/**
 * Why a passage was not given as found. The first five speak of the words and their surroundings; the others name the
 * part of the meaning in which the nearest words differ from the quote.
 */
export const refusals = [
  /** The annotation holds no words. */
  'no-words',
  /** Nothing in the text is like the quote. */
  'words-gone',
  /** The nearest words differ in too much. */
  'too-different',
  /** The words are there, but what stands around them is not what stood there. */
  'context-differs',
  /** Several places are equally good. */
  'several-alike',
  /** A negation was put in, taken out or moved. */
  'negation',
  /** An increase became a decrease, a promotion an inhibition, or the word that says so is gone. */
  'polarity',
  'number',
  'unit',
  /** More became less, the highest the lowest. */
  'comparison',
  /** Before became after, first became last, or the same words stand in another order. */
  'order',
  /** Another gene, substance, cell, species or person is named. */
  'entity',
  /** A word was replaced by its opposite. */
  'opposite',
] as const
export type Refusal = (typeof refusals)[number]

/** A run of words that both texts have, that only the quote has (`removed`), or that only the found passage has (`added`). */
const differencePartSchema = v.object({ kind: v.picklist(['same', 'removed', 'added']), text: v.string() })
export type DifferencePart = v.InferOutput<typeof differencePartSchema>

const span = { start: offsetSchema, end: offsetSchema }
/** 0 to 1: how much of quote, context, place and structure agrees. */
const score = v.number()

/** A passage that might be meant. `refusal` says why it was not taken; null when only its rival stands in the way. */
const candidateSchema = v.object({
  ...span,
  score,
  difference: v.array(differencePartSchema),
  refusal: v.nullable(v.picklist(refusals)),
})
export type Candidate = v.InferOutput<typeof candidateSchema>

/**
 * What became of a passage. It is never a bare span: whoever shows one knows whether it stands on the words that it was
 * made on (`exact`, `moved`), on edited ones (`changed`), or nowhere for certain.
 */
export const verdictSchema = v.variant('status', [
  /** The same words in the same place. */
  v.object({ status: v.literal('exact'), ...span, score }),
  /** The same words elsewhere, and what stands around them agrees. */
  v.object({ status: v.literal('moved'), ...span, score }),
  /** Edited words that say the same; `difference` tells quote and found words apart, word by word. */
  v.object({ status: v.literal('changed'), ...span, score, difference: v.array(differencePartSchema) }),
  /** Places between which nothing decides, the best first; never empty. */
  v.object({ status: v.literal('uncertain'), reason: v.picklist(refusals), candidates: v.array(candidateSchema) }),
  /** Not in the text any more. `rejected` is the nearest that there is, if anything is near. */
  v.object({ status: v.literal('orphaned'), reason: v.picklist(refusals), rejected: v.nullable(candidateSchema) }),
])
export type Verdict = v.InferOutput<typeof verdictSchema>
export type AnchorStatus = Verdict['status']

/** A verdict that names one passage. */
export type FoundVerdict = Extract<Verdict, { readonly status: 'exact' | 'moved' | 'changed' }>
export const isFound = (verdict: Verdict): verdict is FoundVerdict =>
  verdict.status === 'exact' || verdict.status === 'moved' || verdict.status === 'changed'

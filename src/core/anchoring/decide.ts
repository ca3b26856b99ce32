import type { Judged, Scored } from './judge.ts'
import type { Sought } from './sought.ts'
import type { Candidate, Refusal } from './verdict.ts'

/** A verdict on the folded text; the places are turned into offsets of the original afterwards. */
export type Decision =
  | { readonly kind: 'found'; readonly place: Judged }
  | { readonly kind: 'uncertain'; readonly reason: Refusal; readonly places: readonly Judged[] }
  | { readonly kind: 'orphaned'; readonly reason: Refusal; readonly rejected: Judged | null }

/** By how much the best place has to be ahead of the next. */
const MARGIN = 0.05
/** A place that says the contrary may be ahead of a good one by this much: where a look-alike was put in beside the original. */
const CONTRARY_MARGIN = 0.05
/** Likeness of the words from which a place without anything else for it is still worth a choice. */
const WORTH_A_CHOICE = 0.8
const MOST_CHOICES = 3
/** Likeness of a side of the context that was not touched, but for a letter. */
const WHOLE = 0.9

const overlap = (a: Scored, b: Scored): boolean => a.start < b.end && b.start < a.end

/** The best first; of places that overlap only the best. */
const rank = (places: readonly Scored[]): Scored[] => {
  const ranked: Scored[] = []
  const better = (a: Scored, b: Scored): number =>
    b.score - a.score || Number(b.isSame) - Number(a.isSame) || a.start - b.start
  for (const place of places.toSorted(better)) if (!ranked.some(one => overlap(one, place))) ranked.push(place)
  return ranked
}

/** What is asked about places; each is judged once, however often it is asked about. */
export interface Judgement {
  /** False for a place that cannot be taken, whatever it means: cheap, and asked first. */
  mayBeTaken(place: Scored): boolean
  judge(place: Scored): Judged
}

/** The places, in order, up to those that cannot matter any more, too far behind one that fits; and those that fit. */
const fitInOrder = (
  ranked: readonly Scored[],
  judgement: Judgement,
): { readonly considered: readonly Scored[]; readonly fitting: readonly Judged[] } => {
  const fitting: Judged[] = []
  let bar = Number.NEGATIVE_INFINITY
  for (const [at, place] of ranked.entries()) {
    if (place.score <= bar) return { considered: ranked.slice(0, at), fitting }
    if (!judgement.mayBeTaken(place)) continue
    const one = judgement.judge(place)
    if (one.refusal !== null) continue
    fitting.push(one)
    bar = Math.max(bar, one.score - MARGIN)
  }
  return { considered: ranked, fitting }
}

/**
 * Which of the places is the passage, if any can be told to be it: it has to have enough for it, to say the same, and to be
 * ahead of every other one. A second place that is as good, or a likelier one that says the contrary, leaves it open.
 */
export const decide = (sought: Sought, places: readonly Scored[], judgement: Judgement): Decision => {
  if (sought.quote === '') return { kind: 'orphaned', reason: 'no-words', rejected: null }
  const { considered, fitting } = fitInOrder(rank(places), judgement)
  const [top] = considered
  if (top === undefined) return { kind: 'orphaned', reason: 'words-gone', rejected: null }
  const [best, rival] = fitting
  if (best === undefined) return decideWithoutFit(considered, judgement.judge(top), judgement)
  if (rival !== undefined && best.score - rival.score < MARGIN) {
    return { kind: 'uncertain', reason: 'several-alike', places: fitting.slice(0, MOST_CHOICES) }
  }
  const contrary = firstContrary(considered, best.score, judgement)
  if (contrary !== null) {
    const oneSideIsWhole = best.before >= WHOLE || best.after >= WHOLE
    if (!oneSideIsWhole || contrary.score - best.score > CONTRARY_MARGIN) {
      return { kind: 'uncertain', reason: contrary.refusal ?? 'several-alike', places: [contrary, best] }
    }
  }
  // Edited words are not taken while the very words stand in a likelier place, whatever else is amiss there.
  const same = best.isSame ? undefined : considered.find(({ isSame, score }) => isSame && score > best.score)
  return same === undefined
    ? { kind: 'found', place: best }
    : { kind: 'uncertain', reason: 'several-alike', places: [judgement.judge(same), best] }
}

/** The likeliest place that says something else, of those ahead of `score`. */
const firstContrary = (considered: readonly Scored[], score: number, judgement: Judgement): Judged | null => {
  for (const place of considered) {
    if (place.score <= score) return null
    const one = judgement.judge(place)
    if (one.contradicts) return one
  }
  return null
}

const choicesAmong = (considered: readonly Scored[], judgement: Judgement): Judged[] => {
  const choices: Judged[] = []
  for (const place of considered) {
    if (choices.length === MOST_CHOICES) break
    if (place.words < WORTH_A_CHOICE) continue
    const one = judgement.judge(place)
    if (!one.contradicts) choices.push(one)
  }
  return choices
}

const decideWithoutFit = (considered: readonly Scored[], top: Judged, judgement: Judgement): Decision => {
  const reason = top.refusal ?? 'too-different'
  if (top.contradicts) return { kind: 'orphaned', reason, rejected: top }
  const choices = choicesAmong(considered, judgement)
  const [first, second] = choices
  if (first !== undefined && second !== undefined && first.score - second.score < MARGIN) {
    return { kind: 'uncertain', reason: 'several-alike', places: choices }
  }
  if (first?.isSame === true) return { kind: 'uncertain', reason: 'context-differs', places: choices }
  return { kind: 'orphaned', reason, rejected: top }
}

/** What the reader is shown of a place that was not taken. */
export const candidateOf = (place: Judged, span: { readonly start: number; readonly end: number }): Candidate => ({
  ...span,
  score: place.score,
  difference: [...place.difference],
  refusal: place.refusal,
})

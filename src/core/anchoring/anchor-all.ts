import type { ArticleText } from '../article/article.ts'
import { foldOffset, unfoldSpan } from '../text/fold-text.ts'
import type { Span } from '../text/span.ts'
import { candidateOf, decide } from './decide.ts'
import type { Decision, Judgement } from './decide.ts'
import { Drift } from './drift.ts'
import { Ballot, exactPlaces, likelyWindows } from './find-places.ts'
import { judge, mayBeTaken, scorePlace } from './judge.ts'
import type { Judged, Scored } from './judge.ts'
import type { WordKnowledge } from './meaning/compare-meaning.ts'
import { prepare } from './sought.ts'
import type { AnchorSelectors, Sought } from './sought.ts'
export type { AnchorSelectors } from './sought.ts'
import { standsInPlace } from './stands-in-place.ts'
import { indexText } from './text-index.ts'
import type { BlockEdges } from './surroundings.ts'
import type { TextIndex } from './text-index.ts'
import type { Verdict } from './verdict.ts'
import { weighExact, weighWindow } from './weigh-candidate.ts'

/** A text in which passages are looked for, with the article's structure where it is known. */
export type AnchoringText = Pick<ArticleText, 'text'> & Partial<ArticleText>

export interface AnchoringOptions {
  /** Name of what a word stands for (`il-10` for `IL10`), null for a word that names nothing; two names are two things. */
  readonly nameOf?: (word: string) => string | null
}

/** Places of one quote that are weighed; of more the ones that are nearest to where it was expected. */
const MOST_EXACT_PLACES = 60

/** Likeness of both sides with which the very words need no comparing with edited ones. */
const AGREES_ENOUGH = 0.7
/** Likeness of words and of one side with which only windows of nearly the same weight can be rivals, and that share. */
const CLEAR = 0.8
const RIVAL_SHARE = 0.6

/** Finds the passages of one text. The index is made when the first passage is not where it was. */
class Anchorer {
  readonly #index: TextIndex
  readonly #knowledge: WordKnowledge
  readonly #edges: BlockEdges
  readonly #ballot: Ballot

  constructor(article: AnchoringText, { nameOf = () => null }: AnchoringOptions) {
    const index = indexText(article.text)
    this.#index = index
    this.#ballot = new Ballot(index.words.count)
    this.#knowledge = { nameOf, isWrittenSmall: word => index.isWrittenSmall(word) }
    this.#edges = blockEdges(article.text, index)
  }

  prepare(selectors: AnchorSelectors): Sought {
    return prepare(selectors, this.#index.words.vocabulary)
  }

  /** The only place with the same words in the same surroundings; null when there is none, or more than one. */
  findUnchanged(sought: Sought, places: readonly number[]): Judged | null {
    const { text } = this.#index.folded
    const unchanged = places.filter(
      start => endsWith(text, start, sought.prefix) && text.startsWith(sought.suffix, start + sought.quote.length),
    )
    const [only] = unchanged
    if (only === undefined || unchanged.length > 1) return null
    const place = this.#scoreExact(sought, only, null, false)
    return { ...place, refusal: null, contradicts: false, difference: [] }
  }

  exactPlaces(sought: Sought): readonly number[] {
    return exactPlaces(this.#index, sought)
  }

  decide(sought: Sought, exact: readonly number[], expected: number | null): Decision {
    const foldedExpected = expected === null ? null : foldOffset(this.#index.folded, expected)
    const nearest = (a: number, b: number): number =>
      Math.abs(a - (foldedExpected ?? 0)) - Math.abs(b - (foldedExpected ?? 0))
    const places = exact
      .toSorted(nearest)
      .slice(0, MOST_EXACT_PLACES)
      .map(start => this.#scoreExact(sought, start, foldedExpected, exact.length > 1))
    const judgement = this.#judgementOn(sought)
    // The very words in surroundings that nearly agree: nothing that was edited can be likelier.
    const first = decide(sought, places, judgement)
    if (first.kind === 'found' && Math.min(first.place.before, first.place.after) >= AGREES_ENOUGH) return first

    const expectedWord = foldedExpected === null ? null : this.#index.wordAt(foldedExpected)
    let heaviest = 0
    let isClear = false
    for (const window of likelyWindows(this.#index, this.#ballot, sought, expectedWord)) {
      if (isClear && window.weight < heaviest * RIVAL_SHARE) continue
      heaviest = Math.max(heaviest, window.weight)
      const weighed = weighWindow(this.#index, this.#edges, sought, window)
      if (weighed === null) continue
      isClear ||= weighed.words >= CLEAR && (weighed.before >= CLEAR || weighed.after >= CLEAR)
      if (places.some(({ start, end }) => start === weighed.start && end === weighed.end)) continue
      places.push(scorePlace(weighed, foldedExpected, exact.length > 0))
    }
    return decide(sought, places, judgement)
  }

  verdict(decision: Decision, selectors: AnchorSelectors): Verdict {
    if (decision.kind === 'uncertain') {
      return {
        status: 'uncertain',
        reason: decision.reason,
        candidates: decision.places.map(place => candidateOf(place, this.#unfold(place))),
      }
    }
    if (decision.kind === 'orphaned') {
      const { reason, rejected } = decision
      return { status: 'orphaned', reason, rejected: rejected && candidateOf(rejected, this.#unfold(rejected)) }
    }
    const { place } = decision
    const span = this.#unfold(place)
    if (!place.isSame) return { status: 'changed', ...span, score: place.score, difference: [...place.difference] }
    const { position } = selectors
    const inPlace = position === undefined ? place.before === 1 && place.after === 1 : position.start === span.start
    return { status: inPlace ? 'exact' : 'moved', ...span, score: place.score }
  }

  #judgementOn(sought: Sought): Judgement {
    const index = this.#index
    const judged = new Map<Scored, Judged>()
    return {
      mayBeTaken: place => mayBeTaken(index, sought, place),
      judge: place => {
        const one = judged.get(place) ?? judge(index, sought, place, this.#knowledge)
        judged.set(place, one)
        return one
      },
    }
  }

  #scoreExact(sought: Sought, start: number, expected: number | null, isRepeated: boolean): Scored {
    return scorePlace(weighExact(this.#index, this.#edges, sought, start), expected, isRepeated)
  }

  /** As offsets of the original, with no half of a character at either end. */
  #unfold(place: Span): Span {
    return unfoldSpan(this.#index.folded, place)
  }
}

const endsWith = (text: string, end: number, ending: string): boolean =>
  end >= ending.length && text.startsWith(ending, end - ending.length)

const isBlank = (character: string): boolean => /\s/u.test(character)

const blockEdges = (text: string, { folded }: TextIndex): BlockEdges => ({
  opensAt: offset => {
    let at = unfoldSpan(folded, { start: offset, end: offset + 1 }).start
    while (at > 0 && text.charAt(at - 1) !== '\n' && text.charAt(at - 1) !== '\t' && isBlank(text.charAt(at - 1)))
      at -= 1
    return at === 0 || isBlank(text.charAt(at - 1))
  },
  closesAt: offset => {
    let at = unfoldSpan(folded, { start: offset - 1, end: offset }).end
    while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== '\t' && isBlank(text.charAt(at))) at += 1
    return at === text.length || isBlank(text.charAt(at))
  },
})

/** A passage of no length was never anybody's: where it is says nothing of where the words of a mark from elsewhere stand. */
const withoutEmptyPosition = (selectors: AnchorSelectors): AnchorSelectors => {
  const { position, quote } = selectors
  return position !== undefined && position.start === position.end && quote.exact !== '' ? { quote } : selectors
}

/**
 * A verdict for each of `given`, in its order; the same input gives the same verdicts. What stands where it was is found
 * without anything else; for the rest the text is folded and indexed once.
 */
export const anchorAll = (
  article: AnchoringText,
  given: readonly AnchorSelectors[],
  options: AnchoringOptions = {},
): Verdict[] => {
  const list = given.map(withoutEmptyPosition)
  const verdicts: (Verdict | null)[] = list.map(selectors => standsInPlace(article.text, selectors))
  if (!verdicts.includes(null)) return verdicts.filter(verdict => verdict !== null)
  const anchorer = new Anchorer(article, options)
  const drift = new Drift()
  for (const [at, verdict] of verdicts.entries()) {
    const position = list[at]?.position
    if (verdict?.status === 'exact' && position !== undefined) drift.add(position.start, verdict.start)
  }
  const open: { at: number; selectors: AnchorSelectors; sought: Sought; exact: readonly number[] }[] = []
  for (const [at, selectors] of list.entries()) {
    if (verdicts[at] !== null) continue
    const sought = anchorer.prepare(selectors)
    const exact = anchorer.exactPlaces(sought)
    const unchanged = anchorer.findUnchanged(sought, exact)
    if (unchanged === null) {
      open.push({ at, selectors, sought, exact })
      continue
    }
    const verdict = anchorer.verdict({ kind: 'found', place: unchanged }, selectors)
    verdicts[at] = verdict
    if (selectors.position !== undefined && 'start' in verdict) drift.add(selectors.position.start, verdict.start)
  }
  // What was found for certain tells how far the text around it has moved, and so where to expect the rest.
  for (const { at, selectors, sought, exact } of open) {
    const expected = selectors.position === undefined ? null : drift.expect(selectors.position.start)
    verdicts[at] = anchorer.verdict(anchorer.decide(sought, exact, expected), selectors)
  }
  return verdicts.filter(verdict => verdict !== null)
}

/** The verdict on one passage; many of one text are found faster together. */
export const anchorOne = (
  article: AnchoringText,
  selectors: AnchorSelectors,
  options: AnchoringOptions = {},
): Verdict => {
  const [verdict] = anchorAll(article, [selectors], options)
  return verdict ?? { status: 'orphaned', reason: 'no-words', rejected: null }
}

import { sentenceSpans } from '../../text/sentences.ts'
import { contains, passageAt } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Candidate } from './find-candidates.ts'
import type { Effect, Entity, Mechanism } from '../mechanism.ts'

/** More cards than this help nobody; the first ones of the text are kept. */
const MOST_CARDS = 40

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

/** The sentence of a passage that says what follows: one that says so, or that names an outcome, the later the better. */
const consequenceOf = (
  text: string,
  passage: Span,
  effects: readonly Effect[],
  outcomes: ReadonlySet<string>,
): string | undefined => {
  const sentences = sentenceSpans(text, passage)
  let best: { words: string; score: number } | undefined
  sentences.forEach((sentence, index) => {
    const words = text.slice(sentence.start, sentence.end)
    const inside = effects.filter(effect => contains(sentence, effect.trigger))
    const score =
      (FOLLOWS.test(words) ? 3 : 0) +
      (inside.some(effect => outcomes.has(effect.id)) ? 2 : 0) +
      (inside.length > 0 ? 0.5 : 0) +
      (index + 1) / sentences.length
    if (words.length <= 400 && (!best || score >= best.score)) best = { words, score }
  })
  if (!best) return undefined
  if (sentences.length > 1) return clauseOf(best.words)
  const tail = TAIL.exec(best.words)
  return tail ? asLine(tail[1] ?? tail[2] ?? '') : undefined
}

/** An id made of a title's words, so that finding again gives the same card the same id. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 48) || 'untitled'

/** Gives each name an id of its own: a second one of the same name gets a number. */
export const uniqueId = (taken: Set<string>, wanted: string): string => {
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  taken.add(id)
  return id
}

/** A title for a passage that has none: what acts on what. */
const titleFrom = (effects: readonly Effect[]): string => {
  const best = effects.find(effect => effect.agent)
  if (!best?.agent) return 'Mechanism'
  const words = { increases: 'increases', decreases: 'decreases', converts: 'becomes', affects: 'affects' }[
    best.direction
  ]
  const title = `${best.agent.quote} ${best.negated ? 'does not change' : words} ${best.target.quote}`.replace(
    /\s+/gu,
    ' ',
  )
  return title.charAt(0).toUpperCase() + title.slice(1, 90)
}

/**
 * The cards of an article: one a candidate that states an effect (or was announced and names an entity); where there
 * are no candidates, one a paragraph with an effect whose agent is named. `outcomes` are ids of effects on symptoms
 * and diseases.
 */
export const makeCards = (
  text: string,
  candidates: readonly Candidate[],
  paragraphs: readonly Span[],
  effects: readonly Effect[],
  entities: readonly Entity[],
  outcomes: ReadonlySet<string>,
): Mechanism[] => {
  const taken = new Set<string>()
  const within = (passage: Span): Effect[] => effects.filter(effect => contains(passage, effect.trigger))
  const named = (passage: Span): Entity[] =>
    entities.filter(entity => entity.mentions.some(mention => contains(passage, mention)))
  const card = (
    title: string,
    passage: Span,
    body: Span,
    own: readonly Effect[],
    members: readonly Entity[],
  ): Mechanism => {
    const consequence = consequenceOf(text, body, own, outcomes)
    return {
      id: uniqueId(taken, `m-${slugOf(title)}`),
      title,
      origin: 'found',
      passage: passageAt(text, passage),
      ...(consequence === undefined ? {} : { consequence }),
      effects: own.map(effect => effect.id),
      entities: members.map(entity => entity.id),
    }
  }
  const fromCandidates = candidates.flatMap(candidate => {
    const own = within(candidate.passage)
    const members = named(candidate.passage)
    const counts = candidate.announced ? members.length > 0 : own.some(effect => effect.direction !== 'affects')
    return counts ? [card(candidate.title, candidate.passage, candidate.body, own, members)] : []
  })
  if (fromCandidates.length > 0) return fromCandidates.slice(0, MOST_CARDS)
  return paragraphs
    .flatMap(passage => {
      const own = within(passage)
      return own.some(effect => effect.agent !== null && effect.direction !== 'affects')
        ? [card(titleFrom(own), passage, passage, own, named(passage))]
        : []
    })
    .slice(0, MOST_CARDS)
}

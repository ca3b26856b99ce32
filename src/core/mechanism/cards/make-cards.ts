import { compareSpans, contains, passageAt } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Effect, Entity, Mechanism } from '../mechanism.ts'
import { consequenceOf } from './card-consequence.ts'
import { titleOf } from './card-title.ts'
import type { Candidate } from './find-candidates.ts'
import type { EffectStatement } from './effect-verb.ts'
import { ownWords } from './own-words.ts'
import { partsWithin } from './parts-within.ts'
import { statementKeys } from './statement-key.ts'
import { slugOf, uniqueId } from './slug.ts'

/** More cards than this help nobody; those that state their effects most surely are kept. */
const MOST_CARDS = 400

/**
 * A section that is longer, in UTF-16 units, or states more effects is told paragraph by paragraph; one that is announced as a
 * mechanism is not.
 */
const LONGEST_SECTION = 2_400
const MOST_IN_SECTION = 12

/** Where the text lists its mechanisms, the list is taken for all of them if it holds at least this share of the effects. */
const LIST_SHARE = 0.5

/** Worth a card of its own: something that is named changes something. */
const isTelling = (effect: Effect): boolean => effect.agent !== null && effect.direction !== 'affects'

const inWords = (effect: Effect): EffectStatement => ({
  ...effect,
  agent: effect.agent?.quote ?? null,
  target: effect.target.quote,
})

/** A line that only says what the title says already. */
const restates = (line: string, title: string): boolean => {
  const plain = (words: string): string => words.toLowerCase().replace(/\s+/gu, ' ')
  return plain(line).startsWith(plain(title))
}

interface Draft {
  readonly title: string
  readonly passage: Span
  readonly body: Span
  readonly effects: readonly Effect[]
  readonly entities: readonly Entity[]
  /** Nobody announced it as the account of a mechanism. */
  readonly plain: boolean
  readonly titled?: 'by-effects'
}

const surest = (draft: Draft): number => Math.max(0, ...draft.effects.map(effect => effect.confidence))

/** The surest ones, in the order in which they came. */
const strongest = (drafts: readonly Draft[]): readonly Draft[] => {
  if (drafts.length <= MOST_CARDS) return drafts
  const kept = new Set(drafts.toSorted((a, b) => surest(b) - surest(a)).slice(0, MOST_CARDS))
  return drafts.filter(draft => kept.has(draft))
}

/**
 * The cards of an article, in text order. A candidate makes one when it states an effect (or was announced and names an
 * entity). What no candidate holds is told paragraph by paragraph, under a title that says what acts on what; a paragraph
 * that only repeats what a card before it says makes none. Where the text itself lists its mechanisms and tells most of its
 * effects there, the list is all. `outcomes` are ids of effects on symptoms and diseases.
 */
export const makeCards = (
  text: string,
  candidates: readonly Candidate[],
  paragraphs: readonly Span[],
  effects: readonly Effect[],
  entities: readonly Entity[],
  outcomes: ReadonlySet<string>,
): Mechanism[] => {
  const keys = statementKeys(entities)
  const keyOf = (effect: Effect): string => keys.statement(inWords(effect))
  const effectsIn = partsWithin(effects, effect => [effect.trigger])
  const entitiesIn = partsWithin(entities, entity => entity.mentions)

  const fromCandidates = candidates.flatMap((candidate): Draft[] => {
    const { title, passage, body, announced } = candidate
    const own = effectsIn(passage)
    const isLong = passage.end - passage.start > LONGEST_SECTION || own.length > MOST_IN_SECTION
    if (!announced && isLong && text.slice(passage.start, passage.end).includes('\n')) return []
    const draft = { title, passage, body, effects: own, entities: entitiesIn(passage), plain: !announced }
    return (announced ? draft.entities.length > 0 : draft.effects.some(effect => effect.direction !== 'affects'))
      ? [draft]
      : []
  })
  const told = new Set(fromCandidates.flatMap(draft => draft.effects))
  const isList = fromCandidates.some(draft => !draft.plain) && told.size >= effects.length * LIST_SHARE
  const toldKeys = new Set([...told].map(keyOf))
  const fromParagraphs = paragraphs.flatMap((passage): Draft[] => {
    if (isList || fromCandidates.some(draft => contains(draft.passage, passage))) return []
    const own = effectsIn(passage)
    const news = own.filter(effect => isTelling(effect) && !toldKeys.has(keyOf(effect)))
    if (news.length === 0) return []
    for (const effect of own) toldKeys.add(keyOf(effect))
    const title = titleOf(
      news.map(effect => ({
        ...inWords(effect),
        confidence: effect.confidence,
        at: effect.trigger.start,
        words: ownWords(text, effect),
      })),
      keys,
    )
    const parts = { effects: own, entities: entitiesIn(passage) }
    return [{ title, titled: 'by-effects', passage, body: passage, ...parts, plain: true }]
  })

  /** Outcomes that come of what else the passage tells, not of something that is only mentioned beside it. */
  const linkedOutcomes = (own: readonly Effect[]): ReadonlySet<string> => {
    const sides = own.map(effect => ({ effect, ...inWords(effect) }))
    const isLinked = (effect: Effect): boolean => {
      const agent = keys.side(effect.agent?.quote ?? null)
      return sides.some(
        other => other.effect !== effect && (keys.side(other.agent) === agent || keys.side(other.target) === agent),
      )
    }
    return new Set(own.filter(effect => outcomes.has(effect.id) && isLinked(effect)).map(effect => effect.id))
  }

  const taken = new Set<string>()
  return strongest([...fromCandidates, ...fromParagraphs].toSorted((a, b) => compareSpans(a.passage, b.passage))).map(
    ({ title, titled, passage, body, effects: own, entities: members, plain }): Mechanism => {
      const line = consequenceOf(text, body, own, plain ? linkedOutcomes(own) : outcomes, plain)
      const consequence = line === undefined || restates(line, title) ? undefined : line
      return {
        id: uniqueId(taken, `m-${slugOf(title)}`),
        title,
        ...(titled === undefined ? {} : { titled }),
        origin: 'found',
        passage: passageAt(text, passage),
        ...(consequence === undefined ? {} : { consequence }),
        effects: own.map(effect => effect.id),
        entities: members.map(entity => entity.id),
      }
    },
  )
}

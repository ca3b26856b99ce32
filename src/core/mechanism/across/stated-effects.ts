import type { EffectDecision } from '../corrections/effect-decision.ts'
import { decisionsOnEffects } from '../corrections/match-effects.ts'
import { sentenceSpans } from '../../text/sentences.ts'
import type { Passage } from '../../text/span.ts'
import type { ReaderCard } from '../cards/reader-card.ts'
import { showCards } from '../cards/show-cards.ts'
import type { ShownEffect } from '../cards/shown-card.ts'
import { nameEffects } from '../effects/name-effects.ts'
import type { Effect, Entity, Extraction } from '../mechanism.ts'
import { entitiesByKey, mentionsInOrder, mentionsWithin, nameFoundSide, nameWrittenSide } from './name-side.ts'
import type { DocumentEffects, NamedSide, Spelling, StatedEffect } from './stated-effect.ts'

interface Shown extends Omit<ShownEffect, 'rule' | 'trigger'> {
  /** As it was found; undefined for one that the reader wrote. */
  readonly source: Effect | undefined
  readonly sentence: string
}

/** A longer sentence is cut at its end. */
const LONGEST_SENTENCE = 400

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim()

/** The sentence of a card's passage in which an effect's passage begins. */
const sentenceAround = (card: Passage): ((passage: Passage) => string) => {
  const sentences = sentenceSpans(card.quote, { start: 0, end: card.quote.length })
  return passage => {
    const at = passage.start - card.start
    const around = sentences.find(({ start, end }) => start <= at && at < end)
    const words = around === undefined ? passage.quote : card.quote.slice(around.start, around.end)
    return oneLine(words).slice(0, LONGEST_SENTENCE)
  }
}

/** An effect that stands on no card: its trigger is the passage, since what lies between its parts is not known. */
const offCards = (effect: Effect, names: ReadonlyMap<string, { agent: string | null; target: string }>): Shown => ({
  ...effect,
  origin: 'found',
  agent: names.get(effect.id)?.agent ?? effect.agent?.quote ?? null,
  target: names.get(effect.id)?.target ?? effect.target.quote,
  passage: effect.trigger,
  source: effect,
  sentence: [effect.agent, effect.trigger, effect.target]
    .flatMap(part => part ?? [])
    .toSorted((a, b) => a.start - b.start)
    .map(({ quote }) => oneLine(quote))
    .join(' … '),
})

/** The same as the reader has put it right; nothing of one that the reader has rejected. */
const decided = (effect: Shown, decision: EffectDecision | undefined): Shown[] => {
  if (decision?.decision === 'rejected') return []
  if (decision?.content === undefined) return [effect]
  return [{ ...effect, ...decision.content, origin: 'reader', confidence: 1, source: undefined }]
}

/** The effects that count: on cards that are not rejected, and on no card at all. Each once. */
const effectsThatCount = (
  found: Extraction,
  records: readonly ReaderCard[],
  decisions: readonly EffectDecision[],
): Shown[] => {
  const sources = new Map(found.effects.map(effect => [effect.id, effect]))
  const shown = showCards(found, records, decisions).filter(card => card.number > 0)
  const onCards = new Map<string, Shown>()
  for (const card of shown) {
    const sentenceOf = sentenceAround(card.passage)
    for (const effect of card.effects) {
      // An id of the reader's own is unique; that of a found effect may be kept by the reader's wording of it.
      const key = `${effect.origin} ${effect.id}`
      const source = effect.origin === 'found' ? sources.get(effect.id) : undefined
      if (!onCards.has(key)) onCards.set(key, { ...effect, source, sentence: sentenceOf(effect.passage) })
    }
  }
  const ofFoundCards = new Set(found.mechanisms.flatMap(card => card.effects))
  const names = nameEffects(found)
  const onEffects = decisionsOnEffects(found, decisions)
  const others = found.effects.filter(({ id }) => !ofFoundCards.has(id) && !onCards.has(`reader ${id}`))
  return [...onCards.values(), ...others.flatMap(effect => decided(offCards(effect, names), onEffects.get(effect.id)))]
}

/** The ways in which the named entities are written, without the usual one. */
const spellingsOf = (entities: readonly Entity[], named: ReadonlySet<string>): Spelling[] =>
  entities.flatMap(({ name, mentions }) => {
    const written = [...new Set(mentions.map(({ quote }) => quote.replace(/\s+/gu, ' ')))].filter(
      quote => quote.toLowerCase() !== name.toLowerCase(),
    )
    return named.has(name) && written.length > 0 ? [{ name, written }] : []
  })

/**
 * What a document says of what acts on what, with the reader's changes on top: rejected cards, what only they carried, and
 * rejected effects do not count; what the reader wrote or put right does. In text order.
 */
export const statedEffects = (
  id: string,
  found: Extraction,
  records: readonly ReaderCard[],
  decisions: readonly EffectDecision[] = [],
): DocumentEffects => {
  const mentions = mentionsInOrder(found.entities)
  const byKey = entitiesByKey(found.entities)
  const side = (words: string, passage: Effect['target'] | null | undefined): NamedSide =>
    passage == null ? nameWrittenSide(words, byKey) : nameFoundSide(words, passage, mentionsWithin(mentions, passage))
  const effects = effectsThatCount(found, records, decisions)
    .map((effect): StatedEffect => {
      const { source } = effect
      const { start, end, quote, lost } = { lost: undefined, ...effect.passage }
      return {
        id: effect.id,
        origin: effect.origin,
        agent: effect.agent === null ? null : side(effect.agent, source?.agent),
        target: side(effect.target, source?.target),
        direction: effect.direction,
        negated: effect.negated,
        hedged: effect.hedged,
        confidence: effect.confidence,
        passage: { start, end, quote },
        sentence: effect.sentence,
        lost: lost !== undefined,
      }
    })
    .toSorted((a, b) => a.passage.start - b.passage.start)
  const sides = effects.flatMap(effect => (effect.agent === null ? [effect.target] : [effect.agent, effect.target]))
  const named = new Set(sides.flatMap(({ name, within }) => [name, ...within.map(entity => entity.name)]))
  return { id, effects, spellings: spellingsOf(found.entities, named) }
}

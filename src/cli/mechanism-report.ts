import type { Effect, Extraction, Mechanism } from '#core/mechanism/mechanism.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { decisionsOnEffects } from '#core/mechanism/corrections/match-effects.ts'
import type { Passage } from '#core/text/span.ts'

/** What `pathmark mechanisms --json` prints. Ids in `mechanisms` refer to `effects` and `entities` of the same report. */
export interface MechanismReport {
  readonly document: { readonly id: string | null; readonly title: string }
  readonly mechanisms: readonly Mechanism[]
  readonly effects: readonly Effect[]
  readonly entities: Extraction['entities']
  readonly study: Extraction['study']
  /** Why the text was not looked through; left out when it was. */
  readonly unread?: Extraction['unread']
}

const passageOf = (name: string, passage: Passage): Passage => {
  const at = name === '' ? -1 : passage.quote.toLowerCase().indexOf(name.toLowerCase())
  if (at < 0) return passage
  const start = passage.start + at
  return { start, end: start + name.length, quote: passage.quote.slice(at, at + name.length) }
}

/**
 * An effect that the reader wrote names its sides in words. Where its passage has those words they are the side's
 * passage; where it has not, the whole passage stands for it. Its trigger is the whole passage.
 */
const writtenEffect = (effect: ShownEffect): Effect => {
  const { id, direction, negated, hedged, confidence, rule, passage } = effect
  return {
    id,
    agent: effect.agent === null ? null : passageOf(effect.agent, passage),
    direction,
    target: passageOf(effect.target, passage),
    trigger: passage,
    negated,
    hedged,
    confidence,
    rule,
  }
}

/**
 * What was found, with the reader's changes on top: an effect that the reader changed replaces the one of the same id.
 * Rejected effects and cards are left out, and so are the effects that only they or the found side of an edited card carried;
 * effects that stand on no card at all stay.
 */
export const reportMechanisms = (
  document: MechanismReport['document'],
  found: Extraction,
  cards: readonly ShownCard[],
  decisions: readonly EffectDecision[] = [],
): MechanismReport => {
  const decided = decisionsOnEffects(found, decisions)
  const shown = cards.filter(card => card.number > 0)
  const onCards = shown.flatMap(card => card.effects)
  const asFound = new Set(onCards.filter(effect => effect.origin === 'found').map(effect => effect.id))
  const changed = new Set(onCards.filter(effect => effect.origin === 'reader').map(effect => effect.id))
  const onFoundCards = new Set(found.mechanisms.flatMap(mechanism => mechanism.effects))
  const kept = found.effects.filter(
    ({ id }) =>
      asFound.has(id) || (!onFoundCards.has(id) && !changed.has(id) && decided.get(id)?.decision !== 'rejected'),
  )
  const written = onCards.filter(effect => effect.origin === 'reader').map(writtenEffect)
  return {
    document,
    mechanisms: shown.map(card => ({
      id: card.id,
      title: card.title,
      ...(card.consequence === undefined ? {} : { consequence: card.consequence }),
      origin: card.origin,
      passage: card.passage,
      effects: card.effects.map(effect => effect.id),
      entities: card.entities.map(entity => entity.id),
    })),
    effects: [...kept, ...written],
    entities: found.entities,
    study: found.study,
    ...(found.unread === undefined ? {} : { unread: found.unread }),
  }
}

import { compareSpans, passageAt } from '../../text/span.ts'
import type { Passage, Span } from '../../text/span.ts'
import type { EffectDecision } from '../corrections/effect-decision.ts'
import type { Effect, Extraction } from '../mechanism.ts'
import type { EffectStatement } from './effect-verb.ts'
import type { EffectPlace, ShownCard, ShownEffect } from './shown-card.ts'
import { statementKeys } from './statement-key.ts'
import type { StatementKeys } from './statement-key.ts'

/** From the first to the last word of an effect, as far as they stand in one sentence. */
const extentOf = (effect: Effect): Span => {
  const carried = effect.rule.endsWith('-carried')
  const parts = [effect.target, effect.trigger, ...(effect.agent === null || carried ? [] : [effect.agent])]
  return { start: Math.min(...parts.map(part => part.start)), end: Math.max(...parts.map(part => part.end)) }
}

/** Effects that stand on no card: those of a paragraph that only repeats what a card says already. */
const looseEffects = (found: Extraction): readonly Effect[] => {
  const onCards = new Set(found.mechanisms.flatMap(card => card.effects))
  return found.effects.filter(effect => !onCards.has(effect.id))
}

const placesInOrder = (places: readonly EffectPlace[]): readonly EffectPlace[] =>
  places.toSorted((a, b) => compareSpans(a.passage, b.passage))

const surer = (a: ShownEffect, b: ShownEffect): ShownEffect => (b.confidence > a.confidence ? b : a)

/** Where the reader put an effect right, it says the same only as others that were put right. */
const correctedKey = (keys: StatementKeys, effect: EffectStatement): string => `corrected ${keys.statement(effect)}`

const keyOfShown = (keys: StatementKeys, effect: ShownEffect): string =>
  effect.corrects !== undefined
    ? correctedKey(keys, effect)
    : effect.origin === 'found'
      ? keys.statement(effect)
      : `own ${effect.id}`

/**
 * The cards with effects that say the same told once, each with all of its places: those on its card, and on the first card
 * that says so those that stand on no card. Effects that the reader wrote are not merged. `decisions` are the reader's, by
 * the id of the found effect. What is shown of a merged effect is what its surest place says, or its first.
 */
export const mergeEffects = (
  cards: readonly ShownCard[],
  found: Extraction,
  text: string,
  decisions: ReadonlyMap<string, EffectDecision>,
): readonly ShownCard[] => {
  const keys = statementKeys(found.entities)
  const loose = new Map<string, EffectPlace[]>()
  for (const effect of looseEffects(found)) {
    const decision = decisions.get(effect.id)
    if (decision?.decision === 'rejected') continue
    const key =
      decision?.content === undefined
        ? keys.statement({ ...effect, agent: effect.agent?.quote ?? null, target: effect.target.quote })
        : correctedKey(keys, decision.content)
    const passage: Passage = passageAt(text, extentOf(effect))
    loose.set(key, [...(loose.get(key) ?? []), { id: effect.id, passage }])
  }
  return cards.map(card => {
    const groups = new Map<string, ShownEffect[]>()
    for (const effect of card.effects) {
      const key = keyOfShown(keys, effect)
      groups.set(key, [...(groups.get(key) ?? []), effect])
    }
    const effects = [...groups].flatMap(([key, alike]) => {
      const [first, ...rest] = alike
      if (first === undefined) return []
      const elsewhere = card.decision === 'rejected' ? [] : (loose.get(key) ?? [])
      if (elsewhere.length > 0) loose.delete(key)
      const own = alike.map(({ id, passage }) => ({ id, passage }))
      return [{ ...rest.reduce(surer, first), places: placesInOrder([...own, ...elsewhere]) }]
    })
    return { ...card, effects }
  })
}

/** Where an effect is said, in text order; a single place before effects were merged. */
export const placesOf = (effect: ShownEffect): readonly EffectPlace[] =>
  effect.places ?? [{ id: effect.id, passage: effect.passage }]

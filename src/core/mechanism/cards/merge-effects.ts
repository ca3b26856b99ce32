import { compareSpans, passageAt } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
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

/** What an extraction says, by what it comes to; made once for each, since every decision of the reader merges anew. */
interface Statements {
  readonly keys: StatementKeys
  readonly keyOf: ReadonlyMap<string, string>
  /** Effects that stand on no card, those of a paragraph that only repeats what a card says already, by their key. */
  readonly loose: ReadonlyMap<string, readonly Effect[]>
}

const known = new WeakMap<Extraction, Statements>()

const statementsOf = (found: Extraction): Statements => {
  const before = known.get(found)
  if (before !== undefined) return before
  const keys = statementKeys(found.entities)
  const onCards = new Set(found.mechanisms.flatMap(card => card.effects))
  const keyOf = new Map<string, string>()
  const loose = new Map<string, Effect[]>()
  for (const effect of found.effects) {
    const key = keys.statement({ ...effect, agent: effect.agent?.quote ?? null, target: effect.target.quote })
    keyOf.set(effect.id, key)
    if (onCards.has(effect.id)) continue
    const alike = loose.get(key)
    if (alike === undefined) loose.set(key, [effect])
    else alike.push(effect)
  }
  const statements = { keys, keyOf, loose }
  known.set(found, statements)
  return statements
}

const placesInOrder = (places: readonly EffectPlace[]): readonly EffectPlace[] =>
  places.toSorted((a, b) => compareSpans(a.passage, b.passage))

const surer = (a: ShownEffect, b: ShownEffect): ShownEffect => (b.confidence > a.confidence ? b : a)

/** Where the reader put an effect right, it says the same only as others that were put right. */
const correctedKey = (keys: StatementKeys, effect: EffectStatement): string => `corrected ${keys.statement(effect)}`

const keyOfShown = ({ keys, keyOf }: Statements, effect: ShownEffect): string => {
  if (effect.corrects !== undefined) return correctedKey(keys, effect)
  return (effect.origin === 'found' ? keyOf.get(effect.id) : undefined) ?? `own ${effect.id}`
}

/** The loose effects that the reader put right, by what they say now. */
const correctedLoose = (
  { keys, loose }: Statements,
  decisions: ReadonlyMap<string, EffectDecision>,
): ReadonlyMap<string, readonly Effect[]> => {
  const corrected = new Map<string, Effect[]>()
  if (decisions.size === 0) return corrected
  for (const effect of [...loose.values()].flat()) {
    const content = decisions.get(effect.id)?.content
    if (content === undefined) continue
    const key = correctedKey(keys, content)
    corrected.set(key, [...(corrected.get(key) ?? []), effect])
  }
  return corrected
}

/** Effects of one card that say the same, under what they say, in the card's order. */
const groupsOf = (statements: Statements, effects: readonly ShownEffect[]): ReadonlyMap<string, ShownEffect[]> => {
  const groups = new Map<string, ShownEffect[]>()
  for (const effect of effects) {
    const key = keyOfShown(statements, effect)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [effect])
    else group.push(effect)
  }
  return groups
}

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
  const statements = statementsOf(found)
  const corrected = correctedLoose(statements, decisions)
  const taken = new Set<string>()
  const placesElsewhere = (key: string): readonly EffectPlace[] => {
    if (taken.has(key)) return []
    taken.add(key)
    const asFound = (statements.loose.get(key) ?? []).filter(effect => !decisions.has(effect.id))
    const effects = [...asFound, ...(corrected.get(key) ?? [])]
    return effects.map(effect => ({ id: effect.id, passage: passageAt(text, extentOf(effect)) }))
  }
  return cards.map(card => {
    const effects = [...groupsOf(statements, card.effects)].flatMap(([key, [first, ...rest]]) => {
      if (first === undefined) return []
      const own = [first, ...rest].map(({ id, passage }) => ({ id, passage }))
      const elsewhere = card.decision === 'rejected' ? [] : placesElsewhere(key)
      return [{ ...rest.reduce(surer, first), places: placesInOrder([...own, ...elsewhere]) }]
    })
    return { ...card, effects }
  })
}

/** Where an effect is said, in text order; a single place before effects were merged. */
export const placesOf = (effect: ShownEffect): readonly EffectPlace[] =>
  effect.places ?? [{ id: effect.id, passage: effect.passage }]

import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import type { Span } from '#core/text/span.ts'

/**
 * The words that make up an effect: trigger first, because that is where the reader is led, then agent and target.
 * An effect that the reader wrote has one passage for all.
 */
export const effectSpans = (effect: ShownEffect, found: Extraction | null): readonly Span[] => {
  const source = effect.origin === 'found' ? found?.effects.find(candidate => candidate.id === effect.id) : undefined
  if (source === undefined) return effect.passage.lost === undefined ? [effect.passage] : []
  return source.agent === null ? [source.trigger, source.target] : [source.trigger, source.agent, source.target]
}

export const effectFilters = ['all', 'increases', 'decreases'] as const
export type EffectFilter = (typeof effectFilters)[number]

const matchesFilter = (effect: ShownEffect, filter: EffectFilter): boolean =>
  filter === 'all' || effect.direction === filter

/** Cards that have an effect of the wanted direction, with those effects only; numbers stay as they are. */
export const filterCards = (cards: readonly ShownCard[], filter: EffectFilter): readonly ShownCard[] =>
  filter === 'all'
    ? cards
    : cards
        .map(card => ({ ...card, effects: card.effects.filter(effect => matchesFilter(effect, filter)) }))
        .filter(card => card.effects.length > 0)

/** How many effects of each kind the cards have. */
export const countEffects = (cards: readonly ShownCard[]): Record<EffectFilter, number> => {
  const effects = cards.flatMap(card => card.effects)
  const count = (filter: EffectFilter): number => effects.filter(effect => matchesFilter(effect, filter)).length
  return { all: effects.length, increases: count('increases'), decreases: count('decreases') }
}

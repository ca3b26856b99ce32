import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import type { Span } from '#core/text/span.ts'

/**
 * The words that make up an effect: trigger first, because that is where the reader is led, then agent and target; of one that
 * the reader corrected the words that were read. An effect that the reader wrote has one passage for all.
 */
export const effectSpans = (effect: ShownEffect, found: Extraction | null): readonly Span[] => {
  const source =
    effect.origin === 'found' || effect.corrects !== undefined
      ? found?.effects.find(candidate => candidate.id === effect.id)
      : undefined
  if (source === undefined) return effect.passage.lost === undefined ? [effect.passage] : []
  return source.agent === null ? [source.trigger, source.target] : [source.trigger, source.agent, source.target]
}

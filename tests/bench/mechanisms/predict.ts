import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import { findEffects } from '#core/mechanism/find-effects.ts'
import type { Thresholds } from '#core/mechanism/readings/weights.ts'
import type { Weigher } from '#core/mechanism/readings/find-readings.ts'
import type { GoldDocument } from './gold.ts'
import type { Prediction } from './score.ts'

/** The signed effects with an agent that the program finds in a document. */
export const predict = (
  { text, entities }: GoldDocument,
  lexicon: Lexicon,
  given: boolean,
  weigher?: Weigher,
  thresholds?: Thresholds,
): Prediction[] =>
  findEffects(text, lexicon, given ? entities : undefined, {
    ...(weigher ? { weigher } : {}),
    ...(thresholds ? { thresholds } : {}),
  }).flatMap(({ agent, target, direction }) =>
    agent !== null && (direction === 'increases' || direction === 'decreases')
      ? [{ agent, target, sign: direction === 'increases' ? 1 : -1 }]
      : [],
  )

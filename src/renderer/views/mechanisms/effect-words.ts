import { effectVerb } from '#core/mechanism/cards/effect-verb.ts'
import type { EffectStatement } from '#core/mechanism/cards/effect-verb.ts'
import type { Direction } from '#core/mechanism/mechanism.ts'

/** Signs that stand for a direction wherever colour alone would not be seen. */
export const directionSigns: Record<Direction, string> = { increases: '▲', decreases: '▼', converts: '⇒', affects: '→' }

/** The effect as a short sentence without a full stop: "stem cells increase IL-10". */
export const effectSentence = (effect: EffectStatement): string =>
  `${effect.agent ?? 'an agent that is not named'} ${effectVerb(effect)} ${effect.target}`

/** What the choice of a direction is called in the form and the filter. */
export const directionNames: Record<Direction, string> = {
  increases: 'increases',
  decreases: 'decreases',
  converts: 'becomes',
  affects: 'affects',
}

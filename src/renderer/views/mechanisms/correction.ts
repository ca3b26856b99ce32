import type { ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import type { Statement } from '#core/mechanism/corrections/effect-decision.ts'
import type { EffectFields } from './effect-fields.ts'

/** An effect as the fields begin with it. */
export const fieldsOfEffect = ({ id, agent, direction, target, negated, hedged }: ShownEffect): EffectFields => ({
  id,
  agent: agent ?? '',
  direction,
  target,
  negated,
  hedged,
})

/** What the fields say, white space trimmed; null while nothing is acted on. */
export const correctionOf = ({ agent, direction, target, negated, hedged }: EffectFields): Statement | null =>
  target.trim() === ''
    ? null
    : { agent: agent.trim() === '' ? null : agent.trim(), direction, target: target.trim(), negated, hedged }

import { contains } from '../../text/span.ts'
import type { Passage } from '../../text/span.ts'
import type { Effect, Extraction } from '../mechanism.ts'
import type { AboutEffect } from './effect-decision.ts'

/** From the first to the last word of the effect, in the words of a card that holds it; the trigger alone where none does. */
const passageOf = ({ agent, target, trigger, rule }: Effect, { mechanisms }: Extraction): Passage => {
  // An agent carried here from an earlier sentence would stretch the passage over what lies between.
  const parts = [target, trigger, ...(agent === null || rule.endsWith('-carried') ? [] : [agent])]
  const start = Math.min(...parts.map(part => part.start))
  const end = Math.max(...parts.map(part => part.end))
  const around = mechanisms.find(({ passage }) => contains(passage, { start, end }))?.passage
  if (around === undefined) return { start: trigger.start, end: trigger.end, quote: trigger.quote }
  return { start, end, quote: around.quote.slice(start - around.start, end - around.start) }
}

/** What a decision on this effect is about, so that the effect is known again when it is looked for anew. */
export const aboutEffect = (found: Extraction, effect: Effect): AboutEffect => ({
  agent: effect.agent?.quote ?? null,
  direction: effect.direction,
  target: effect.target.quote,
  negated: effect.negated,
  hedged: effect.hedged,
  trigger: effect.trigger.quote,
  passage: passageOf(effect, found),
})

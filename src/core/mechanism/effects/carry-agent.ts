import { contains } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { RawEffect } from './raw-effect.ts'

/** The name that acts most often in these passages; of two the one that acts first. Null when fewer than two effects name one. */
const topicOf = (effects: readonly RawEffect[]): string | null => {
  const counts = new Map<string, number>()
  for (const { agent } of effects) if (agent) counts.set(agent.mention.name, (counts.get(agent.mention.name) ?? 0) + 1)
  let best: string | null = null
  for (const [name, count] of counts)
    if (count > 1 && count > (best === null ? 0 : (counts.get(best) ?? 0))) best = name
  return best
}

/**
 * Gives effects that name no agent the one that their passage is about. Only in `passages` that are each about one thing,
 * only the topic of them all, and only when the passage has named it before. `mentions` are in text order.
 */
export const carryAgent = (
  effects: readonly RawEffect[],
  passages: readonly Span[],
  mentions: readonly Mention[],
): RawEffect[] => {
  const passageOf = (effect: RawEffect): Span | undefined => passages.find(passage => contains(passage, effect.trigger))
  const topic = topicOf(effects.filter(effect => passageOf(effect) !== undefined))
  const named = mentions.filter(mention => mention.name === topic)
  return effects.map(effect => {
    const passage = effect.agent === null && effect.target.mention.name !== topic ? passageOf(effect) : undefined
    const mention =
      passage && named.findLast(place => place.start >= passage.start && place.end <= effect.trigger.start)
    return mention ? { ...effect, agent: { span: mention, mention }, carried: true } : effect
  })
}

import { overlaps } from '../../text/span.ts'
import type { RawEffect, RuleName } from '../effects/raw-effect.ts'
import type { Thresholds } from './weights.ts'
import type { WeighedSentence } from './weigh-sentence.ts'

const samePair = (a: RawEffect, b: RawEffect): boolean =>
  a.agent !== null && b.agent !== null && overlaps(a.agent.span, b.agent.span) && overlaps(a.target.span, b.target.span)

/** The same change of the same target, told once without its agent and once with it. */
const fillsAgent = (stated: RawEffect, weighed: RawEffect): boolean =>
  stated.agent === null &&
  stated.direction === weighed.direction &&
  stated.target.mention.start === weighed.target.mention.start &&
  overlaps(stated.trigger, weighed.trigger)

/** Constructions that long sentences lead astray. */
const MISLED: ReadonlySet<RuleName> = new Set(['active', 'gerund', 'infinitive', 'passive'])

/** What is added at a trigger that a construction has read must be at least so likely. */
const BESIDE_STATED = 0.5

/** Words and marks of a sentence in which constructions are not led astray, and say all of their trigger. */
const PLAIN = 20

/**
 * Both together: of one pair what a construction states stands unless its readings speak against it; what readings add has at
 * least the probability that the thresholds ask for; a stated change without an agent gives way to the same one with its agent.
 */
export const withWeighed = (
  stated: readonly RawEffect[],
  { effects: weighed, triggers, length }: WeighedSentence,
  { least, misread: bound }: Thresholds,
): RawEffect[] => {
  const isPlain = length <= PLAIN
  const misread = (effect: RawEffect): boolean => {
    if (isPlain || !MISLED.has(effect.rule)) return false
    if (effect.agent === null || (effect.direction !== 'increases' && effect.direction !== 'decreases')) return false
    if (!triggers.some(trigger => overlaps(trigger, effect.trigger))) return false
    const same = weighed.filter(other => samePair(effect, other))
    return Math.max(0, ...same.map(({ probability }) => probability)) < bound
  }
  const kept = stated.filter(effect => !misread(effect))
  const fresh = weighed.filter(effect => {
    if (kept.some(other => samePair(other, effect))) return false
    const beside = kept.filter(({ trigger }) => overlaps(trigger, effect.trigger))
    if (isPlain && beside.some(({ agent, rule }) => agent !== null || rule === 'active')) return false
    const isBeside = beside.some(({ agent }) => agent !== null)
    return effect.probability >= (isBeside ? Math.max(least, BESIDE_STATED) : least)
  })
  return [...kept.filter(effect => !fresh.some(other => fillsAgent(effect, other))), ...fresh]
}

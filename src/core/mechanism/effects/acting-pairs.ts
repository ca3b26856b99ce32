import { overlaps } from '../../text/span.ts'
import type { Agent, RawEffect } from './raw-effect.ts'
import type { Target } from './read-targets.ts'

/** One effect for each agent on each target; nothing acts on a phrase that it is itself part of. */
export const actingPairs = (
  agents: readonly Agent[],
  targets: readonly Target[],
  effectOf: (target: Target) => Omit<RawEffect, 'agent' | 'target'>,
): RawEffect[] =>
  targets.flatMap(target =>
    agents
      .filter(agent => !overlaps(agent.span, target.span))
      .map(({ span, mention }) => ({ agent: { span, mention }, target, ...effectOf(target) })),
  )

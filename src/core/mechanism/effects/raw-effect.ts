import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { Direction } from '../mechanism.ts'
import type { TriggerSign } from './triggers.ts'
import type { Target } from './read-targets.ts'

/**
 * The rules by which an effect is found, and how far each is to be trusted before anything speaks against it. What a `read-` rule
 * finds has been weighed and brings its own probability; the rule tells how its trigger stands.
 */
export const rules = {
  active: 0.9,
  passive: 0.9,
  gerund: 0.85,
  infinitive: 0.8,
  subject: 0.7,
  comparison: 0.7,
  'nominal-by': 0.85,
  'nominal-of-on': 0.8,
  compound: 0.85,
  agentive: 0.9,
  need: 0.85,
  conversion: 0.9,
  involvement: 0.8,
  nominal: 0.55,
  modifier: 0.5,
  'read-active': 1,
  'read-passive': 1,
  'read-ing': 1,
  'read-infinitive': 1,
  'read-noun': 1,
  'read-modifier': 1,
  'read-predicate': 1,
  'read-agent': 1,
  'read-linker': 1,
} as const
export type RuleName = keyof typeof rules

export interface Agent {
  readonly span: Span
  readonly mention: Mention
}

/** An effect before it gets an id and its words: what the rules of one sentence find. */
export interface RawEffect {
  readonly agent: Agent | null
  /** True when the agent stands elsewhere and was brought here: by a pronoun, or because the section is about it. */
  readonly carried: boolean
  readonly direction: Direction
  readonly target: Target
  readonly trigger: Span
  readonly negated: boolean
  readonly hedged: boolean
  readonly rule: RuleName
  /** Of an effect that was weighed: how likely it is stated. */
  readonly probability?: number
}

/** Processes that a patient would rather not have: when they "improve" there is less of them. */
const HARMFUL =
  /inflammation|stress|apoptosis|death|necrosis|fibrosis|scar|damage|injury|degeneration|isch(?:a)?emia|hypoxia|toxicity|sensiti[sz]ation|pain|oedema|edema/iu

/** The direction that a trigger gives to its target, once turning words and the target's nature are counted. */
export const directionOf = (sign: TriggerSign, target: Target, words: string): Direction => {
  if (sign === 'converts') return 'converts'
  if (sign === 0) return 'affects'
  const harmful = target.type === 'symptom' || target.type === 'disease' || HARMFUL.test(words)
  const plain = sign === 'better' ? (harmful ? -1 : 1) : sign === 'worse' ? (harmful ? 1 : -1) : sign
  return plain * target.turn > 0 ? 'increases' : 'decreases'
}

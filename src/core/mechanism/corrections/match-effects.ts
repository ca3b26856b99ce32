import type { Effect, Extraction } from '../mechanism.ts'
import type { AboutEffect, EffectDecision } from './effect-decision.ts'
import { compareForm, isSameHead, isSameName } from './same-name.ts'
import type { ComparedName } from './same-name.ts'
import { wordsAgree } from './words-agree.ts'

type NameTest = (a: ComparedName, b: ComparedName) => boolean

/** Whether the effect stands where the decision was made. */
const standsThere = ({ passage }: AboutEffect, { trigger, target }: Effect): boolean =>
  passage.lost === undefined && (wordsAgree(passage, trigger) || wordsAgree(passage, target))

const namedAlike = (about: AboutEffect, effect: Effect, same: NameTest): boolean => {
  if ((about.agent === null) !== (effect.agent === null)) return false
  const alike = (a: string, b: string): boolean => same(compareForm(a), compareForm(b))
  if (about.agent !== null && effect.agent !== null && !alike(about.agent, effect.agent.quote)) return false
  return alike(about.target, effect.target.quote)
}

/**
 * The effects that a decision is about: in the same place, of the same direction and denied alike, between the same
 * names; where none has just those, between names with other modifiers. What the extractor now reads in another
 * direction is another statement, which the reader has not decided on.
 */
const effectsOf = (about: AboutEffect, effects: readonly Effect[]): readonly Effect[] => {
  const there = effects.filter(
    effect => effect.direction === about.direction && effect.negated === about.negated && standsThere(about, effect),
  )
  const exact = there.filter(effect => namedAlike(about, effect, isSameName))
  return exact.length > 0 ? exact : there.filter(effect => namedAlike(about, effect, isSameHead))
}

const isLater = (a: EffectDecision, b: EffectDecision): boolean =>
  a.modified > b.modified || (a.modified === b.modified && a.id > b.id)

interface Matched {
  readonly byEffect: ReadonlyMap<string, EffectDecision>
  readonly left: readonly EffectDecision[]
}

const match = (found: Extraction, decisions: readonly EffectDecision[]): Matched => {
  const byEffect = new Map<string, EffectDecision>()
  const left: EffectDecision[] = []
  for (const decision of decisions) {
    if (decision.deleted !== undefined) continue
    const effects = effectsOf(decision.about, found.effects)
    if (effects.length === 0) left.push(decision)
    for (const { id } of effects) {
      const known = byEffect.get(id)
      if (known === undefined || isLater(decision, known)) byEffect.set(id, decision)
    }
  }
  return { byEffect, left }
}

/**
 * The reader's decisions by the id of the effect that each is about in this result, whichever version of the extractor
 * it was made on. Of two on one effect the one that was changed last counts; deleted ones are left out.
 */
export const decisionsOnEffects = (
  found: Extraction,
  decisions: readonly EffectDecision[],
): ReadonlyMap<string, EffectDecision> => match(found, decisions).byEffect

/** Effects that the reader put right and that are not found any more: they stay, as the reader's own. */
export const decisionsWithoutEffect = (
  found: Extraction,
  decisions: readonly EffectDecision[],
): readonly EffectDecision[] => match(found, decisions).left.filter(({ content }) => content !== undefined)

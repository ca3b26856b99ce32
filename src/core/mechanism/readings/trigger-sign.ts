import type { Item } from './sentence-items.ts'
import type { Side } from './sides.ts'
import type { EntityType } from '../mechanism.ts'
import type { FamilySign } from './trigger-families.ts'

const TOWARDS_LESS = /^(?:adverse|antagonistic|inhibitory|negative|negatively|repressive|suppressive)$/
const TOWARDS_MORE = /^(?:activating|beneficial|enhancing|positive|positively|promoting|stimulating|stimulatory)$/

/** "X falls in response to Y": the last verb says where to. */
const signOfEarlierVerb = (items: readonly Item[], at: number): FamilySign | null => {
  for (let i = at - 1; i >= 0; i--) {
    const trigger = items[i]?.trigger
    if (trigger && ['active', 'passive', 'modifier'].includes(trigger.form)) return trigger.sense.family.sign
  }
  return null
}

/** The direction of the trigger at `at`: its family's, or the one that a word before it gives ("negatively regulates"). */
const signOfTrigger = (items: readonly Item[], at: number): FamilySign => {
  const sense = items[at]?.trigger?.sense
  const sign = sense?.family.sign ?? 0
  if (sense?.name === 'respond') return signOfEarlierVerb(items, at) ?? sign
  if (sign !== 0) return sign
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    const lower = items[i]?.lower ?? ''
    if (TOWARDS_LESS.test(lower)) return -1
    if (TOWARDS_MORE.test(lower)) return 1
  }
  return 0
}

/** What the trigger at `at` says of one target: "protects X from Y" is less of Y. */
export const signFor = (items: readonly Item[], at: number, target: Side): FamilySign =>
  items[at]?.trigger?.sense.name === 'preserve' && /\b(?:from|against)\b/.test(target.path)
    ? -1
    : signOfTrigger(items, at)

/** The sign as a number for a target of this type: what gets better is less of a symptom or disease, and more of anything else. */
export const signedBy = (sign: FamilySign, type: EntityType): 1 | -1 | 0 => {
  const harmful = type === 'disease' || type === 'symptom'
  if (sign === 'better') return harmful ? -1 : 1
  if (sign === 'worse') return harmful ? 1 : -1
  return sign === 'converts' ? 0 : sign
}

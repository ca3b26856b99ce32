import type { FeatureGroup } from './feature-group.ts'
import type { ListOf } from './item-paths.ts'
import type { Item } from './sentence-items.ts'
import type { Side } from './sides.ts'

/** What is the same for every pair of one sentence. */
export interface SentenceView {
  readonly items: readonly Item[]
  readonly entities: readonly number[]
  readonly lists: readonly ListOf[]
}

/** An effect that the constructions of this sentence gave, by what it is about. */
export interface StatedEffect {
  readonly rule: string
  readonly trigger: { readonly start: number; readonly end: number }
  /** Starts of the entities. */
  readonly agent: number | null
  readonly target: number
}

/** How the stated effects bear on a reading: the same one, the same pair, the same trigger with another argument. */
const agreement = (stated: readonly StatedEffect[], trigger: Item, agent: number, target: number): string[] => {
  const features = new Set<string>()
  let kinds = 0
  for (const effect of stated) {
    const sameTrigger = effect.trigger.start < trigger.end && trigger.start < effect.trigger.end
    const sameAgent = effect.agent === agent
    const sameTarget = effect.target === target
    if (sameTrigger && sameAgent && sameTarget) {
      features.add('same')
      features.add(`same ${effect.rule}`)
      kinds |= 1
    } else if (sameAgent && sameTarget) {
      features.add('same pair')
      kinds |= 2
    } else if (!sameTrigger) continue
    else if (sameTarget) {
      features.add(effect.agent === null ? 'same target alone' : 'other agent')
      kinds |= effect.agent === null ? 4 : 8
    } else if (sameAgent) {
      features.add('other target')
      kinds |= 16
    } else {
      features.add('other pair')
      kinds |= 32
    }
  }
  return [...features, `stated ${kinds}`, `stated ${kinds} ${trigger.trigger?.form ?? ''}`]
}

const countBetween = (items: readonly Item[], low: number, high: number, at: number): [number, number] => {
  let triggers = 0
  let entities = 0
  for (let i = low + 1; i < high; i++) {
    const item = items[i]
    if (item?.mention) entities++
    else if (item?.trigger && i !== at) triggers++
  }
  return [triggers, entities]
}

/** What speaks for and against a pair of arguments beside what each of them brings. */
export const pairGroups = (
  { items }: SentenceView,
  at: number,
  agent: Side,
  target: Side,
  stated: readonly StatedEffect[],
): FeatureGroup[] => {
  const item = items[at]
  const acting = items[agent.item]
  const acted = items[target.item]
  if (!item?.trigger || !acting?.mention || !acted?.mention) return []
  const { form, sense } = item.trigger
  const [triggers, between] = countBetween(
    items,
    Math.min(agent.item, target.item),
    Math.max(agent.item, target.item),
    at,
  )
  const order = `${agent.before ? 'A' : ''}${target.before ? 'T' : ''}.${agent.before ? '' : 'A'}${target.before ? '' : 'T'}`
  const nearer =
    agent.before === target.before ? (Math.abs(agent.item - at) < Math.abs(target.item - at) ? 'a' : 't') : ''
  const where = `${form} ${order}${nearer}`
  const types = `${acting.mention.type} ${acted.mention.type}`
  const counts = `${Math.min(triggers, 3)} ${Math.min(between, 4)}`
  const ranks = `${Math.min(agent.rank, 3)} ${Math.min(target.rank, 3)}`
  const paths = `JP ${form} ${agent.path}|${target.path} ${order}${nearer}`
  const isOneList = agent.list === target.list
  const isSame = acting.lower === acted.lower
  const isBracketed = item.depth > 0
  const agreeing = agreement(stated, item, acting.mention.start, acted.mention.start)
  return [
    { key: paths, features: () => [paths] },
    {
      key: `${where} ${sense.name} ${types} ${counts} ${ranks} ${isOneList} ${isSame} ${isBracketed}`,
      features: () => [
        'always',
        `J ${where}`,
        `JC ${where} ${sense.family.class}`,
        `JN ${where} ${sense.name}`,
        `JT ${types}`,
        `JTS ${types} ${sense.family.sign}`,
        `JK ${where} ${Math.min(triggers, 3)}`,
        `JB ${where} ${Math.min(between, 4)}`,
        `JR ${where} ${ranks}`,
        ...(isOneList ? ['JL', `JL ${where}`] : []),
        ...(isSame ? ['JS'] : []),
        ...(isBracketed ? ['JD'] : []),
      ],
    },
    { key: agreeing.join('/'), features: () => agreeing },
  ]
}

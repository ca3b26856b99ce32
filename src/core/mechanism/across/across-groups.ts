import type { EntityType } from '../mechanism.ts'
import type { AcrossIndex } from './across-index.ts'
import type { AcrossQuery, Grouping, GroupOrder } from './across-query.ts'
import { sayingsOf, verdictOf, verdicts } from './agreement.ts'
import type { Saying, Verdict } from './agreement.ts'
import type { IndexedEffect } from './indexed-effect.ts'
import { ranksOf } from './name-ranks.ts'
import { groupsOf, selectEffects } from './select-effects.ts'
import { findThings } from './things.ts'
import type { Thing } from './things.ts'

/** The effects on one thing, on one process or of one agent, in numbers. */
export interface AcrossGroup {
  /** The usual name of what it is about; no other group has it. */
  readonly name: string
  readonly type: EntityType | null
  readonly effects: number
  readonly articles: number
  /** Those that the reader wrote or corrected. */
  readonly own: number
  /** What is said, and in how many articles: what is stated first. */
  readonly sayings: readonly Saying[]
  readonly verdict: Verdict
}

export interface AcrossGroups {
  readonly groups: readonly AcrossGroup[]
  /** Effects in all groups, each once, and articles that have any. */
  readonly effects: number
  readonly articles: number
}

const orders: Record<GroupOrder, (a: AcrossGroup, b: AcrossGroup) => number> = {
  articles: (a, b) => b.articles - a.articles || b.effects - a.effects,
  effects: (a, b) => b.effects - a.effects || b.articles - a.articles,
  name: () => 0,
  verdict: (a, b) =>
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || b.articles - a.articles || b.effects - a.effects,
}

const byGroup = (effects: readonly IndexedEffect[], grouping: Grouping): ReadonlyMap<number, IndexedEffect[]> => {
  const groups = new Map<number, IndexedEffect[]>()
  for (const effect of effects) {
    for (const key of groupsOf(effect, grouping)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [effect])
      else group.push(effect)
    }
  }
  return groups
}

/** How many articles the effects are of; those of one article stand together. */
const countDocuments = (effects: Iterable<IndexedEffect>): number => {
  let count = 0
  let last = -1
  for (const { document } of effects) {
    if (document !== last) count += 1
    last = document
  }
  return count
}

interface WholeGroup {
  readonly effects: readonly IndexedEffect[]
  readonly verdict: Verdict
  readonly shown: AcrossGroup
}

const wholeByIndex = new WeakMap<AcrossIndex, Map<Grouping, ReadonlyMap<number, WholeGroup>>>()

const groupOf = (thing: Thing, effects: readonly IndexedEffect[], verdict: Verdict): AcrossGroup => ({
  name: thing.name,
  type: thing.type,
  effects: effects.length,
  articles: countDocuments(effects),
  own: effects.filter(({ stated }) => stated.origin === 'reader').length,
  sayings: sayingsOf(effects),
  verdict,
})

/**
 * All groups with all of their effects, made once for each index: what the view opens with, and what tells that a contradiction
 * is one while only one side of it is looked at.
 */
const wholeGroups = (index: AcrossIndex, grouping: Grouping): ReadonlyMap<number, WholeGroup> => {
  const kept = wholeByIndex.get(index) ?? new Map<Grouping, ReadonlyMap<number, WholeGroup>>()
  wholeByIndex.set(index, kept)
  const known = kept.get(grouping)
  if (known !== undefined) return known
  const whole = new Map<number, WholeGroup>()
  for (const [key, effects] of byGroup(index.effects, grouping)) {
    const thing = index.things[key]
    const verdict = verdictOf(effects, index.contested, grouping !== 'agent')
    if (thing !== undefined) whole.set(key, { effects, verdict, shown: groupOf(thing, effects, verdict) })
  }
  kept.set(grouping, whole)
  return whole
}

const allEffects = (whole: ReadonlyMap<number, WholeGroup>): [number, readonly IndexedEffect[]][] =>
  [...whole].map(([key, { effects }]) => [key, effects])

/** The groups that a query asks for, in its order. A group that is named by the words sought comes before those that only have them within. */
export const groupEffects = (index: AcrossIndex, query: AcrossQuery): AcrossGroups => {
  const whole = wholeGroups(index, query.grouping)
  const selected = selectEffects(index, query)
  const isWhole = selected === index.effects
  const counted = new Set<IndexedEffect>()
  const groups: AcrossGroup[] = []
  for (const [key, effects] of isWhole ? allEffects(whole) : byGroup(selected, query.grouping)) {
    const thing = index.things[key]
    const { verdict, shown } = whole.get(key) ?? { verdict: 'single' as const, shown: undefined }
    if (thing === undefined || (query.contradicted && verdict !== 'contradicted')) continue
    for (const effect of effects) counted.add(effect)
    groups.push(isWhole && shown !== undefined ? shown : groupOf(thing, effects, verdict))
  }
  const named = new Set([...(findThings(index.things, query.name) ?? [])].map(number => index.things[number]?.name))
  const isNamed = (group: AcrossGroup): number => (named.has(group.name) ? 0 : 1)
  const order = orders[query.order]
  const ranks = ranksOf(index)
  const byName = (a: AcrossGroup, b: AcrossGroup): number => (ranks.get(a.name) ?? 0) - (ranks.get(b.name) ?? 0)
  return {
    groups: groups.toSorted((a, b) => isNamed(a) - isNamed(b) || order(a, b) || byName(a, b)),
    effects: counted.size,
    articles: new Set([...counted].map(({ document }) => document)).size,
  }
}

import type { Passage } from '../../text/span.ts'
import { directions } from '../mechanism.ts'
import type { Direction, EntityType } from '../mechanism.ts'
import type { AcrossIndex } from './across-index.ts'
import type { AcrossQuery, GroupOrder } from './across-query.ts'
import { isSure, pairOf, sayingsOf, verdictOf, verdicts } from './agreement.ts'
import type { Saying, Verdict } from './agreement.ts'
import type { IndexedEffect } from './indexed-effect.ts'
import { groupsOf, selectEffects } from './select-effects.ts'
import { findThings } from './things.ts'
import type { StatedEffect } from './stated-effect.ts'

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

/** One effect, as it stands under its group. */
export interface AcrossStatement {
  readonly document: string
  readonly title: string
  readonly id: string
  readonly origin: StatedEffect['origin']
  /** Both sides in the words of the article. */
  readonly agent: string | null
  readonly target: string
  readonly direction: Direction
  readonly negated: boolean
  readonly hedged: boolean
  readonly confidence: number
  readonly passage: Passage
  readonly sentence: string
  readonly lost: boolean
  /** Another statement says the opposite of the same two. */
  readonly contested: boolean
}

const orders: Record<GroupOrder, (a: AcrossGroup, b: AcrossGroup) => number> = {
  articles: (a, b) => b.articles - a.articles || b.effects - a.effects,
  effects: (a, b) => b.effects - a.effects || b.articles - a.articles,
  name: () => 0,
  verdict: (a, b) =>
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || b.articles - a.articles || b.effects - a.effects,
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const byGroup = (effects: readonly IndexedEffect[], query: AcrossQuery): ReadonlyMap<number, IndexedEffect[]> => {
  const groups = new Map<number, IndexedEffect[]>()
  for (const effect of effects) {
    for (const key of groupsOf(effect, query.grouping)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [effect])
      else group.push(effect)
    }
  }
  return groups
}

const ranksByIndex = new WeakMap<AcrossIndex, ReadonlyMap<string, number>>()

/** The place of each name in the alphabet; comparing names anew for every answer would take most of its time. */
const ranksOf = (index: AcrossIndex): ReadonlyMap<string, number> => {
  const known = ranksByIndex.get(index)
  if (known !== undefined) return known
  const sorted = index.things.map(({ name }) => name).toSorted(names.compare)
  const ranks = new Map(sorted.map((name, rank) => [name, rank]))
  ranksByIndex.set(index, ranks)
  return ranks
}

const verdictsByIndex = new WeakMap<AcrossIndex, Map<string, ReadonlyMap<number, Verdict>>>()

/** What all articles come to in each group, whatever is filtered: a contradiction stays one while only one side is looked at. */
const verdictsOf = (index: AcrossIndex, query: AcrossQuery): ReadonlyMap<number, Verdict> => {
  const kept = verdictsByIndex.get(index) ?? new Map<string, ReadonlyMap<number, Verdict>>()
  verdictsByIndex.set(index, kept)
  const known = kept.get(query.grouping)
  if (known !== undefined) return known
  const sharesTarget = query.grouping !== 'agent'
  const found = new Map(
    [...byGroup(index.effects, query)].map(([key, effects]) => [
      key,
      verdictOf(effects, index.contested, sharesTarget),
    ]),
  )
  kept.set(query.grouping, found)
  return found
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

/** The groups that a query asks for, in its order. A group that is named by the words sought comes before those that only have them within. */
export const groupEffects = (index: AcrossIndex, query: AcrossQuery): AcrossGroups => {
  const verdictByKey = verdictsOf(index, query)
  const counted = new Set<IndexedEffect>()
  const groups: AcrossGroup[] = []
  for (const [key, effects] of byGroup(selectEffects(index, query), query)) {
    const thing = index.things[key]
    const verdict = verdictByKey.get(key) ?? 'single'
    if (thing === undefined || (query.contradicted && verdict !== 'contradicted')) continue
    for (const effect of effects) counted.add(effect)
    groups.push({
      name: thing.name,
      type: thing.type,
      effects: effects.length,
      articles: countDocuments(effects),
      own: effects.filter(({ stated }) => stated.origin === 'reader').length,
      sayings: sayingsOf(effects),
      verdict,
    })
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

/** The named agents in the order of their names, then the others; of each what it raises and then what it lowers. */
const inOrder =
  (index: AcrossIndex) =>
  (a: IndexedEffect, b: IndexedEffect): number => {
    const ranks = ranksOf(index)
    const rank = (thing: number | null): number =>
      thing === null ? index.things.length : (ranks.get(index.things[thing]?.name ?? '') ?? 0)
    return (
      rank(a.agent) - rank(b.agent) ||
      rank(a.target) - rank(b.target) ||
      directions.indexOf(a.stated.direction) - directions.indexOf(b.stated.direction) ||
      a.document - b.document
    )
  }

/**
 * The statements of some effects as they are listed: those of one agent on one target together, so that the article that says
 * the opposite stands beside the others.
 */
export const statementsOf = (index: AcrossIndex, effects: readonly IndexedEffect[]): readonly AcrossStatement[] =>
  effects.toSorted(inOrder(index)).map((effect): AcrossStatement => {
    const { stated, document } = effect
    const { id, title } = index.documents[document] ?? { id: '', title: '' }
    return {
      document: id,
      title,
      id: stated.id,
      origin: stated.origin,
      agent: stated.agent?.words ?? null,
      target: stated.target.words,
      direction: stated.direction,
      negated: stated.negated,
      hedged: stated.hedged,
      confidence: stated.confidence,
      passage: stated.passage,
      sentence: stated.sentence,
      lost: stated.lost,
      contested: isSure(effect) && index.contested.has(pairOf(effect) ?? ''),
    }
  })

/** The statements of the group with this name, filtered as the groups were; none when there is no such group. */
export const statementsInGroup = (index: AcrossIndex, query: AcrossQuery, name: string): readonly AcrossStatement[] => {
  const thing = index.things.findIndex(candidate => candidate.name === name)
  return statementsOf(
    index,
    selectEffects(index, query).filter(effect => groupsOf(effect, query.grouping).includes(thing)),
  )
}

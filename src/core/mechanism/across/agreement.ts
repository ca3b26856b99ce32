import { certaintyOf } from '../cards/certainty.ts'
import { directions } from '../mechanism.ts'
import type { Direction } from '../mechanism.ts'
import type { IndexedEffect } from './indexed-effect.ts'

/** How an effect is stated. What is both negated and hedged ("may not increase") counts as negated. */
export const factualities = ['stated', 'hedged', 'negated'] as const
export type Factuality = (typeof factualities)[number]

export const factualityOf = ({
  negated,
  hedged,
}: {
  readonly negated: boolean
  readonly hedged: boolean
}): Factuality => (negated ? 'negated' : hedged ? 'hedged' : 'stated')

/** In how many articles something is said in one way; an article that says two things counts in both. */
export interface Saying {
  readonly direction: Direction
  readonly factuality: Factuality
  readonly articles: number
}

/**
 * What the articles come to.
 * - `contradicted`: of one agent and one target they say opposite things, or one says plainly what another denies.
 * - `both-ways`: they say increases and decreases, but of different agents or of agents that are not named.
 * - `agreed`: two or more say the same plainly, and none the opposite.
 * - `single`: there is nothing to compare.
 */
export const verdicts = ['contradicted', 'both-ways', 'agreed', 'single'] as const
export type Verdict = (typeof verdicts)[number]

/** The pair that an effect is about; null without a named agent, since nobody knows whether two of those are one. */
export const pairOf = ({ agent, target }: Pick<IndexedEffect, 'agent' | 'target'>): string | null =>
  agent === null ? null : `${agent}>${target}`

/** Whether it is sure enough that the article says so; what is doubtful neither agrees nor contradicts. */
export const isSure = ({ stated }: IndexedEffect): boolean => certaintyOf(stated.confidence) !== 'doubtful'

/** Every way to say something: what is stated first, and in each the directions in their order. */
const ways = factualities.flatMap(factuality => directions.map(direction => ({ direction, factuality })))
const numberOfWay = new Map(ways.map(({ direction, factuality }, number) => [`${direction} ${factuality}`, number]))

/** Numbers of articles, by the number of the way. */
type Tally = Int32Array

/** Counts articles; the effects of one article stand together. */
const tally = (effects: Iterable<IndexedEffect>): Tally => {
  const counts = new Int32Array(ways.length)
  const last = new Int32Array(ways.length).fill(-1)
  for (const { stated, document } of effects) {
    const way = numberOfWay.get(`${stated.direction} ${factualityOf(stated)}`) ?? 0
    if (last[way] === document) continue
    last[way] = document
    counts[way] = (counts[way] ?? 0) + 1
  }
  return counts
}

const count = (counts: Tally, direction: Direction, factuality: Factuality): number =>
  counts[numberOfWay.get(`${direction} ${factuality}`) ?? 0] ?? 0

/** What the effects say, and in how many articles; the effects of one article stand together. */
export const sayingsOf = (effects: Iterable<IndexedEffect>): readonly Saying[] => {
  const counts = tally(effects)
  return ways.flatMap((way, number) => {
    const articles = counts[number] ?? 0
    return articles === 0 ? [] : [{ ...way, articles }]
  })
}

const goesBothWays = (counts: Tally): boolean =>
  count(counts, 'increases', 'stated') > 0 && count(counts, 'decreases', 'stated') > 0

/** Stated and denied. That something "does not affect" a thing denies every way of acting on it. */
const isDenied = (counts: Tally): boolean =>
  directions.some(
    direction =>
      count(counts, direction, 'stated') > 0 &&
      (count(counts, direction, 'negated') > 0 || count(counts, 'affects', 'negated') > 0),
  )

const isShared = (counts: Tally): boolean => directions.some(direction => count(counts, direction, 'stated') >= 2)

const grouped = (
  effects: Iterable<IndexedEffect>,
  keyOfEffect: (effect: IndexedEffect) => string | null,
): ReadonlyMap<string, readonly IndexedEffect[]> => {
  const groups = new Map<string, IndexedEffect[]>()
  for (const effect of effects) {
    const key = keyOfEffect(effect)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [effect])
    else group.push(effect)
  }
  return groups
}

/** The keys under which opposite things are said plainly, or one thing is said plainly and denied. */
export const contestedPairs = (
  effects: Iterable<IndexedEffect>,
  keyOfEffect: (effect: IndexedEffect) => string | null,
): ReadonlySet<string> => {
  const contested = new Set<string>()
  for (const [key, all] of grouped(effects, keyOfEffect)) {
    const group = all.filter(isSure)
    if (group.length < 2) continue
    const counts = tally(group)
    if (goesBothWays(counts) || isDenied(counts)) contested.add(key)
  }
  return contested
}

/**
 * What the articles come to in a group of effects. `sharesTarget` says whether all of them are on one thing, so that what one
 * agent does can be set against what another does; otherwise only the pairs are compared.
 */
export const verdictOf = (
  all: readonly IndexedEffect[],
  contested: ReadonlySet<string>,
  sharesTarget: boolean,
): Verdict => {
  const effects = all.filter(isSure)
  if (effects.some(effect => contested.has(pairOf(effect) ?? ''))) return 'contradicted'
  if (effects.length < 2) return 'single'
  if (sharesTarget) {
    const counts = tally(effects)
    return goesBothWays(counts) ? 'both-ways' : isShared(counts) ? 'agreed' : 'single'
  }
  const pairs = [...grouped(effects, pairOf).values()]
  return pairs.some(pair => pair.length > 1 && isShared(tally(pair))) ? 'agreed' : 'single'
}

import type { Span } from '../../text/span.ts'
import { turnedAgent, turnedTarget } from './argument-words.ts'
import { entityLists } from './item-paths.ts'
import { GroupSums } from './feature-group.ts'
import type { FeatureGroup } from './feature-group.ts'
import { pairGroups } from './pair-features.ts'
import type { SentenceView, StatedEffect } from './pair-features.ts'
import type { Item } from './sentence-items.ts'
import { sidesOf } from './sides.ts'
import type { Side } from './sides.ts'
import type { FamilySign } from './trigger-families.ts'
import { signFor } from './trigger-sign.ts'

/** A trigger with two entities of its sentence as agent and target. */
export interface Reading {
  /** Index of the trigger's item. */
  readonly trigger: number
  readonly agent: Side
  readonly target: Side
  /** Log-odds that the sentence says so. */
  readonly score: number
}

/** What each feature speaks for, in log-odds: of an agent, of a target, of a pair. */
export interface Weights {
  readonly agent: ReadonlyMap<string, number>
  readonly target: ReadonlyMap<string, number>
  readonly pair: ReadonlyMap<string, number>
}

/** Weights made ready for summing. */
export class Weigher {
  readonly #sides: GroupSums
  readonly #pairs: GroupSums

  constructor({ agent, target, pair }: Weights) {
    this.#sides = new GroupSums(agent, target)
    this.#pairs = new GroupSums(pair)
  }

  /** What speaks for the entity as agent, and as target. */
  side({ groups }: Side): { readonly agent: number; readonly target: number } {
    let agent = 0
    let target = 0
    for (const group of groups) {
      const [asAgent = 0, asTarget = 0] = this.#sides.of(group)
      agent += asAgent
      target += asTarget
    }
    return { agent, target }
  }

  pair(groups: readonly FeatureGroup[]): number {
    let all = 0
    for (const group of groups) all += this.#pairs.of(group)[0] ?? 0
    return all
  }
}

export const viewOf = (items: readonly Item[]): SentenceView => {
  const entities = items.flatMap((item, i) => (item.mention ? [i] : []))
  return { items, entities, lists: entityLists(items, entities) }
}

/** Calls `visit` with every trigger of a sentence and its possible arguments. */
export const visitTriggers = (view: SentenceView, visit: (at: number, sides: readonly Side[]) => void): void => {
  if (view.entities.length < 2) return
  view.items.forEach((item, at) => {
    if (item.trigger) visit(at, sidesOf(view.items, view.entities, view.lists, at))
  })
}

/** Log-odds that a pair brings of its own at most (the weights give no more); a pair that lacks more is not looked at. */
const MOST_OF_PAIR = 1.5

/** The readings of a sentence whose score is at least `least`. */
export const findReadings = (
  view: SentenceView,
  stated: readonly StatedEffect[],
  weigher: Weigher,
  least: number,
): Reading[] => {
  const readings: Reading[] = []
  visitTriggers(view, (trigger, sides) => {
    const sums = sides.map(side => weigher.side(side))
    sides.forEach((agent, a) => {
      sides.forEach((target, t) => {
        const own = (sums[a]?.agent ?? 0) + (sums[t]?.target ?? 0)
        if (a === t || own + MOST_OF_PAIR < least) return
        const score = own + weigher.pair(pairGroups(view, trigger, agent, target, stated))
        if (score >= least) readings.push({ trigger, agent, target, score })
      })
    })
  })
  return readings
}

/** The words of both arguments, and the direction with all that turns it. */
export interface ReadWords {
  readonly agent: Span
  readonly target: Span
  readonly sign: FamilySign
  readonly turn: 1 | -1
}

export const wordsOf = (items: readonly Item[], { trigger, agent, target }: Omit<Reading, 'score'>): ReadWords => {
  const acting = turnedAgent(items, agent.item, trigger)
  const acted = turnedTarget(items, target.item, trigger)
  return {
    agent: acting.span,
    target: acted.span,
    sign: signFor(items, trigger, target),
    turn: acting.turn === acted.turn ? 1 : -1,
  }
}

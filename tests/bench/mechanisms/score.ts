import { isSigned, touches } from './gold.ts'
import type { Alternative, GoldDocument, GoldEffect, Place } from './gold.ts'

/** A signed effect as it was found. */
export interface Prediction {
  readonly agent: Place
  readonly target: Place
  readonly sign: 1 | -1
}

export interface Score {
  readonly right: number
  readonly wrong: number
  readonly missed: number
  /** Pairs that are right with the contrary direction, among the wrong ones. */
  readonly flipped: number
}

const keyOf = ({ kind, alts }: GoldEffect): string => {
  const last = alts.at(-1)
  return JSON.stringify([kind, last?.agent?.[0], last?.target[0], last?.sign])
}

/** Gold effects with the same innermost reading are one effect with the alternatives of both. */
const unique = (effects: readonly GoldEffect[]): GoldEffect[] => {
  const merged = new Map<string, GoldEffect>()
  for (const effect of effects) {
    const same = merged.get(keyOf(effect))
    merged.set(keyOf(effect), same ? { ...same, alts: [...same.alts, ...effect.alts] } : effect)
  }
  return [...merged.values()]
}

export const matching = (effect: GoldEffect, agent: Place, target: Place): Alternative | undefined =>
  effect.alts.find(alt => touches(target, alt.target) && touches(agent, alt.agent))

/**
 * Scores signed effects with agent and target: spans that overlap match, an effect that was found already or has no direction in the
 * gold set counts neither way.
 */
export const score = (doc: GoldDocument, predictions: readonly Prediction[]): Score => {
  const wanted = unique(doc.effects.filter(({ kind }) => kind === 'effect'))
  const found = new Set<GoldEffect>()
  let wrong = 0
  let flipped = 0
  for (const { agent, target, sign } of predictions) {
    const alts = wanted.flatMap(effect => {
      const alt = matching(effect, agent, target)
      return alt ? [{ effect, sign: alt.sign }] : []
    })
    const hit = alts.find(alt => alt.sign === sign && !found.has(alt.effect))
    if (hit) found.add(hit.effect)
    else if (!alts.some(alt => !isSigned(alt.sign) || alt.sign === sign)) {
      wrong++
      if (alts.length > 0) flipped++
    }
  }
  const missed = wanted.filter(effect => !found.has(effect) && effect.alts.some(alt => isSigned(alt.sign))).length
  return { right: found.size, wrong, missed, flipped }
}

export const total = (scores: readonly Score[]): Score => {
  const sum = { right: 0, wrong: 0, missed: 0, flipped: 0 }
  for (const one of scores) {
    sum.right += one.right
    sum.wrong += one.wrong
    sum.missed += one.missed
    sum.flipped += one.flipped
  }
  return sum
}

export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Share of right directions among the right pairs. */
  readonly sign: number
}

/** In per cent. */
export const figuresOf = ({ right, wrong, missed, flipped }: Score): Figures => {
  const precision = right / (right + wrong) || 0
  const recall = right / (right + missed) || 0
  return {
    precision: 100 * precision,
    recall: 100 * recall,
    f1: (200 * precision * recall) / (precision + recall) || 0,
    sign: (100 * right) / (right + flipped) || 0,
  }
}

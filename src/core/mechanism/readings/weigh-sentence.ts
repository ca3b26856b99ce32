import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import { directionOf } from '../effects/raw-effect.ts'
import type { RawEffect } from '../effects/raw-effect.ts'
import type { TaggedWord } from '../words/part-of-speech.ts'
import { findReadings, viewOf, wordsOf } from './find-readings.ts'
import type { Reading, Weigher } from './find-readings.ts'
import { isArgumentDenied, isItemDenied, isItemHedged } from './item-modality.ts'
import type { StatedEffect } from './pair-features.ts'
import { sentenceItems } from './sentence-items.ts'
import type { Item } from './sentence-items.ts'
import { signedBy } from './trigger-sign.ts'

interface WeighedEffect extends RawEffect {
  readonly probability: number
}

export interface WeighedSentence {
  readonly effects: readonly WeighedEffect[]
  /** Every trigger that was looked at: of others the weights know nothing. */
  readonly triggers: readonly Span[]
  /** In words and marks. */
  readonly length: number
}

/** Below this score (log-odds) a reading adds nothing. */
const LEAST_SCORE = -1.8

const probability = (score: number): number => 1 / (1 + Math.exp(-score))

interface Weighed {
  /** Of its readings the likeliest. */
  best: Reading
  /** That at least one of its readings holds, taking them as independent. */
  probability: number
}

/** What of a stated effect bears on readings. */
export const asStated = ({ rule, trigger, agent, target }: RawEffect): StatedEffect => ({
  rule,
  trigger,
  agent: agent?.mention.start ?? null,
  target: target.mention.start,
})

/** Readings of one pair with one direction count together. */
const weighPairs = (items: readonly Item[], readings: readonly Reading[]): Weighed[] => {
  const pairs = new Map<string, Map<number, Weighed>>()
  for (const reading of readings) {
    const { sign, turn } = wordsOf(items, reading)
    const type = items[reading.target.item]?.mention?.type ?? 'process'
    const direction = signedBy(sign, type) * turn
    if (direction === 0) continue
    const key = `${reading.agent.item} ${reading.target.item}`
    const pair = pairs.get(key) ?? new Map<number, Weighed>()
    pairs.set(key, pair)
    const known = pair.get(direction)
    const own = probability(reading.score)
    if (!known) pair.set(direction, { best: reading, probability: own })
    else {
      known.probability = 1 - (1 - known.probability) * (1 - own)
      if (reading.score > known.best.score) known.best = reading
    }
  }
  return [...pairs.values()].flatMap(pair =>
    [...pair.values()].toSorted((a, b) => b.probability - a.probability).slice(0, 1),
  )
}

/**
 * What the readings of a sentence speak for, each with its probability, in no order. `stated` are the effects that its
 * constructions gave: they count as evidence.
 */
export const weighSentence = (
  text: string,
  sentence: Span,
  mentions: readonly Mention[],
  tags: readonly TaggedWord[],
  stated: readonly RawEffect[],
  weigher: Weigher,
): WeighedSentence => {
  const items = sentenceItems(text, sentence, mentions, tags)
  const readings = findReadings(viewOf(items), stated.map(asStated), weigher, LEAST_SCORE)
  const effects = weighPairs(items, readings).flatMap(({ best, probability: worth }): WeighedEffect[] => {
    const trigger = items[best.trigger]
    const agent = items[best.agent.item]?.mention
    const target = items[best.target.item]?.mention
    if (!trigger?.trigger || !agent || !target) return []
    const words = wordsOf(items, best)
    const said = {
      span: words.target,
      mention: target,
      type: target.type,
      turn: words.turn,
      turnWord: null,
      negated: false,
    }
    return [
      {
        agent: { span: words.agent, mention: agent },
        carried: false,
        target: said,
        trigger: { start: trigger.start, end: trigger.end },
        negated:
          [best.agent.item, best.target.item].some(at => isArgumentDenied(items, at)) ||
          isItemDenied(items, best.trigger),
        hedged: isItemHedged(items, best.trigger),
        rule: `read-${trigger.trigger.form}`,
        probability: worth,
        direction: directionOf(words.sign, said, text.slice(target.start, target.end)),
      },
    ]
  })
  return { effects, triggers: items.filter(({ trigger }) => trigger !== null), length: items.length }
}

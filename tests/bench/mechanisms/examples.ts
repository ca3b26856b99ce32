import { newDiscourse, statedEffects } from '#core/mechanism/effects/read-effects.ts'
import { viewOf, visitTriggers, wordsOf } from '#core/mechanism/readings/find-readings.ts'
import type { FeatureGroup } from '#core/mechanism/readings/feature-group.ts'
import { pairGroups } from '#core/mechanism/readings/pair-features.ts'
import { sentenceItems } from '#core/mechanism/readings/sentence-items.ts'
import { asStated } from '#core/mechanism/readings/weigh-sentence.ts'
import { tagWords } from '#core/mechanism/words/part-of-speech.ts'
import type { Mention } from '#core/mechanism/entities/find-mentions.ts'
import { sentenceSpans } from '#core/text/sentences.ts'
import { signedBy } from '#core/mechanism/readings/trigger-sign.ts'
import { isSigned, touches } from './gold.ts'
import type { GoldDocument, Place } from './gold.ts'
import type { Example } from './fit-weights.ts'
import { matching } from './score.ts'

/** What is known of a reading: right, wrong, or null where it counts neither way. `sign` is the direction that it gives. */
export type Judge = (trigger: Place, agent: Place, target: Place, sign: 1 | -1) => boolean | null

/** Right when a gold effect has the pair and the trigger; null when it has the pair alone, or no direction. */
export const judgeByGold =
  ({ effects }: GoldDocument): Judge =>
  (trigger, agent, target) => {
    let verdict: boolean | null = false
    for (const effect of effects) {
      const alt = effect.kind === 'effect' ? matching(effect, agent, target) : undefined
      if (!alt) continue
      if (touches(trigger, [effect.trigger]) && isSigned(alt.sign)) return true
      verdict = null
    }
    return verdict
  }

const named = (letter: string, groups: readonly FeatureGroup[]): string[] =>
  groups.flatMap(group => group.features().map(feature => `${letter} ${feature}`))

/** Every reading of a text's sentences that gives a direction, with its features, as far as `judge` knows of it. */
export const examplesOf = (text: string, mentions: readonly Mention[], judge: Judge): Example[] => {
  const examples: Example[] = []
  const discourse = newDiscourse()
  for (const span of sentenceSpans(text, { start: 0, end: text.length })) {
    const inside = mentions.filter(({ start, end }) => start >= span.start && end <= span.end)
    if (inside.length === 0) continue
    const stated = statedEffects(text, span, inside, discourse).map(asStated)
    const items = sentenceItems(text, span, inside, tagWords(text, span))
    const view = viewOf(items)
    visitTriggers(view, (trigger, sides) => {
      for (const agent of sides) {
        for (const target of sides) {
          const words = wordsOf(items, { trigger, agent, target })
          const item = items[trigger]
          const type = items[target.item]?.mention?.type
          if (agent === target || !item || !type || signedBy(words.sign, type) === 0) continue
          const direction = signedBy(words.sign, type) === words.turn ? 1 : -1
          const isRight = judge(item, words.agent, words.target, direction)
          if (isRight === null) continue
          const features = [
            ...named('A', agent.groups),
            ...named('T', target.groups),
            ...named('P', pairGroups(view, trigger, agent, target, stated)),
          ]
          examples.push({ features, isRight })
        }
      }
    })
  }
  return examples
}

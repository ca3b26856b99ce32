import {
  describeDesign,
  describeDirection,
  describeOutcome,
  describeSum,
  effectRemarks,
} from '#core/export/effect-words.ts'
import type { Extraction, Direction, Study } from '#core/mechanism/mechanism.ts'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import { oneLine } from './terminal.ts'

const inBrackets = (remarks: readonly string[]): string => (remarks.length === 0 ? '' : ` [${remarks.join(', ')}]`)

/** What one line says of an effect; `trigger` null when the reader wrote it. */
interface EffectLine {
  readonly agent: string | null
  readonly target: string
  readonly direction: Direction
  readonly trigger: string | null
  readonly negated: boolean
  readonly hedged: boolean
}

/** One effect on one line: agent, direction, target, and the words that say so. */
export const describeEffect = (effect: EffectLine): string => {
  const agent = effect.agent === null ? '(nothing named)' : oneLine(effect.agent)
  const target = `${oneLine(effect.target)}${inBrackets(effectRemarks(effect))}`
  const words = effect.trigger === null ? '(written by the reader)' : `(“${oneLine(effect.trigger)}”)`
  return `${agent} ${describeDirection(effect.direction)} ${target} ${words}`
}

const describeStudy = (study: Study): string => {
  const design = describeDesign(study)
  return [
    `Study: ${study.participants.count} participants`,
    ...(design.length === 0 ? [] : [`   Design: ${oneLine(design.join(', '))}`]),
    ...study.groups.map(group => `   - ${group.count} ${oneLine(group.label)}`),
    ...(study.groups.length === 0 ? [] : [`   ${describeSum(study)}`]),
    ...(study.otherReading === undefined
      ? []
      : [`   Another reading: ${oneLine(study.otherReading.text)} (${study.otherReading.sum})`]),
    ...study.outcomes.map(({ text, direction, interpretation }) => {
      const remarks = [describeOutcome(direction), ...(interpretation === true ? ["the source's interpretation"] : [])]
      return `   Outcome: ${oneLine(text)}${inBrackets(remarks)}`
    }),
    ...study.adverseEvents.map(event => `   Adverse event: ${oneLine(event.text)}`),
    ...study.notReported.map(item => `   Not reported: ${oneLine(item)}`),
  ].join('\n')
}

/** The cards and the study as people read them; rejected cards are left out. */
export const describeMechanisms = (
  title: string,
  shown: readonly ShownCard[],
  { study, unread }: Pick<Extraction, 'study' | 'unread'>,
): string => {
  const cards = shown
    .filter(card => card.number > 0)
    .map(card =>
      [
        `${card.number}. ${oneLine(card.title)}${card.origin === 'reader' ? ' (yours)' : ''}`,
        ...(card.consequence === undefined ? [] : [`   ${oneLine(card.consequence)}`]),
        ...card.effects.map(effect => `   - ${describeEffect(effect)}`),
        ...(card.entities.length === 0
          ? []
          : [`   Names: ${card.entities.map(({ name }) => oneLine(name)).join(', ')}`]),
      ].join('\n'),
    )
  return [
    oneLine(title),
    ...(cards.length > 0
      ? cards
      : [
          unread === undefined
            ? 'No mechanisms were found in it.'
            : 'It is in another language: mechanisms are found in English only.',
        ]),
    ...(study === null ? [] : [describeStudy(study)]),
  ].join('\n\n')
}

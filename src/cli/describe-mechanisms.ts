import { describeDirection, describeOutcome, describeSum, effectRemarks } from '#core/export/effect-words.ts'
import type { Effect, Study } from '#core/mechanism/mechanism.ts'
import type { MechanismReport } from './mechanism-report.ts'
import { oneLine } from './terminal.ts'

const inBrackets = (remarks: readonly string[]): string => (remarks.length === 0 ? '' : ` [${remarks.join(', ')}]`)

/** One effect on one line: agent, direction, target, and the words that say so. */
export const describeEffect = (effect: Effect): string => {
  const agent = effect.agent === null ? '(nothing named)' : oneLine(effect.agent.quote)
  const target = `${oneLine(effect.target.quote)}${inBrackets(effectRemarks(effect))}`
  return `${agent} ${describeDirection(effect.direction)} ${target} (“${oneLine(effect.trigger.quote)}”)`
}

const describeStudy = (study: Study): string =>
  [
    `Study: ${study.participants.count} participants`,
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

/** The cards and the study as people read them. */
export const describeMechanisms = (report: MechanismReport): string => {
  const effects = new Map(report.effects.map(effect => [effect.id, effect]))
  const entities = new Map(report.entities.map(entity => [entity.id, entity.name]))
  const cards = report.mechanisms.map((card, index) => {
    const names = card.entities.flatMap(id => entities.get(id) ?? [])
    return [
      `${index + 1}. ${oneLine(card.title)}${card.origin === 'reader' ? ' (yours)' : ''}`,
      ...(card.consequence === undefined ? [] : [`   ${oneLine(card.consequence)}`]),
      ...card.effects.flatMap(id => effects.get(id) ?? []).map(effect => `   - ${describeEffect(effect)}`),
      ...(names.length === 0 ? [] : [`   Names: ${names.map(oneLine).join(', ')}`]),
    ].join('\n')
  })
  return [
    oneLine(report.document.title),
    ...(cards.length === 0 ? ['No mechanisms were found in it.'] : cards),
    ...(report.study === null ? [] : [describeStudy(report.study)]),
  ].join('\n\n')
}

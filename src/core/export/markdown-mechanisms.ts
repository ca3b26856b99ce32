import type { ShownCard, ShownEffect } from '../mechanism/cards/shown-card.ts'
import { describeDirection, describeOrigin, effectRemarks } from './effect-words.ts'
import { escapeInline, escapeParagraphs, quoteLines } from './escape-markdown.ts'
import { keptCards } from './exported-document.ts'
import { writeTable } from './markdown-table.ts'

const effectRow = (effect: ShownEffect): readonly string[] => [
  effect.agent === null ? '*not named*' : escapeInline(effect.agent),
  describeDirection(effect.direction),
  escapeInline(effect.target),
  effect.trigger === null ? '*written by the reader*' : `“${escapeInline(effect.trigger)}”`,
  effectRemarks(effect)
    .map(remark => `**${remark}**`)
    .join(', '),
]

const writeCard = (card: ShownCard, number: number): string => {
  const parts = [`### ${number}. ${escapeInline(card.title)}`]
  if (card.consequence !== undefined && card.consequence.trim() !== '')
    parts.push(`**${escapeInline(card.consequence)}**`)
  if (card.effects.length > 0) {
    const hasRemarks = card.effects.some(effect => effectRemarks(effect).length > 0)
    const width = hasRemarks ? 5 : 4
    parts.push(
      writeTable(
        ['Agent', 'Effect', 'Target', 'Words', 'Remarks'].slice(0, width),
        card.effects.map(effect => effectRow(effect).slice(0, width)),
      ),
    )
  }
  if (card.passage.quote !== '') parts.push(quoteLines(escapeParagraphs(card.passage.quote)))
  const entities = card.entities.map(entity => escapeInline(entity.name)).join(', ')
  parts.push([describeOrigin(card), ...(entities === '' ? [] : [`Entities: ${entities}`])].join(' · '))
  return parts.join('\n\n')
}

/** The cards that the reader has not rejected, each with its effects and its passage; an empty text when there are none. */
export const writeMechanisms = (cards: readonly ShownCard[]): string => {
  const kept = keptCards(cards)
  return kept.length === 0
    ? ''
    : ['## Mechanisms', ...kept.map((card, index) => writeCard(card, index + 1))].join('\n\n')
}

import type { Article } from '../article/article.ts'
import type { Study } from '../mechanism/mechanism.ts'
import { describeDesign, describeOutcome, describeSum } from './effect-words.ts'
import { escapeInline, escapeParagraphs, quoteLines } from './escape-markdown.ts'
import type { ExportedDocument } from './exported-document.ts'
import { writeTable } from './markdown-table.ts'
import { studyQuote } from './study-quote.ts'

const writeParticipants = (article: Article, study: Study): readonly string[] => {
  const parts = [
    `**${study.participants.count} participants**`,
    quoteLines(escapeParagraphs(studyQuote(article, study))),
  ]
  const design = describeDesign(study)
  if (design.length > 0) parts.push(`Design: ${design.map(escapeInline).join(', ')}`)
  if (study.groups.length === 0) return parts
  parts.push(
    writeTable(
      ['Group', 'Participants'],
      [...study.groups.map(group => [escapeInline(group.label), String(group.count)]), ['**Sum**', `**${study.sum}**`]],
      ['left', 'right'],
    ),
    describeSum(study),
  )
  if (study.otherReading !== undefined) {
    parts.push(
      `The sentence can be read in another way: ${escapeInline(study.otherReading.text)} (sum ${study.otherReading.sum}).`,
    )
  }
  return parts
}

const writeList = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`### ${title}`, items.map(item => `- ${item}`).join('\n')]

const writeOutcome = ({ text, direction, interpretation }: Study['outcomes'][number]): string =>
  `${escapeInline(text)} — ${describeOutcome(direction)}${interpretation === true ? ', *the source’s own interpretation*' : ''}`

/** The study an article reports, and what its source leaves out; an empty text when it reports none. */
export const writeEvidence = ({ article, study }: Pick<ExportedDocument, 'article' | 'study'>): string => {
  if (study === null) return ''
  return [
    '## Evidence',
    ...writeParticipants(article, study),
    ...writeList('Outcomes', study.outcomes.map(writeOutcome)),
    ...writeList(
      'Adverse events',
      study.adverseEvents.map(event => escapeInline(event.text)),
    ),
    ...writeList('Not reported', study.notReported.map(escapeInline)),
  ].join('\n\n')
}

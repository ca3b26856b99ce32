import type { MarkOutcome, OutcomeCounts } from '#core/foreign-marks/marks-report.ts'

/** What became of a mark, in a word or some; for one and for many alike. */
const outcomeWords: Readonly<Record<MarkOutcome, string>> = {
  placed: 'placed',
  changed: 'placed on words that differ',
  uncertain: 'kept without a passage',
  updated: 'brought up to date',
  present: 'there already',
  waiting: 'waiting for the article',
  removed: 'deleted before',
}

export const outcomeInWords = (outcome: MarkOutcome): string => outcomeWords[outcome]

/** `3 placed, 1 kept without a passage`; what there is none of is left out. */
export const countsInWords = (counts: OutcomeCounts): string => {
  const parts = (Object.keys(outcomeWords) as MarkOutcome[])
    .filter(outcome => counts[outcome] > 0)
    .map(outcome => `${counts[outcome].toLocaleString('en')} ${outcomeWords[outcome]}`)
  return parts.length === 0 ? 'no marks' : parts.join(', ')
}

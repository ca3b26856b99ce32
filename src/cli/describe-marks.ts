import { programNames } from '#core/foreign-marks/describe-place.ts'
import type { MarkOutcome, MarksReport, OutcomeCounts, WorkReport } from '#core/foreign-marks/marks-report.ts'
import { oneLine } from './terminal.ts'

const words: readonly (readonly [MarkOutcome, string])[] = [
  ['placed', 'placed'],
  ['changed', 'placed on words that differ'],
  ['uncertain', 'kept without a passage'],
  ['updated', 'changed since the last import'],
  ['present', 'there already'],
  ['waiting', 'waiting'],
  ['removed', 'deleted before'],
]

/** How many marks came to what: `3 placed, 1 waiting`. */
const describeCounts = (counts: OutcomeCounts): string =>
  words
    .filter(([outcome]) => counts[outcome] > 0)
    .map(([outcome, word]) => `${counts[outcome]} ${word}`)
    .join(', ')

const describeWork = ({ title, document, candidates, counts }: WorkReport): string => {
  const where = document === null ? 'not in the library' : document
  const maybe = candidates.length === 0 ? '' : `; it may be ${candidates.join(' or ')}`
  return `  ${oneLine(title)} (${where}${maybe}): ${describeCounts(counts)}`
}

/** What an import of marks came to, a line for each work. */
export const describeMarks = ({ program, works }: MarksReport): string =>
  [`Marks of ${programNames[program]}:`, ...works.map(describeWork)].join('\n')

/** What became of the marks that had waited for an article. */
export const describePlaced = ({ counts }: WorkReport): string => `Marks that waited for it: ${describeCounts(counts)}`

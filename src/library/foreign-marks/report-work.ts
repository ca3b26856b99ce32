import type { MarkedWork } from '#core/foreign-marks/foreign-mark.ts'
import { describePlace } from '#core/foreign-marks/describe-place.ts'
import { addCounts, NO_OUTCOMES } from '#core/foreign-marks/marks-report.ts'
import type { MarkOutcome, WorkReport } from '#core/foreign-marks/marks-report.ts'
import type { ArrivingMark } from './make-annotations.ts'

/** Marks that are told one by one of each work; all of them are with the article, or in the list of those that wait. */
const MOST_TOLD = 100

const LONGEST = 400

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`)

const TOLD: readonly MarkOutcome[] = ['changed', 'uncertain', 'waiting']

/** What became of the marks on one work. `outcomes` are in the order of `marks`. */
export const reportWork = (
  { work, ...about }: Pick<WorkReport, 'document' | 'by' | 'candidates'> & { readonly work: MarkedWork },
  marks: readonly ArrivingMark[],
  outcomes: readonly MarkOutcome[],
): WorkReport => ({
  title: work.title,
  authors: work.authors,
  ...about,
  counts: addCounts(outcomes.map(outcome => ({ ...NO_OUTCOMES, [outcome]: 1 }))),
  marks: marks
    .flatMap(({ mark }, at) => {
      const outcome = outcomes[at]
      if (outcome === undefined || !TOLD.includes(outcome)) return []
      return [{ outcome, quote: cut(mark.quote || describePlace(mark)), note: cut(mark.note) }]
    })
    .slice(0, MOST_TOLD),
})

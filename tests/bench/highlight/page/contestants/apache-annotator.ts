import { createTextQuoteSelectorMatcher, highlightText } from '@apache-annotator/dom'
import type { BenchmarkPage, Contestant, Found } from '../contestant.ts'
import type { Mark } from '../generated-marks.ts'
import { currentRange, wrappedAt } from './wrapped-marks.ts'

const wrap = (page: BenchmarkPage, mark: Mark): void => {
  highlightText(currentRange(page, mark), 'mark', { 'data-ids': mark.id })
}

export const apacheAnnotator: Contestant = {
  shows: 'elements',
  anchor: async ({ root }, marks) => {
    const found: Found[] = []
    for (const { selectors } of marks) {
      const matches = createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', ...selectors.quote })(root)
      const first = await matches.next()
      found.push(first.done === true ? null : first.value)
    }
    return found
  },
  open: page => ({
    paint: marks => {
      for (const mark of marks) wrap(page, mark)
    },
    add: mark => wrap(page, mark),
    hit: wrappedAt,
  }),
}

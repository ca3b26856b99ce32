import { computed } from '@preact/signals-core'
import { annotationById } from '../../state/annotations.ts'
import { updateReport } from '../../state/article.ts'
import { cards } from '../../state/cards.ts'
import { annotationRecords } from '../../state/records.ts'
import { entriesOf, openEntries } from './report-entries.ts'
import type { ReportEntry } from './report-entries.ts'

/** Every entry of the open report with what has become of it; empty while none is open. */
export const reportEntries = computed<readonly ReportEntry[]>(() => {
  const report = updateReport.value
  if (report === null) return []
  return entriesOf({ report, records: annotationRecords.value, placed: annotationById, cards: cards.value })
})

/** How many marks still wait for a word of the reader. */
export const openCount = computed(() => openEntries(reportEntries.value).length)

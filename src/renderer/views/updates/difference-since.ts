import { computed } from '@preact/signals-core'
import type { DifferencePart } from '#core/anchoring/verdict.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { updateReport } from '../../state/article.ts'
import { wordDifference } from './compare-wordings.ts'

const reported = computed(() => new Map(updateReport.value?.annotations.map(entry => [entry.id, entry])))

/** How the words under a mark differ from those that it was made on; null when the reader has nothing to decide about them. */
export function differenceSince({ id, madeOn, selectors }: Annotation): readonly DifferencePart[] | null {
  if (madeOn === undefined) return null
  const entry = reported.value.get(id)
  if (entry?.verdict.status === 'changed' && entry.quote.exact === madeOn) return entry.verdict.difference
  return wordDifference(madeOn, selectors.quote.exact)
}

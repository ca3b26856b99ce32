import type { Verdict } from '../anchoring/verdict.ts'
import type { Annotation } from '../annotation/annotation.ts'
import { shownCardId } from './carry-cards.ts'
import type { CarriedCard } from './carry-cards.ts'
import type { UpdateReport } from './update-report.ts'

interface ReportedUpdate extends Pick<UpdateReport, 'version' | 'updated' | 'fileName'> {
  /** As they were on the old text, none of them deleted, each with what became of it. */
  readonly annotations: readonly { readonly annotation: Annotation; readonly verdict: Verdict }[]
  readonly cards: readonly CarriedCard[]
}

/** What became of a reader's marks and cards. Cards that the reader rejected are not asked about and not told. */
export const makeReport = ({ version, updated, fileName, annotations, cards }: ReportedUpdate): UpdateReport => ({
  version,
  updated,
  fileName,
  annotations: annotations
    .toSorted((a, b) => a.annotation.selectors.position.start - b.annotation.selectors.position.start)
    .map(({ annotation, verdict }) => ({ id: annotation.id, quote: annotation.selectors.quote, verdict })),
  cards: cards.flatMap(({ record, told }) =>
    told === null || record.decision === 'rejected' ? [] : [{ id: shownCardId(record), ...told }],
  ),
})

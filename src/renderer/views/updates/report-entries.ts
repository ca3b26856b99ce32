import type { AnchorStatus, Verdict } from '#core/anchoring/verdict.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import type { UpdateReport } from '#core/revision/update-report.ts'
import type { PlacedAnnotation } from '../../state/placed-annotations.ts'

/** What the reader has done about an entry since; null while a word of theirs is still wanted, or none was needed. */
type Settlement = 'kept' | 'attached' | 'set-aside' | 'deleted' | null

interface Entry {
  readonly id: string
  /** The words that it stood on before the update. */
  readonly quote: string
  readonly verdict: Verdict
  readonly settlement: Settlement
}

export interface MarkEntry extends Entry {
  readonly kind: 'mark'
  /** Null for a mark that was deleted, and while its place is still being looked for. */
  readonly placed: PlacedAnnotation | null
}

export interface CardEntry extends Entry {
  readonly kind: 'card'
  readonly title: string
  /** Null when it is no longer among the cards. */
  readonly card: ShownCard | null
}

export type ReportEntry = MarkEntry | CardEntry

/** What the report is made of: itself, and the marks and cards as they are now. */
export interface ReportedState {
  readonly report: UpdateReport
  readonly records: ReadonlyMap<string, Annotation>
  readonly placed: (id: string) => PlacedAnnotation | null
  readonly cards: readonly ShownCard[]
}

export const needsTheReader = (status: AnchorStatus): boolean => status !== 'exact' && status !== 'moved'

function settlementOf(verdict: Verdict, record: Annotation | undefined, placed: PlacedAnnotation | null): Settlement {
  if (record === undefined || record.deleted !== undefined) return 'deleted'
  if (!needsTheReader(verdict.status)) return null
  if (record.setAside !== undefined && placed?.span === null) return 'set-aside'
  if (verdict.status === 'changed') {
    if (record.madeOn !== undefined) return null
    return placed?.span?.start === verdict.start && placed.span.end === verdict.end ? 'kept' : 'attached'
  }
  if (placed !== null && placed.span !== null) return 'attached'
  return record.keptOrphan === undefined ? null : 'kept'
}

/** Every mark and card of the report, with what has become of it since. */
export function entriesOf({ report, records, placed, cards }: ReportedState): readonly ReportEntry[] {
  const marks = report.annotations.map(({ id, quote, verdict }): MarkEntry => {
    const mark = placed(id)
    const settlement = settlementOf(verdict, records.get(id), mark)
    return { kind: 'mark', id, quote: quote.exact, verdict, placed: mark, settlement }
  })
  const shown = report.cards.map(({ id, title, quote, verdict }): CardEntry => {
    const card = cards.find(candidate => candidate.id === id || candidate.record?.id === id) ?? null
    return { kind: 'card', id, title, quote, verdict, card, settlement: card === null ? 'deleted' : null }
  })
  return [...marks, ...shown]
}

/** Marks that a word of the reader is still wanted for. */
export const openEntries = (entries: readonly ReportEntry[]): readonly ReportEntry[] =>
  entries.filter(
    ({ kind, verdict, settlement }) => kind === 'mark' && settlement === null && needsTheReader(verdict.status),
  )

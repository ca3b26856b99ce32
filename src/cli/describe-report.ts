import { describeRefusal } from '#core/anchoring/refusal-words.ts'
import type { AnchorStatus, DifferencePart, Verdict } from '#core/anchoring/verdict.ts'
import { refusalToTell } from '#core/revision/refusal-to-tell.ts'
import type { UpdateReport } from '#core/revision/update-report.ts'
import { oneLine } from './terminal.ts'

/** How many marks and cards came to which end. */
export type VerdictCounts = Readonly<Record<AnchorStatus, number>>

const verdictsOf = ({ annotations, cards }: UpdateReport): Verdict[] =>
  [...annotations, ...cards].map(({ verdict }) => verdict)

export const countVerdicts = (report: UpdateReport): VerdictCounts => {
  const counts = { exact: 0, moved: 0, changed: 0, uncertain: 0, orphaned: 0 }
  for (const { status } of verdictsOf(report)) counts[status] += 1
  return counts
}

const partMarks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const

/** Old and new words in one line, as word-wise differences are written (`git diff --word-diff`). */
export const describeDifference = (parts: readonly DifferencePart[]): string =>
  oneLine(parts.map(({ kind, text }) => `${partMarks[kind][0]}${text}${partMarks[kind][1]}`).join(''))

const describeVerdict = (verdict: Verdict): string => {
  switch (verdict.status) {
    case 'exact':
    case 'moved':
      return ''
    case 'changed':
      return `\n    ${describeDifference(verdict.difference)}`
    case 'uncertain':
      return ` (${describeRefusal(refusalToTell(verdict))}; ${verdict.candidates.length} places)`
    case 'orphaned':
      return ` (${describeRefusal(refusalToTell(verdict))})${
        verdict.rejected === null ? '' : `\n    nearest: ${describeDifference(verdict.rejected.difference)}`
      }`
  }
}

/** Numbers first, then each mark and card that asks for a look. */
export const describeReport = (report: UpdateReport): string => {
  const counts = Object.entries(countVerdicts(report)).map(([status, number]) => `${number} ${status}`)
  const lines = [
    ...report.annotations.map(({ id, quote, verdict }) => ({ what: `mark ${id}`, quote: quote.exact, verdict })),
    ...report.cards.map(({ title, quote, verdict }) => ({ what: `card “${oneLine(title)}”`, quote, verdict })),
  ].flatMap(({ what, quote, verdict }) =>
    verdict.status === 'exact' || verdict.status === 'moved'
      ? []
      : [`  ${verdict.status}: ${what} “${oneLine(quote)}”${describeVerdict(verdict)}`],
  )
  return [`Marks and cards: ${counts.join(', ')}.`, ...lines].join('\n')
}

import type { PageNote } from '#core/annotation/annotation.ts'
import { joinNotes } from '#core/annotation/join-notes.ts'
import { wordlessMark } from '#core/foreign-marks/describe-place.ts'
import type { MarkOutcome } from '#core/foreign-marks/marks-report.ts'
import type { WaitingMark } from '#core/foreign-marks/waiting-mark.ts'
import { sameSaid, saidBy } from './mark-identity.ts'
import type { ArrivingMark } from './make-annotations.ts'

export interface PageNoteMark {
  readonly arriving: ArrivingMark
  /** What is kept of it from before; null for one that is new. */
  readonly known: WaitingMark | null
}

/**
 * Puts marks without words into an article's page note, below what is in it. One that says something else than before takes the place of what
 * it said, where that still stands there as it was. Gives what became of each, in the order given.
 */
export const putIntoPageNote = (
  pageNote: PageNote | null,
  marks: readonly PageNoteMark[],
  document: string,
  now: string,
): { readonly pageNote: PageNote | null; readonly outcomes: readonly MarkOutcome[] } => {
  const outcomes: MarkOutcome[] = []
  const added: string[] = []
  let value = pageNote?.value ?? ''
  for (const { arriving, known } of marks) {
    const wasHere = known?.placed === document
    if (wasHere && sameSaid(saidBy(known.mark), saidBy(arriving.mark))) {
      outcomes.push('present')
      continue
    }
    const text = wordlessMark(arriving.mark)
    const before = wasHere ? wordlessMark(known.mark) : ''
    if (before !== '' && value.includes(before)) value = value.replace(before, () => text)
    else added.push(text)
    outcomes.push(wasHere ? 'updated' : 'placed')
  }
  // Joined at once: asking of each whether the others hold it would take the square of their number.
  const together = [...new Set(added)].filter(text => !value.includes(text)).join('\n\n')
  const whole = together === '' ? value : value === '' ? together : joinNotes([value, together])
  if (whole === (pageNote?.value ?? '')) return { pageNote: null, outcomes }
  return {
    pageNote: { ...pageNote, value: whole, modified: now, version: (pageNote?.version ?? 0) + 1 },
    outcomes,
  }
}

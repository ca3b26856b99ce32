import { signal } from '@preact/signals-core'
import type { WaitingTitle } from '#core/bridge/calls.ts'
import type { MarksReport } from '#core/foreign-marks/marks-report.ts'
import type { Result } from '#core/result/result.ts'
import { announce } from './announce.ts'
import { callBridge } from './bridge.ts'
import { shownDialog } from './dialogs.ts'
import { countsInWords } from './marks-in-words.ts'
import { notify } from './notices.ts'

/** What the last import of marks came to, a report a file. */
export const marksReports = signal<readonly MarksReport[]>([])

/** The marks that wait, by title; null until they have come. */
export const waitingTitles = signal<readonly WaitingTitle[] | null>(null)
/** What went wrong with them last; null when nothing did. */
export const waitingFailure = signal<string | null>(null)
/** The title that was removed last, to be brought back. */
export const removedTitle = signal<WaitingTitle | null>(null)

/** Shows what became of marks that were imported; nothing when there were none. */
export function tellOfMarks(reports: readonly MarksReport[]): void {
  if (reports.length === 0) return
  marksReports.value = reports
  shownDialog.value = 'marks-report'
}

function show(answer: Result<readonly WaitingTitle[]>): boolean {
  if (answer.ok) waitingTitles.value = answer.value
  waitingFailure.value = answer.ok ? null : answer.error.message
  return answer.ok
}

/** Shows the marks that wait for their articles. */
export async function openWaitingMarks(): Promise<void> {
  removedTitle.value = null
  shownDialog.value = 'waiting-marks'
  show(await callBridge('marks.waiting', undefined))
}

/** Puts what waits under a title on an article; true when that was done. */
export async function attachWaiting({ key, title }: WaitingTitle, document: string): Promise<boolean> {
  const placed = await callBridge('marks.attach', { key, document })
  if (!placed.ok) {
    waitingFailure.value = placed.error.message
    return false
  }
  notify({ kind: 'success', text: `The marks of “${title}”: ${countsInWords(placed.value.counts)}.` })
  removedTitle.value = null
  return show(await callBridge('marks.waiting', undefined))
}

/** Removes what waits under a title; `restoreWaiting` brings it back. */
export async function removeWaiting(waiting: WaitingTitle): Promise<boolean> {
  const isDone = show(await callBridge('marks.remove', { key: waiting.key }))
  if (!isDone) return false
  removedTitle.value = waiting
  announce(`Marks of ${waiting.title} removed`)
  return true
}

export async function restoreWaiting({ key, title }: WaitingTitle): Promise<void> {
  if (!show(await callBridge('marks.restore', { key }))) return
  removedTitle.value = null
  announce(`Marks of ${title} restored`)
}

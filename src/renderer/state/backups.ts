import { computed, signal } from '@preact/signals-core'
import type { BackupList, BackupSummary, RestoreOutcome, RestorePlan } from '#core/bridge/backups.ts'
import type { Result } from '#core/result/result.ts'
import { announce } from './announce.ts'
import { opened, showOpened } from './article.ts'
import { callBridge, listen } from './bridge.ts'
import { shownDialog } from './dialogs.ts'
import { forgetHistory } from './history.ts'
import { loadLibrary } from './library.ts'
import { flushPosition } from './reading-position.ts'
import { flushSaves } from './saving.ts'

/** The library's backups; null until they have come. */
export const backupList = signal<BackupList | null>(null)
/** The backup that is looked at. */
export const chosenBackup = signal<string | null>(null)
/** What restoring it would change; null while that is being found out. */
export const restorePlan = signal<RestorePlan | null>(null)
/** Articles that are left out of the restoring, by their ids, and whether the reader's own names are. */
export const leftOut = signal<ReadonlySet<string>>(new Set())
export const removeNewer = signal(false)
/** What is under way: a backup, or a restoring with how far it is. */
export const backupWork = signal<'making' | { readonly done: number; readonly total: number } | null>(null)
/** What went wrong last, in a line. */
export const backupFailure = signal<string | null>(null)
/** What the last restoring came to, and the backup that it restored. */
export const restored = signal<{ readonly outcome: RestoreOutcome; readonly isUndo: boolean } | null>(null)

/** The backup that is looked at, as the list shows it. */
export const backupShown = computed<BackupSummary | null>(
  () => backupList.value?.backups.find(({ id }) => id === chosenBackup.value) ?? null,
)

/** Stand for the reader's own names, and the marks that wait, among what is left out. */
export const NAMES = 'names'
export const WAITING = 'waiting'

export function openBackups(): void {
  shownDialog.value = 'backups'
}

/** Begins anew, as when the dialog is opened. */
export async function beginBackups(): Promise<void> {
  chosenBackup.value = null
  restorePlan.value = null
  restored.value = null
  backupFailure.value = null
  await loadBackups()
}

function keepFailure<T>(result: Result<T>): result is Extract<Result<T>, { ok: true }> {
  backupFailure.value = result.ok ? null : result.error.message
  return result.ok
}

async function loadBackups(): Promise<void> {
  const list = await callBridge('backups.list', undefined)
  if (keepFailure(list)) backupList.value = list.value
}

export async function makeBackupNow(): Promise<void> {
  if (backupWork.peek() !== null) return
  backupWork.value = 'making'
  try {
    await flushPosition()
    await flushSaves()
    const made = await callBridge('backups.make', undefined)
    if (!keepFailure(made)) return
    announce(made.value.unchanged ? 'Nothing has changed since the last backup.' : 'A backup was made.')
    await loadBackups()
  } finally {
    backupWork.value = null
  }
}

/** Shows what restoring a backup would change. */
export async function lookAtBackup(id: string): Promise<void> {
  chosenBackup.value = id
  restorePlan.value = null
  restored.value = null
  leftOut.value = new Set()
  removeNewer.value = false
  // What the window still holds belongs to what there is now.
  await flushPosition()
  await flushSaves()
  const plan = await callBridge('backups.compare', { id })
  if (chosenBackup.peek() !== id) return
  if (keepFailure(plan)) restorePlan.value = plan.value
}

/** Goes back to the list, where it has no room beside a backup. */
export function leaveBackup(): void {
  chosenBackup.value = null
  restorePlan.value = null
  restored.value = null
}

export function chooseDocument(id: string, isChosen: boolean): void {
  const out = new Set(leftOut.peek())
  if (isChosen) out.delete(id)
  else out.add(id)
  leftOut.value = out
}

/** The article on screen shows what was restored in it; what was done to it before means other records. */
async function showRestored(): Promise<void> {
  const id = opened.peek()?.article.id
  if (id === undefined) return
  const shown = await callBridge('article.open', { id })
  if (!shown.ok || opened.peek()?.article.id !== id) return
  forgetHistory()
  showOpened(shown.value)
}

async function restore(
  id: string,
  choice: { readonly documents: string[] | null; readonly removeNewer: boolean },
  isUndo: boolean,
): Promise<void> {
  if (backupWork.peek() !== null) return
  backupWork.value = { done: 0, total: 0 }
  const stop = listen('backups.progress', progress => {
    backupWork.value = progress
  })
  try {
    await flushPosition()
    if (!(await flushSaves())) {
      backupFailure.value = 'Your last changes are not on the disk yet. Save them first, then restore.'
      return
    }
    const outcome = await callBridge('backups.restore', { id, ...choice })
    if (!keepFailure(outcome)) return
    restored.value = { outcome: outcome.value, isUndo }
    restorePlan.value = null
    await showRestored()
    await loadLibrary()
    await loadBackups()
  } finally {
    stop()
    backupWork.value = null
  }
}

/** Restores what is chosen of the backup that is looked at. */
export async function restoreChosen(): Promise<void> {
  const plan = restorePlan.peek()
  if (plan === null) return
  const out = leftOut.peek()
  const documents = out.size === 0 ? null : plan.documents.map(({ id }) => id).filter(id => !out.has(id))
  await restore(plan.backup, { documents, removeNewer: removeNewer.peek() }, false)
}

/** Takes the last restoring back: what was there before it, and only that. */
export async function takeRestoreBack(): Promise<void> {
  const last = restored.peek()
  if (last !== null) await restore(last.outcome.before, { documents: null, removeNewer: true }, true)
}

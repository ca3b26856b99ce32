import { batch, computed, effect, signal } from '@preact/signals-core'
import * as history from '#core/annotation/history.ts'
import type { Edit, History, HistoryStep } from '#core/annotation/history.ts'
import { announce } from './announce.ts'
import { now } from './clock.ts'
import { dismiss, notify } from './notices.ts'
import { openDocument } from './open-document.ts'
import { isAnnotation, isCard, latestOf, putRecord } from './records.ts'
import type { StoredRecord } from './records.ts'
import { queueSave } from './saving.ts'

const steps = signal<History<StoredRecord>>(history.emptyHistory())

/** What would be undone or redone next, named as a menu says it; null when there is nothing. */
export const undoLabel = computed(() => steps.value.past.at(-1)?.label ?? null)
export const redoLabel = computed(() => steps.value.future.at(-1)?.label ?? null)

function store(records: readonly StoredRecord[]): void {
  const document = openDocument.peek()
  if (document === null) return
  batch(() => {
    for (const record of records) {
      putRecord(record)
      queueSave(document, record)
    }
  })
}

/** Makes an edit, which can be undone afterwards. Its records are on screen at once and saved behind. */
export function perform(edit: Edit<StoredRecord>): void {
  const changes = edit.changes.filter(({ before, after }) => before !== after)
  if (changes.length === 0) return
  store(changes.map(change => change.after))
  steps.value = history.addEdit(steps.peek(), { ...edit, changes })
}

/** A record taken back to not being there: a tombstone, or a page note without words. */
const withdraw = (record: StoredRecord): StoredRecord =>
  isAnnotation(record) || isCard(record) ? { ...record, deleted: now() } : { ...record, value: '' }

function take(step: HistoryStep<StoredRecord> | null, said: string): void {
  if (step === null) return
  store(step.records)
  steps.value = step.history
  announce(`${said}: ${step.label}`)
}

export const undo = (): void => take(history.undo(steps.peek(), { latest: latestOf, withdraw, now: now() }), 'Undone')
export const redo = (): void =>
  take(history.redo(steps.peek(), { latest: latestOf, withdraw, now: now() }), 'Done again')

/** Says what the last step did and offers to undo it, for as long as it is the last one. */
export function offerUndo(text: string): void {
  const made = steps.peek()
  const id = notify({ kind: 'information', text, action: { label: 'Undo', run: undo } })
  const stop = effect(() => {
    if (steps.value === made) return
    dismiss(id)
    queueMicrotask(() => stop())
  })
}

/** Another article begins with an empty history. */
export function forgetHistory(): void {
  steps.value = history.emptyHistory()
}

import { batch, computed, effect, signal } from '@preact/signals-core'
import { withoutCorrections } from '#core/annotation/citation-record.ts'
import * as history from '#core/annotation/history.ts'
import type { Edit, History, HistoryStep } from '#core/annotation/history.ts'
import { announce } from './announce.ts'
import { now } from './clock.ts'
import { hold, holdingEdits, isHolding } from './held-edits.ts'
import { dismiss, notify } from './notices.ts'
import { openDocument } from './open-document.ts'
import { isCitation, isPageNote, latestOf, putRecord } from './records.ts'
import type { StoredRecord } from './records.ts'
import { queueSave } from './saving.ts'

/** A step that changes the text itself. Each way is true when it was done; what went wrong has been shown otherwise. */
export interface TextStep {
  /** As a menu says it after "Undo". */
  readonly label: string
  readonly takeBack: () => Promise<boolean>
  readonly doAgain: () => Promise<boolean>
}

/** The edits on the other side of a step that changed the text: they mean that text and wait until it is read again. */
interface Beyond {
  readonly step: TextStep
  readonly steps: History<StoredRecord>
  /** The change of the text that lies beyond these; null when they are the first, or the last. */
  readonly next: Beyond | null
}

const none = history.emptyHistory<StoredRecord>

/** Edits of the text that is read now. */
const steps = signal<History<StoredRecord>>(none())
/** What came before the text was changed, and what came after a change that was taken back. */
const beneath = signal<Beyond | null>(null)
const above = signal<Beyond | null>(null)
/** Whether a change of the text is under way; one at a time. */
let changingText = false

/** What would be undone or redone next, named as a menu says it; null when there is nothing. */
export const undoLabel = computed(() => steps.value.past.at(-1)?.label ?? beneath.value?.step.label ?? null)
export const redoLabel = computed(() => steps.value.future.at(-1)?.label ?? above.value?.step.label ?? null)

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
  if (hold(openDocument.peek(), { ...edit, changes })) {
    // On screen at once, on the disk once it is known what text it stands on.
    batch(() => changes.forEach(({ after }) => putRecord(after)))
    return
  }
  store(changes.map(change => change.after))
  steps.value = history.addEdit(steps.peek(), { ...edit, changes })
  above.value = null
}

/**
 * Does work that changes the text of an article. What the reader writes meanwhile is made on the text that comes of it; of an
 * article that was closed it is saved as it is, and looked for when it is next opened.
 */
export const whileTextChanges = <T>(document: string, work: () => Promise<T>): Promise<T> =>
  holdingEdits(document, work, (changed, edit) => {
    if (openDocument.peek() === changed) perform(edit)
    else for (const { after } of edit.changes) queueSave(changed, after)
  })

/** Notes that the text was changed: a step like any other, with the edits that were made before it beneath. */
export function textChanged(step: TextStep): void {
  batch(() => {
    beneath.value = { step, steps: { past: steps.peek().past, future: [] }, next: beneath.peek() }
    steps.value = none()
    above.value = null
  })
}

function settleText(): void {
  batch(() => {
    beneath.value = null
    above.value = null
  })
}

/** A record taken back to not being there: a tombstone, a page note without words, or a citation without corrections. */
const withdraw = (record: StoredRecord): StoredRecord => {
  if (isPageNote(record)) return { ...record, value: '' }
  return isCitation(record) ? withoutCorrections(record) : { ...record, deleted: now() }
}

function take(step: HistoryStep<StoredRecord>, said: string): void {
  store(step.records)
  steps.value = step.history
  announce(`${said}: ${step.label}`)
}

/** Crosses a step that changed the text, in the direction that `change` goes. */
async function cross(from: typeof beneath, to: typeof beneath, change: (step: TextStep) => Promise<boolean>) {
  const beyond = from.peek()
  const document = openDocument.peek()
  if (beyond === null || document === null || changingText || isHolding(document)) return
  changingText = true
  await whileTextChanges(document, async () => {
    const done = await change(beyond.step)
    // Another article may be open by now, with a history of its own.
    if (!done || from.peek() !== beyond) return
    batch(() => {
      to.value = { step: beyond.step, steps: steps.peek(), next: to.peek() }
      from.value = beyond.next
      steps.value = beyond.steps
    })
  }).finally(() => {
    changingText = false
  })
}

/** Has undo reach a change of the text that is not noted here, as one of an earlier session. */
export function reachTextStep(step: TextStep): void {
  beneath.value ??= { step, steps: none(), next: null }
}

/** Takes the change of the text back, whatever edits came after it; also one of an earlier session, which is not noted here. */
export function undoTextStep(step: TextStep): Promise<void> {
  reachTextStep(step)
  return cross(beneath, above, ({ takeBack }) => takeBack())
}

export function undo(): void {
  if (isHolding(openDocument.peek())) return
  const step = history.undo(steps.peek(), { latest: latestOf, withdraw, now: now() })
  if (step === null) void cross(beneath, above, ({ takeBack }) => takeBack())
  else take(step, 'Undone')
}

export function redo(): void {
  if (isHolding(openDocument.peek())) return
  const step = history.redo(steps.peek(), { latest: latestOf, withdraw, now: now() })
  if (step === null) void cross(above, beneath, ({ doAgain }) => doAgain())
  else take(step, 'Done again')
}

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
  batch(() => {
    steps.value = none()
    settleText()
  })
}

import { computed, signal } from '@preact/signals-core'
import { announce } from './announce.ts'
import { now } from './clock.ts'
import { currentRecord, putRecord } from './records.ts'
import type { RecordChange } from './records.ts'
import { openDocument } from './open-document.ts'
import { queueSave } from './saving.ts'

/** One thing that the reader did: what it is called, and the records it changed. */
export interface Edit {
  /** As it stands after "Undo", for example "highlight" or "change of colour". */
  readonly label: string
  readonly changes: readonly RecordChange[]
}

const past = signal<readonly Edit[]>([])
const future = signal<readonly Edit[]>([])

/** What would be undone or redone next; null when there is nothing. */
export const undoLabel = computed(() => past.value.at(-1)?.label ?? null)
export const redoLabel = computed(() => future.value.at(-1)?.label ?? null)

function apply(change: RecordChange): void {
  const document = openDocument.peek()
  if (document === null) return
  putRecord(change)
  queueSave(document, change)
}

/** Makes an edit, which can be undone afterwards. */
export function perform(edit: Edit): void {
  if (edit.changes.length === 0) return
  for (const change of edit.changes) apply(change)
  past.value = [...past.peek(), edit]
  future.value = []
}

/** The change that brings `target` back as a new version of its record: versions only grow, so copies merge rightly. */
function restoring(change: RecordChange, target: 'before' | 'after'): RecordChange | null {
  const current = currentRecord(change)
  if (current === null) return null
  const stamp = { version: current.version + 1, modified: now() }
  const wanted = change[target]
  if (change.kind === 'page-note') return { kind: change.kind, before: change.before, after: { ...(wanted ?? { value: '' }), ...stamp } as never }
  const record = wanted === null ? { ...current, ...stamp, deleted: stamp.modified } : { ...wanted, ...stamp }
  return { kind: change.kind, before: change.before, after: record } as RecordChange
}

function move(edit: Edit, target: 'before' | 'after'): void {
  const ordered = target === 'before' ? edit.changes.toReversed() : edit.changes
  for (const change of ordered) {
    const restored = restoring(change, target)
    if (restored !== null) apply(restored)
  }
}

export function undo(): void {
  const edit = past.peek().at(-1)
  if (edit === undefined) return
  move(edit, 'before')
  past.value = past.peek().slice(0, -1)
  future.value = [...future.peek(), edit]
  announce(`Undone: ${edit.label}`)
}

export function redo(): void {
  const edit = future.peek().at(-1)
  if (edit === undefined) return
  move(edit, 'after')
  future.value = future.peek().slice(0, -1)
  past.value = [...past.peek(), edit]
  announce(`Done again: ${edit.label}`)
}

/** Another article begins with an empty history. */
export function forgetHistory(): void {
  past.value = []
  future.value = []
}

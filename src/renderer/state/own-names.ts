import { computed, signal } from '@preact/signals-core'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import type { EntityType } from '#core/mechanism/mechanism.ts'
import type { Result } from '#core/result/result.ts'
import { callBridge } from './bridge.ts'
import { newId, now } from './clock.ts'
import { shownDialog } from './dialogs.ts'

/** All of the reader's names, deleted ones included; null until they have come. */
const records = signal<readonly OwnName[] | null>(null)

/** The reader's names as they count now, by the alphabet; null until they have come. */
export const ownNames = computed<readonly OwnName[] | null>(
  () =>
    records.value
      ?.filter(({ deleted }) => deleted === undefined)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' })) ?? null,
)

/** What a name says when the reader writes it. */
export type OwnNameContent = Pick<OwnName, 'name' | 'type' | 'synonyms'>

/** What the dialog for names begins with: words that were selected, or an entity of a card. */
export interface NameDraft {
  readonly name: string
  readonly type: EntityType | null
}
export const nameDraft = signal<NameDraft | null>(null)

/** Shows the reader's names, with one that may be added. */
export function openNames(draft: NameDraft | null): void {
  nameDraft.value = draft
  shownDialog.value = 'names'
}

export async function loadOwnNames(): Promise<Result<null>> {
  const answer = await callBridge('names.list', undefined)
  if (!answer.ok) return answer
  records.value = answer.value
  return { ok: true, value: null }
}

/** Keeps one name; what is shown changes once it is on the disk. */
async function keep(record: OwnName): Promise<Result<null>> {
  const answer = await callBridge('names.save', { names: [record] })
  if (!answer.ok) return answer
  const others = (records.peek() ?? []).filter(({ id }) => id !== record.id)
  records.value = [...others, record]
  return answer
}

/** Adds a name that counts in every article from then on. */
export function addName(content: OwnNameContent): Promise<Result<null>> {
  const time = now()
  return keep({ id: newId(), created: time, modified: time, version: 1, ...content })
}

/** Deletes a name; `restoreName` brings it back. */
export function deleteName(record: OwnName): Promise<Result<null>> {
  const time = now()
  return keep({ ...record, version: record.version + 1, modified: time, deleted: time })
}

export function restoreName({ deleted: _deleted, ...record }: OwnName): Promise<Result<null>> {
  return keep({ ...record, version: record.version + 2, modified: now() })
}

import { signal } from '@preact/signals-core'
import type { TrashItem } from '#core/bridge/calls.ts'
import { counted } from '../components/counted.ts'
import { openArticle, opened } from './article.ts'
import { callBridge } from './bridge.ts'
import { library } from './library.ts'
import { notify } from './notices.ts'
import { flushPosition } from './reading-position.ts'
import { flushSaves } from './saving.ts'
import { chosenDocuments } from './shelves.ts'
import { shelvesShown } from './shelves-shown.ts'

/** What is in the trash; null until it has been asked for. */
export const trash = signal<readonly TrashItem[] | null>(null)
/** Whether the trash is shown in place of the library's articles. */
export const trashShown = signal(false)

export async function loadTrash(): Promise<void> {
  const result = await callBridge('trash.list', undefined)
  if (result.ok) trash.value = result.value
  else notify({ kind: 'failure', text: `The trash cannot be listed. ${result.error.message}` })
}

/** Another article takes the place of one that is on screen and gone. */
async function leave(gone: ReadonlySet<string>): Promise<void> {
  const open = opened.peek()?.article.id
  if (open === undefined || !gone.has(open)) return
  const next = library.peek()?.documents.findLast(({ id }) => !gone.has(id))
  if (next === undefined) {
    opened.value = null
    return
  }
  const shown = shelvesShown.peek()
  await openArticle(next.id)
  shelvesShown.value = shown
}

/** Articles that are on their way into the trash. */
const leaving = new Set<string>()

/** Moves articles to the trash, after what waits to be saved is on the disk, and offers to take it back. */
export async function moveToTrash(ids: readonly string[]): Promise<void> {
  // A key that is pressed once more before an article has left the list means no other one.
  const here = ids.filter(id => !leaving.has(id))
  if (here.length === 0) return
  for (const id of here) leaving.add(id)
  try {
    await moveAll(here)
  } finally {
    for (const id of here) leaving.delete(id)
  }
}

async function moveAll(ids: readonly string[]): Promise<void> {
  await flushPosition()
  if (!(await flushSaves())) {
    notify({
      kind: 'warning',
      text: 'Your last changes are not saved yet, so nothing was moved to the trash. Try again when they are.',
    })
    return
  }
  const result = await callBridge('trash.move', { ids: [...ids] })
  if (!result.ok) {
    notify({ kind: 'failure', text: `Nothing was moved to the trash. ${result.error.message}` })
    return
  }
  const { done, failures } = result.value
  for (const failure of failures) notify({ kind: 'failure', text: failure })
  chosenDocuments.value = new Set()
  await leave(new Set(ids))
  await loadTrash()
  if (done.length === 0) return
  notify({
    kind: 'success',
    text: `Moved to the trash: ${counted(done.length, 'article', 'articles')}.`,
    action: { label: 'Undo', run: () => void restoreTrashed(done) },
  })
}

/** Puts articles of the trash back into the library. */
export async function restoreTrashed(names: readonly string[]): Promise<void> {
  const result = await callBridge('trash.restore', { names: [...names] })
  if (!result.ok) {
    notify({ kind: 'failure', text: `Nothing was put back. ${result.error.message}` })
    return
  }
  const { done, failures } = result.value
  for (const failure of failures) notify({ kind: 'failure', text: failure })
  if (done.length > 0)
    notify({ kind: 'success', text: `Put back into the library: ${counted(done.length, 'article', 'articles')}.` })
  await loadTrash()
}

/** Deletes for good what is named of the trash, or (null) all of it. */
export async function deleteTrashed(names: readonly string[] | null): Promise<void> {
  const result = await callBridge('trash.delete', { names: names === null ? null : [...names] })
  if (!result.ok) notify({ kind: 'failure', text: `Not everything was deleted. ${result.error.message}` })
  await loadTrash()
}

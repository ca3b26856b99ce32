import { signal } from '@preact/signals-core'
import { callBridge } from './bridge.ts'
import { shownDialog } from './dialogs.ts'
import { flushDrafts } from './drafts.ts'
import { library } from './library.ts'
import { notify } from './notices.ts'
import { flushPosition } from './reading-position.ts'
import { documentsWaiting, flushSaves, waitingFor } from './saving.ts'
import { flushSettings } from './settings.ts'
import { unsavedAsMarkdown } from './unsaved-copy.ts'

/** Whether what the disk refuses is kept outside of the library, and saved at the next start. */
export const keptForNextStart = signal(false)

/** Tells the main process that the window may close, whatever is left unsaved. */
export const closeAnyway = (): void => void callBridge('window.ready-to-close', undefined)

/** Saves all that is pending. `kept`: what the library's disk refuses is kept outside of it, and saved when it is next opened. */
export async function savePending(): Promise<{ readonly saved: boolean; readonly kept: boolean }> {
  // A text field keeps its words when it loses the focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const [saved] = await Promise.all([flushSaves(), flushPosition(), flushSettings()])
  const drafts = await flushDrafts()
  return { saved, kept: drafts.ok }
}

/** Saves all that is pending, then lets the window close. What the disk refuses is shown first: nothing is lost unseen. */
export async function prepareToClose(): Promise<void> {
  const { saved, kept } = await savePending()
  keptForNextStart.value = kept
  if (saved) closeAnyway()
  else shownDialog.value = 'unsaved'
}

/** Writes what the disk refuses to a file of the reader's choice. */
export async function saveCopy(): Promise<void> {
  const titles = new Map(library.peek()?.documents.map(({ id, title }) => [id, title]))
  const articles = documentsWaiting().flatMap(id => {
    const entry = waitingFor(id)
    if (entry === null) return []
    const { annotations, cards, pageNote } = entry
    return [
      { title: titles.get(id) ?? id, annotations: [...annotations.values()], cards: [...cards.values()], pageNote },
    ]
  })
  const written = await callBridge('unsaved.export', { text: unsavedAsMarkdown(articles) })
  if (!written.ok) notify({ kind: 'failure', text: `The copy was not written. ${written.error.message}` })
  else if (written.value !== null) notify({ kind: 'success', text: `A copy was written to “${written.value}”.` })
}

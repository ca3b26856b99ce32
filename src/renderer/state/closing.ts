import { callBridge } from './bridge.ts'
import { shownDialog } from './dialogs.ts'
import { flushPosition } from './reading-position.ts'
import { flushSaves } from './saving.ts'
import { flushSettings } from './settings.ts'

/** Tells the main process that the window may close, whatever is left unsaved. */
export const closeAnyway = (): void => void callBridge('window.ready-to-close', undefined)

/** Saves all that is pending, then lets the window close. What the disk refuses is shown first: nothing is lost unseen. */
export async function prepareToClose(): Promise<void> {
  // A text field keeps its words when it loses the focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const [saved] = await Promise.all([flushSaves(), flushPosition(), flushSettings()])
  if (saved) closeAnyway()
  else shownDialog.value = 'unsaved'
}

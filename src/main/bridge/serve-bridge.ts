import { ipcMain } from 'electron'
import type { BrowserWindow } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#core/bridge/bridge.ts'
import type { BridgeEvents, EventName } from '#core/bridge/events.ts'
import { fail } from '#core/result/result.ts'
import { answerCalls } from './answer-calls.ts'
import type { BridgeHandlers } from './answer-calls.ts'
import { allowCalls } from './call-allowance.ts'
import { isOwnWindow } from './own-window.ts'
import type { PageGate } from './page-gate.ts'
import { shownEvent } from './shown-words.ts'
export type { BridgeHandlers } from './answer-calls.ts'

/** What words for the window go through; set before the first call is answered. */
let withoutPaths = (text: string): string => text

const ANOTHER_LIBRARY = 'Another library is taking the place of this one, so this was not done; nothing was changed.'

/**
 * Answers the window's calls; the sender is checked before all else, and then whether its page belongs to the library that is open.
 * @param words takes the places on this machine out of what is told to the window
 */
export const serveBridge = (
  windowOf: () => BrowserWindow | null,
  handlers: BridgeHandlers,
  gate: PageGate,
  words: (text: string) => string,
): void => {
  withoutPaths = words
  const answer = answerCalls({
    handlers,
    allowance: allowCalls(() => performance.now()),
    withoutPaths: words,
    report: (name, error) => console.error(`The call ${name} failed:`, error),
  })
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, payload: unknown, page: unknown) => {
    if (!isOwnWindow(event, windowOf())) return fail('wrong-sender', 'This call did not come from the window.')
    return gate.admits(name, page) ? answer(name, payload) : fail('too-much', ANOTHER_LIBRARY)
  })
}

/** Sends a message to the window; without a window, or while its page is gone, there is nobody to tell. */
export const sendEvent = <Name extends EventName>(
  window: BrowserWindow | null,
  name: Name,
  value: BridgeEvents[Name],
): void => {
  if (window && !window.isDestroyed() && !window.webContents.isCrashed())
    window.webContents.send(EVENT_CHANNEL, name, shownEvent(name, value, withoutPaths))
}

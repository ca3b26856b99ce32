import { ipcMain } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import * as v from 'valibot'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#core/bridge/bridge.ts'
import { calls } from '#core/bridge/calls.ts'
import type { CallName, CallPayload, CallValue } from '#core/bridge/calls.ts'
import type { BridgeEvents, EventName } from '#core/bridge/events.ts'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { WINDOW_ORIGIN } from './window-scheme.ts'

/** What answers each call of the bridge. */
export type BridgeHandlers = {
  readonly [Name in CallName]: (
    payload: CallPayload<Name>,
  ) => Promise<Result<CallValue<Name>>> | Result<CallValue<Name>>
}

/** Only the top frame of the program's own window, showing the program's own page, may call. */
const isOwnWindow = (event: IpcMainInvokeEvent, window: BrowserWindow): boolean =>
  !window.isDestroyed() &&
  event.sender === window.webContents &&
  event.senderFrame === window.webContents.mainFrame &&
  event.senderFrame !== null &&
  new URL(event.senderFrame.url).href.startsWith(`${WINDOW_ORIGIN}/`)

const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name)

/** Answers the window's calls; sender and payload are checked before a handler runs. */
export const serveBridge = (windowOf: () => BrowserWindow | null, handlers: BridgeHandlers): void => {
  const answer = async <Name extends CallName>(name: Name, payload: unknown): Promise<Result<CallValue<Name>>> => {
    const parsed = v.safeParse(calls[name].payload, payload)
    if (!parsed.success)
      return fail('bad-payload', `The window sent something that "${name}" does not take; nothing was changed.`)
    return await handlers[name](parsed.output)
  }
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, payload: unknown) => {
    const window = windowOf()
    if (window === null || !isOwnWindow(event, window))
      return fail('wrong-sender', 'This call did not come from the window.')
    if (!isCallName(name)) return fail('bad-payload', 'The window asked for something that does not exist.')
    try {
      return await answer(name, payload)
    } catch (error) {
      console.error(`The call ${name} failed:`, error)
      return fail(
        'unexpected',
        'Something went wrong inside Pathmark. Nothing was thrown away; try again, or restart it.',
      )
    }
  })
}

/** Sends a message to the window; without a window there is nobody to tell. */
export const sendEvent = <Name extends EventName>(
  window: BrowserWindow | null,
  name: Name,
  value: BridgeEvents[Name],
): void => {
  if (window && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, value)
}

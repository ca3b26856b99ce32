import type { BrowserWindow } from 'electron'
import { sendEvent } from './serve-bridge.ts'

/** How long a window may take to save what is pending before it is closed all the same, in milliseconds. */
const SAVING_LIMIT = 5_000

/**
 * Lets the window save what is pending before it closes.
 * @returns what to call when the window says that it is ready
 */
export const closeAfterSaving = (window: BrowserWindow): (() => void) => {
  let ready = false
  const close = (): void => {
    ready = true
    if (!window.isDestroyed()) window.close()
  }
  window.on('close', event => {
    if (ready) return
    event.preventDefault()
    sendEvent(window, 'window.closing', null)
    setTimeout(close, SAVING_LIMIT)
  })
  window.webContents.on('render-process-gone', close)
  return close
}

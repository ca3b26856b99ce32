import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { WINDOW_ORIGIN } from '../serving/window-address.ts'

/** Only the top frame of the program's own window, showing the program's own page, may call. */
export const isOwnWindow = (
  { sender, senderFrame }: Pick<IpcMainInvokeEvent & IpcMainEvent, 'sender' | 'senderFrame'>,
  window: BrowserWindow | null,
): boolean =>
  window !== null &&
  !window.isDestroyed() &&
  sender === window.webContents &&
  senderFrame !== null &&
  senderFrame === window.webContents.mainFrame &&
  senderFrame.origin === WINDOW_ORIGIN &&
  senderFrame.url.startsWith(`${WINDOW_ORIGIN}/`)

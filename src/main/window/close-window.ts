import type { BrowserWindow } from 'electron'
import { sendEvent } from '../bridge/serve-bridge.ts'

/** A page that does not answer for so many milliseconds hangs; it can neither save nor ask the reader any more. */
const ANSWER_LIMIT = 5_000

/** Whether the page still runs. What it does meanwhile, such as waiting for the reader's choice, does not matter. */
const answers = async (window: BrowserWindow): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), ANSWER_LIMIT)
  })
  const answer = window.webContents.executeJavaScript('true').then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

export interface Closing {
  /** Closes the window: it has said that it is ready. */
  readonly close: () => void
  /** Whether the reader has just asked for it to close. One who was asked back, and let it stay open, has not. */
  readonly isAsked: () => boolean
}

/** Lets the window save what is pending before it closes; the window asks the reader when something cannot be saved. */
export const closeAfterSaving = (window: BrowserWindow): Closing => {
  let ready = false
  let asked = Number.NEGATIVE_INFINITY
  const isAsked = (): boolean => performance.now() - asked < ANSWER_LIMIT
  const close = (): void => {
    ready = true
    if (!window.isDestroyed()) window.close()
  }
  const closeIfSilent = async (): Promise<void> => {
    if (!(await answers(window))) close()
  }
  window.on('close', event => {
    if (ready) return
    event.preventDefault()
    asked = performance.now()
    sendEvent(window, 'window.closing', null)
    void closeIfSilent()
  })
  window.webContents.on('render-process-gone', () => {
    if (isAsked()) close()
  })
  return { close, isAsked }
}

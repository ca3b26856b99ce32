import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import type { WindowFailure } from '#core/bridge/drafts.ts'
import type { DraftBook } from './kept-drafts.ts'
import { PATIENCE, PATIENCE_WHILE_WRITING, PageSilence } from './page-silence.ts'

/** Failures within so many milliseconds after which the reader is asked, rather than the page loaded once more. */
const FAILURES = 3
const WITHIN = 60_000
/** Pause between two looks at a page that owes an answer, in milliseconds. */
const LOOK = 250
/** A draft that was changed within so many milliseconds is being written. */
const JUST_WRITTEN = 15_000

const askReader = async (window: BrowserWindow): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Pathmark',
    message: `The window stopped ${FAILURES} times within a minute.`,
    detail:
      'Your library is as it was, and what you were writing is kept. If it goes on like this, quit, start Pathmark again ' +
      'and open another article.',
    buttons: ['Load the window again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/**
 * Loads the window's page again when its process ends, or when it does not answer any more while keys wait for it. What was
 * being written is handed to the new page.
 * @param isClosing whether the window is about to close: then there is nothing to bring back
 */
export const restartFailedPage = (window: BrowserWindow, drafts: () => DraftBook, isClosing: () => boolean): void => {
  const { webContents: page } = window
  const now = (): number => Date.now()
  const answered = (): void => undefined
  const silence = new PageSilence(() => page.executeJavaScript('0').then(answered, answered))
  let failure: WindowFailure = 'stopped'
  let failures: number[] = []
  let looking: NodeJS.Timeout | null = null
  let looked = 0

  const stopLooking = (): void => {
    if (looking !== null) clearInterval(looking)
    looking = null
  }
  const endSilentPage = (): void => {
    // A page that is held at a breakpoint is silent on purpose.
    if (page.isDestroyed() || page.isDevToolsOpened() || failure === 'silent') return
    console.error('The page does not answer any more and is loaded again.')
    failure = 'silent'
    page.forcefullyCrashRenderer()
  }
  const look = (): void => {
    const time = now()
    const elapsed = time - looked
    looked = time
    if (!silence.waiting) stopLooking()
    else {
      const place = drafts().writing()
      const isWriting = place !== null && time - place.at <= JUST_WRITTEN
      if (silence.pass(elapsed, isWriting ? PATIENCE_WHILE_WRITING : PATIENCE)) endSilentPage()
    }
  }
  const loadAgain = async (): Promise<void> => {
    const time = now()
    failures = [...failures.filter(at => time - at < WITHIN), time]
    if (failures.length >= FAILURES && !(await askReader(window))) {
      window.destroy()
      return
    }
    if (!window.isDestroyed()) page.reload()
  }

  page.on('before-input-event', (_event, { type, key, control, alt, meta }) => {
    if (type !== 'keyDown') return
    silence.press({ key, command: control || alt || meta })
    if (looking !== null) return
    looked = now()
    looking = setInterval(look, LOOK)
  })
  page.on('unresponsive', endSilentPage)
  page.on('render-process-gone', (_event, { reason }) => {
    if (isClosing() || reason === 'clean-exit') return
    console.error(`The page's process ended: ${reason}.`)
    stopLooking()
    drafts().pageFailed(failure, silence.keys)
    silence.begin()
    failure = 'stopped'
    void loadAgain()
  })
  window.on('closed', stopLooking)
}

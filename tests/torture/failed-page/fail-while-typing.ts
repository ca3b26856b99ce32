import type { ElectronApplication, Page } from '@playwright/test'

/** How the window's page fails: its process ends, or it does not come back from a loop. */
export type Failure = 'stopped' | 'silent'

export interface FailedPage {
  /** What was typed, and what stood in the field of the page that took the failed one's place. */
  readonly typed: string
  readonly field: string
  /** Whether that field had the focus, so that the reader could go on. */
  readonly focused: boolean
  /** Milliseconds from the failure to its being noticed, and from then to the field with the words in it. */
  readonly noticed: number
  readonly back: number
  /** Milliseconds between the first key that is missing and the failure; 0 when none is, or none from before it. */
  readonly lost: number
}

interface Timed {
  readonly pressed: readonly number[]
  readonly failed: number
  readonly gone: number
  readonly back: number
  readonly field: string
  readonly focused: boolean
}

/** Runs in the main process: types a key every 30 ms, has the page fail after some of them, and waits for the next page. */
const typeAndFail = async (
  { BrowserWindow }: typeof import('electron'),
  { failure, text, failAfter }: { readonly failure: Failure; readonly text: string; readonly failAfter: number },
): Promise<Timed> => {
  const contents = BrowserWindow.getAllWindows()[0]?.webContents
  if (contents === undefined) throw new Error('There is no window')
  const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
  const ended: number[] = []
  contents.once('render-process-gone', () => void ended.push(performance.now()))
  let failed = 0
  const pressed: number[] = []
  for (const [at, key] of [...text].entries()) {
    if (at === failAfter) {
      failed = performance.now()
      if (failure === 'stopped') contents.forcefullyCrashRenderer()
      else void contents.executeJavaScript('for (;;);')
    }
    if (ended.length > 0 || (failure === 'stopped' && failed > 0)) break
    pressed.push(performance.now())
    for (const type of ['keyDown', 'char', 'keyUp'] as const) contents.sendInputEvent({ type, keyCode: key })
    await pause(30)
  }
  const give = performance.now() + 30_000
  while (ended.length === 0 && performance.now() < give) await pause(5)
  const [gone = Number.POSITIVE_INFINITY] = ended
  const read = `(() => {
    const look = root => {
      for (const element of root.querySelectorAll('*')) {
        if (element.localName === 'textarea') return element
        const found = element.shadowRoot === null ? null : look(element.shadowRoot)
        if (found !== null) return found
      }
      return null
    }
    const field = look(document)
    return field === null ? null : { field: field.value, focused: field.matches(':focus') && document.hasFocus() }
  })()`
  while (performance.now() < give) {
    const found = await contents.executeJavaScript(read).catch(() => null)
    if (found !== null) return { pressed, failed, gone, back: performance.now(), ...found }
    await pause(10)
  }
  throw new Error('The field did not come back within 30 seconds')
}

/** Opens the note on the whole article, types in it until the page fails, and tells what came of it. */
export const failWhileTyping = async (
  app: ElectronApplication,
  page: Page,
  failure: Failure,
  text: string,
): Promise<FailedPage> => {
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('button', { name: /write a note on the whole article/iu }).click()
  await page.getByRole('textbox', { name: 'Note on the whole article' }).waitFor()
  const failAfter = Math.floor(text.length / 2)
  const { pressed, failed, gone, back, field, focused } = await app.evaluate(typeAndFail, { failure, text, failAfter })
  const typed = text.slice(0, pressed.length)
  // The words are there from their beginning on; what is missing is missing from their end.
  const firstMissing = typed.startsWith(field) ? pressed[field.length] : pressed[0]
  const end = failure === 'stopped' ? failed : gone
  return {
    typed,
    field,
    focused,
    noticed: gone - failed,
    back: back - gone,
    lost: firstMissing === undefined ? 0 : end - firstMissing,
  }
}

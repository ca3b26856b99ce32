import type { ElectronApplication, Page } from '@playwright/test'
import { calls } from '#core/bridge/calls.ts'

const names = Object.keys(calls)

/**
 * Asks every call from pages that are not the program's window, whatever they show, and gives a line for each that was
 * answered with anything but `wrong-sender`; and for a frame in the window that has the bridge at all.
 */
export const askFromElsewhere = async (
  app: ElectronApplication,
  page: Page,
): Promise<{ readonly asked: number; readonly missed: readonly string[] }> => {
  const answers = await app.evaluate(async ({ BrowserWindow, app: program }, asked) => {
    const preload = `${program.getAppPath()}/out/preload/index.cjs`
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    const lines: string[] = []
    for (const address of ['data:text/html,x', 'about:blank', 'pathmark-app://window/index.html']) {
      await window.loadURL(address).catch(() => undefined)
      for (const name of asked) {
        const code = await window.webContents.executeJavaScript(
          `pathmark.call(${JSON.stringify(name)}, undefined).then(answer => answer.error?.code ?? 'done', String)`,
        )
        lines.push(`${name} ${code} from ${address}`)
      }
    }
    window.destroy()
    return lines
  }, names)
  const frames = await page.evaluate(async () => {
    const found: string[] = []
    for (const source of ['about:blank', 'pathmark-app://window/index.html']) {
      const frame = document.createElement('iframe')
      const loaded = new Promise(resolve => {
        frame.addEventListener('load', resolve)
        setTimeout(resolve, 1_000)
      })
      frame.src = source
      document.body.append(frame)
      await loaded
      try {
        if (frame.contentWindow !== null && 'pathmark' in frame.contentWindow)
          found.push(`a frame of ${source} has the bridge`)
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
      }
      frame.remove()
    }
    return found
  })
  return {
    asked: answers.length,
    missed: [...answers.filter(line => !line.includes(' wrong-sender ')), ...frames],
  }
}

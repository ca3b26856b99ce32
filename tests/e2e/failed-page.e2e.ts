import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { failWhileTyping } from '../torture/failed-page/fail-while-typing.ts'
import { expect, test } from './application.ts'

/** Long enough to be typed on until a page that hangs is noticed. */
const text = Array.from({ length: 40 }, (_, number) => `word ${number} of the note `).join('')

/** Asks the page that took the failed one's place; Playwright has lost sight of the window by then. */
const inPage = <T>(app: ElectronApplication, script: string): Promise<T> =>
  app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  ) as Promise<T>

const crash = (app: ElectronApplication): Promise<void> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const gone = new Promise<void>(resolve => contents?.once('render-process-gone', () => resolve()))
    contents?.forcefullyCrashRenderer()
    await gone
  })

test('a page that crashes while the reader types comes back with the words in their field', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  const failed = await failWhileTyping(app, page, 'stopped', text)
  expect(failed.typed.startsWith(failed.field)).toBe(true)
  expect(failed.lost).toBeLessThanOrEqual(250)
  expect(failed.focused).toBe(true)
  await expect
    .poll(() => inPage<string>(app, 'document.querySelector("notice-stack").innerText'))
    .toMatch(/stopped working.*back in its field and not saved yet/su)
})

test('a page that hangs while the reader types is loaded again, with what was typed at it meanwhile', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start()
  const failed = await failWhileTyping(app, page, 'silent', text)
  expect(failed.noticed).toBeGreaterThan(2_000)
  expect(failed.typed.startsWith(failed.field)).toBe(true)
  expect(failed.lost).toBeLessThanOrEqual(250)
  expect(failed.focused).toBe(true)
})

test('a page that is busy for longer than any book takes is left alone', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.once('render-process-gone', () => Object.assign(globalThis, { gone: true }))
    void contents?.executeJavaScript('{ const end = performance.now() + 2_000; while (performance.now() < end); }')
    for (const keyCode of ['j', 'k']) contents?.sendInputEvent({ type: 'keyDown', keyCode })
  })
  await expect(page.locator('#article p').first()).toBeVisible()
  // Answered after the loop, and so after the keys.
  expect(await page.evaluate(() => document.readyState)).toBe('complete')
  expect(await app.evaluate(() => 'gone' in globalThis)).toBe(false)
})

test('the article comes back where it was read, and after three failures in a minute the reader is asked', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start()
  await page.locator('.article-scroll').hover()
  await page.mouse.wheel(0, 1_500)
  const index = join(pathmark.library, 'library.json')
  const savedOffset = (): number => JSON.parse(readFileSync(index, 'utf8')).documents[0].position.offset
  await expect.poll(savedOffset).toBeGreaterThan(0)
  const top = 'document.querySelector(".article-scroll")?.scrollTop ?? 0'
  const before = await inPage<number>(app, top)
  await app.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = async (...given: readonly unknown[]) => {
      asked.push((given.at(-1) as { readonly message: string }).message)
      return { response: 0, checkboxChecked: false }
    }
  })
  for (let time = 0; time < 3; time += 1) {
    await crash(app)
    await expect
      .poll(async () => Math.abs((await inPage<number>(app, top).catch(() => 0)) - before), { timeout: 20_000 })
      .toBeLessThan(60)
    expect(await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.length)).toBe(
      time === 2 ? 1 : 0,
    )
  }
})

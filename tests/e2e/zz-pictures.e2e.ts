import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, test } from './application.ts'
import { painted } from './article-words.ts'
import { violations } from './axe.ts'
import { bringIn, paper, walk } from './plain-articles.ts'

const clipping = (title: string, kind: string, place: string, words: string): string =>
  `${title}\r\n- Your ${kind} on ${place} | Added on Monday, April 21, 2014 10:08:07 PM\r\n\r\n${words}\r\n==========\r\n`

const IN_LIBRARY = 'Curcumin in sore joints (Jane Doe)'
const ELSEWHERE = 'A walk along the river (R. Walker)'
const GONE = 'These words are in no edition of the paper at all'

const clippings =
  clipping(IN_LIBRARY, 'Highlight', 'Location 10-11', 'Larger trials are needed to know more.') +
  clipping(IN_LIBRARY, 'Note', 'Location 11', 'Which ones?') +
  clipping(IN_LIBRARY, 'Highlight', 'Location 20-21', GONE) +
  clipping(ELSEWHERE, 'Highlight', 'Location 5-6', 'The weather was fine, and the path was dry.') +
  clipping('<img src=x onerror=alert(1)>', 'Highlight', 'Location 1-2', '<script>window.wasRun = true</script>')

const importFile = async (app: ElectronApplication, page: Page, path: string): Promise<void> => {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await page.keyboard.press('Control+o')
}

const openWaiting = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Menu }) => {
    const all = Menu.getApplicationMenu()?.items.flatMap(item => item.submenu?.items ?? []) ?? []
    all.find(({ label }) => label.replace('&', '').startsWith('Waiting marks'))?.click()
  })

const report = (page: Page): Locator => page.getByRole('dialog', { name: 'Imported marks' })
const waiting = (page: Page): Locator => page.getByRole('dialog', { name: 'Waiting marks' })

const writeClippings = (folder: string): string => {
  const path = join(folder, 'My Clippings.txt')
  writeFileSync(path, `\ufeff${clippings}`)
  return path
}

test('pictures of the dialogs', async ({ pathmark }) => {
  const images = process.env['PATHMARK_SCRATCH']
  for (const theme of ['light', 'dark'] as const) {
    const running = await pathmark.start({ settings: { theme } })
    const { app, page } = running
    await openWaiting(app)
    await page.screenshot({ path: join(images ?? '', `${theme}-waiting-empty.png`), animations: 'disabled' })
    await page.keyboard.press('Escape')
    if (theme === 'light') await bringIn(running, pathmark.folder, paper)
    await importFile(app, page, writeClippings(pathmark.folder))
    await expect(report(page)).toBeVisible()
    await report(page).locator('summary').first().click()
    await page.screenshot({ path: join(images ?? '', `${theme}-report.png`), animations: 'disabled' })
    await page.keyboard.press('Escape')
    await openWaiting(app)
    await waiting(page).locator('summary').first().click()
    await page.screenshot({ path: join(images ?? '', `${theme}-waiting.png`), animations: 'disabled' })
    await page.setViewportSize({ width: 420, height: 700 })
    await page.screenshot({ path: join(images ?? '', `${theme}-waiting-narrow.png`), animations: 'disabled' })
    await pathmark.close(running)
  }
})

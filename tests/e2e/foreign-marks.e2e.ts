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

/** Opens the list of marks without a passage. */
const unfoldLost = (page: Page): Promise<void> => page.locator('orphaned-notes details.open > summary').click()

const writeClippings = (folder: string): string => {
  const path = join(folder, 'My Clippings.txt')
  writeFileSync(path, `\ufeff${clippings}`)
  return path
}

test('marks of a Kindle are placed on their article, and what became of the others is said', async ({ pathmark }) => {
  const running = await pathmark.start()
  const { app, page } = running
  await bringIn(running, pathmark.folder, paper)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(560, 440))
  await importFile(app, page, writeClippings(pathmark.folder))
  await expect(report(page)).toContainText('1 placed, 1 kept without a passage, 2 waiting for the article')
  await expect(report(page).getByRole('button', { name: 'Done' })).toBeFocused()
  await expect(report(page).getByRole('heading', { name: 'Imported marks' })).toBeInViewport()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1280, 800))
  const work = report(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Curcumin in sore joints' }) })
  await expect(work).toContainText('1 placed, 1 kept without a passage')
  await work.getByText('One mark to look at').click()
  await expect(work).toContainText(GONE)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(report(page)).toHaveCount(0)
  await expect.poll(async () => (await painted(page, 'highlight-yellow')).join()).toContain('Larger trials are needed')
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await expect(page.getByText('Which ones?')).toBeVisible()
  await unfoldLost(page)
  await expect(page.getByText(GONE).first()).toBeVisible()
  expect(await page.evaluate(() => 'wasRun' in globalThis)).toBe(false)
})

test('marks wait for their article, and are placed and told of when it is imported', async ({ pathmark }) => {
  const running = await pathmark.start()
  const { app, page } = running
  await importFile(app, page, writeClippings(pathmark.folder))
  await report(page).getByRole('button', { name: 'Show waiting marks' }).click()
  await expect(waiting(page).getByRole('heading', { level: 3 })).toHaveText([
    '<img src=x onerror=alert(1)>',
    'A walk along the river',
    'Curcumin in sore joints',
  ])
  await page.keyboard.press('Escape')
  await bringIn(running, pathmark.folder, walk)
  await expect(page.getByText('Marks had waited for “A walk along the river”: 1 placed.')).toBeVisible()
  await expect.poll(async () => (await painted(page, 'highlight-yellow')).join()).toContain('The weather was fine')
})

test('waiting marks are put on an article by hand, removed and brought back, by keyboard alone', async ({
  pathmark,
}) => {
  const running = await pathmark.start()
  const { app, page } = running
  await importFile(app, page, writeClippings(pathmark.folder))
  await expect(report(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await openWaiting(app)
  const removing = waiting(page).getByRole('button', { name: 'Remove the marks of A walk along the river' })
  await removing.focus()
  await page.keyboard.press('Enter')
  await expect(waiting(page).getByRole('heading', { level: 3 })).toHaveCount(2)
  await expect(waiting(page).getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(waiting(page).getByRole('heading', { level: 3 })).toHaveCount(3)

  const last = waiting(page).getByRole('combobox', { name: 'Article' }).last()
  await last.focus()
  await page.keyboard.press('ArrowDown')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(waiting(page).getByRole('heading', { level: 3 })).toHaveCount(2)
  await expect(waiting(page).getByRole('combobox', { name: 'Article' }).first()).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await unfoldLost(page)
  await expect(page.getByText('Which ones?').first()).toBeVisible()
})

import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'
import { violations } from './axe.ts'
import { importFile } from './pages-on-screen.ts'
import { bringIn, walk } from './plain-articles.ts'

const choose = (app: ElectronApplication, name: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const all = Menu.getApplicationMenu()?.items.flatMap(item => item.submenu?.items ?? []) ?? []
    all.find(({ label }) => label.replace('&', '').startsWith(wanted))?.click()
  }, name)

const openBackups = (app: ElectronApplication): Promise<void> => choose(app, 'Backups')

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Backups' })
const list = (page: Page): Locator => dialog(page).getByRole('navigation', { name: 'Backups' })
const plan = (page: Page): Locator => dialog(page).getByRole('region', { name: 'What would change' })
const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()

const WORDS = 'neuropathic pain'

/** Marks the words and backs that up. */
const markAndBackUp = async (app: ElectronApplication, page: Page): Promise<void> => {
  await selectByMouse(page, WORDS)
  await page.keyboard.press('2')
  await saved(page)
  await openBackups(app)
  await dialog(page).getByRole('button', { name: 'Make one now' }).click()
  await expect(list(page).locator('.backup')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
}

const deleteMark = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await painted(page, 'highlight-green')).length).toBe(0)
  await saved(page)
}

test('a mark that was lost is seen in a backup and brought back to the page, and that is taken back', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start()
  await markAndBackUp(app, page)
  await deleteMark(page)

  await openBackups(app)
  await list(page).locator('.backup').first().click()
  await expect(plan(page)).toContainText('1 comes back')
  await expect(
    plan(page)
      .getByRole('listitem')
      .filter({ hasText: `“${WORDS}”` })
      .last(),
  ).toContainText('Comes back')
  await plan(page).getByRole('button', { name: 'Restore everything' }).click()
  await expect(plan(page)).toContainText('Restored: 1 change in 1 article.')
  await expect.poll(async () => (await painted(page, 'highlight-green')).length).toBe(1)
  await expect(list(page).locator('.backup')).toHaveCount(2)

  await plan(page).getByRole('button', { name: 'Take this back' }).click()
  await expect(plan(page)).toContainText('Taken back: 1 change in 1 article.')
  await expect.poll(async () => (await painted(page, 'highlight-green')).length).toBe(0)
})

test('marks that wait for their article and were removed come back from a backup', async ({ pathmark }) => {
  const running = await pathmark.start()
  const { app, page } = running
  const clippings = join(pathmark.folder, 'My Clippings.txt')
  const words = 'The weather was fine, and the path was dry.'
  writeFileSync(
    clippings,
    `\ufeffA walk along the river (R. Walker)\r\n- Your Highlight on Location 5-6 | Added on Monday, April 21, 2014 10:08:07 PM\r\n\r\n${words}\r\n==========\r\n`,
  )
  await importFile(running, clippings)
  const waiting = page.getByRole('dialog', { name: 'Waiting marks' })
  await expect(page.getByRole('dialog', { name: 'Imported marks' })).toContainText('1 waiting for the article')
  await page.keyboard.press('Escape')
  await openBackups(app)
  await dialog(page).getByRole('button', { name: 'Make one now' }).click()
  await expect(list(page).locator('.backup')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await choose(app, 'Waiting marks')
  await waiting.getByRole('button', { name: 'Remove the marks of A walk along the river' }).click()
  await expect(waiting).toContainText('No marks are waiting.')
  await page.keyboard.press('Escape')

  await openBackups(app)
  await list(page).locator('.backup').first().click()
  await expect(plan(page)).toContainText('Marks that wait for their articles')
  await expect(plan(page).getByRole('listitem').filter({ hasText: words }).last()).toContainText('Comes back')
  await plan(page).getByRole('button', { name: 'Restore everything' }).click()
  await expect(plan(page)).toContainText('Restored: 1 change')
  await page.keyboard.press('Escape')
  await choose(app, 'Waiting marks')
  await expect(waiting.getByRole('heading', { level: 3 })).toHaveText('A walk along the river')
  await waiting.getByText('Show it').click()
  await expect(waiting.getByText(words)).toBeVisible()
  await page.keyboard.press('Escape')

  await bringIn(running, pathmark.folder, walk)
  await expect.poll(async () => (await painted(page, 'highlight-yellow')).join()).toContain(words)
})

test('an article that is left out stays as it is', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  await markAndBackUp(app, page)
  await deleteMark(page)
  await openBackups(app)
  await list(page).locator('.backup').first().click()
  await plan(page)
    .getByRole('checkbox', { name: /^Restore Stem cells/ })
    .uncheck()
  await expect(plan(page)).toContainText('Stays as it is now')
  await expect(plan(page).getByRole('button', { name: /^Restore/ })).toBeDisabled()
})

test('the dialog says when there is nothing yet, is reached by keys, and holds to the accessibility rules', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start({ settings: { theme: 'dark' } })
  await openBackups(app)
  await expect(dialog(page)).toContainText('No backups yet')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await markAndBackUp(app, page)
  await deleteMark(page)
  await openBackups(app)
  await list(page).locator('.backup').first().focus()
  await page.keyboard.press('Enter')
  await expect(plan(page)).toContainText('1 comes back')
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 600, height: 720 })
  await expect(list(page)).toBeHidden()
  expect(await violations(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'All backups' }).press('Enter')
  await expect(list(page).locator('.backup').first()).toBeFocused()
})

test('a backup is made when the window is closed, and none when nothing has changed since', async ({ pathmark }) => {
  const backups = (): string[] => readdirSync(join(pathmark.library, 'backups')).filter(name => name.endsWith('.json'))
  const first = await pathmark.start()
  await selectByMouse(first.page, WORDS)
  await first.page.keyboard.press('2')
  await saved(first.page)
  await pathmark.close(first)
  expect(backups()).toHaveLength(1)
  await pathmark.close(await pathmark.start())
  expect(backups()).toHaveLength(1)
})

test('a warning of a damaged file leads to the backups', async ({ pathmark }) => {
  const first = await pathmark.start()
  await pathmark.close(first)
  const [document = ''] = readdirSync(join(pathmark.library, 'documents'))
  writeFileSync(join(pathmark.library, 'documents', document, 'notes.json'), '{ "format": ')
  const { page } = await pathmark.start()
  await page.getByRole('status').getByRole('button', { name: 'Backups…' }).click()
  await expect(list(page).locator('.backup').first()).toBeVisible()
})

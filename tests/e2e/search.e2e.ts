import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Settings } from '#core/bridge/settings.ts'
import { makeManyArticles } from '../bench/library/many-articles.ts'
import { expect, test } from './application.ts'
import type { Pathmark, Running } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'
import { violations } from './axe.ts'
import { titles, writeContraryArticles, writeEmptyLibrary } from './contrary-articles.ts'

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search the library' })
const field = (page: Page): Locator => dialog(page).getByRole('searchbox')
const found = (page: Page, title: string): Locator => dialog(page).getByRole('region', { name: title })
const hits = (page: Page): Locator => dialog(page).locator('.hit')

/** The program with four articles, and the search open. */
async function startSearch(pathmark: Pathmark, settings: Partial<Settings> = {}): Promise<Running> {
  const running = await pathmark.start({ library: writeContraryArticles(pathmark.folder), settings })
  await running.page.keyboard.press('Control+Shift+F')
  await expect(field(running.page)).toBeFocused()
  return running
}

test('results come as one types, by article, with what was looked for marked', async ({ pathmark }) => {
  const { page } = await startSearch(pathmark)
  await expect(dialog(page).getByText('both words, in any place')).toBeVisible()
  await field(page).pressSequentially('angiogen')
  await expect(found(page, titles.agrees)).toBeVisible()
  await expect(found(page, titles.alsoAgrees).locator('mark').first()).toHaveText('angiogenesis')
  await expect(dialog(page).getByRole('status')).toContainText(/^\s*\d articles/)
  await field(page).fill('angiogenesis VEGF ')
  await expect(found(page, titles.agrees)).toHaveCount(0)
  await expect(found(page, titles.alsoAgrees).locator('.hit').first()).toContainText('VEGF increases angiogenesis')
  expect(await violations(page)).toEqual([])
})

test('a hit opens its article at the passage, which is lit; the search is as it was when it is opened again', async ({
  pathmark,
}) => {
  const { page } = await startSearch(pathmark)
  await field(page).fill('"decrease IL-10"')
  await found(page, titles.contradicts)
    .getByRole('button', { name: /Stem cells decrease IL-10\./ })
    .last()
    .click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: titles.contradicts, level: 1 })).toBeVisible()
  await expect.poll(async () => (await painted(page, 'lit')).join(' ')).toContain('Stem cells decrease IL-10.')
  await expect(page.locator('#article p', { hasText: 'Stem cells decrease IL-10' })).toBeInViewport()
  await page.keyboard.press('Control+Shift+F')
  await expect(field(page)).toHaveValue('"decrease IL-10"')
  await expect(found(page, titles.contradicts)).toBeVisible()
})

test('the keyboard goes from the field through the hits; Enter opens', async ({ pathmark }) => {
  const { page } = await startSearch(pathmark)
  await field(page).fill('text:inflammation ')
  await expect(hits(page).nth(1)).toBeVisible()
  await field(page).press('ArrowDown')
  await expect(hits(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(hits(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('Control+Shift+F')
  await expect(hits(page).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect.poll(async () => (await painted(page, 'lit')).join(' ')).toContain('nflammation')
})

test('a misspelt word finds what was meant, and that is said; what is nowhere is said as well', async ({
  pathmark,
}) => {
  const { page } = await startSearch(pathmark)
  await field(page).fill('angoigenesis ')
  await expect(dialog(page).getByRole('status')).toContainText(
    '“angoigenesis” stands nowhere in the library; “angiogenesis”',
  )
  await expect(found(page, titles.alsoAgrees)).toBeVisible()
  await field(page).fill('xylophone ')
  await expect(dialog(page).getByRole('heading', { name: 'Nothing was found' })).toBeVisible()
  await expect(dialog(page).getByRole('status')).toContainText('“xylophone” stands nowhere')
  expect(await violations(page)).toEqual([])
})

test('a note is found as soon as it is written, and leads to what it is about', async ({ pathmark }) => {
  const { page } = await pathmark.start({ library: writeContraryArticles(pathmark.folder) })
  await page.getByRole('tab', { name: 'Library' }).click()
  await page.getByRole('button', { name: new RegExp(`^${titles.agrees}`) }).click()
  await selectByMouse(page, 'Stem cells decrease iNOS')
  await page.keyboard.press('n')
  const text = page.getByRole('tabpanel', { name: /Notes/ }).locator('textarea')
  await text.fill('Ask Zamboni about the dose')
  await text.press('Control+Enter')
  await expect(text).toHaveCount(0)
  await page.keyboard.press('Control+Shift+F')
  await field(page).fill('zamboni')
  const hit = found(page, titles.agrees).getByRole('button', { name: /^\s*Note\s+Ask Zamboni/ })
  await expect(hit).toBeVisible()
  await hit.click()
  await expect.poll(async () => (await painted(page, 'lit')).join(' ')).toContain('Stem cells decrease iNOS')
})

test('an empty library is searched without a failure', async ({ pathmark }) => {
  const empty = await pathmark.start({ library: writeEmptyLibrary(pathmark.folder), article: false })
  await expect(empty.page.getByRole('tab', { name: 'Library' })).toBeVisible()
  await empty.page.keyboard.press('Control+Shift+F')
  await field(empty.page).fill('pain')
  await expect(dialog(empty.page).getByRole('heading', { name: 'Nothing was found' })).toBeVisible()
  expect(await violations(empty.page)).toEqual([])
})

test('an index that is damaged is made anew, and nobody has to know', async ({ pathmark }) => {
  const { page } = await startSearch(pathmark)
  await field(page).fill('angiogenesis ')
  await expect(hits(page).first()).toBeVisible()
  writeFileSync(join(pathmark.folder, 'library', 'search', 'index.sqlite'), Buffer.alloc(50_000, 7))
  await field(page).fill('inflammation ')
  await expect(found(page, titles.contradicts)).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  test(`the search has no accessibility violations in the ${theme} theme, also in a narrow window`, async ({
    pathmark,
  }) => {
    const { app, page } = await startSearch(pathmark, { theme })
    expect(await violations(page)).toEqual([])
    await field(page).fill('stem cells IL-10')
    await expect(hits(page).first()).toBeVisible()
    expect(await violations(page)).toEqual([])
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(500, 700))
    await expect(hits(page).first()).toBeInViewport()
    expect(await violations(page)).toEqual([])
  })

test('many articles that cannot be searched are one line, and their names for who asks', async ({ pathmark }) => {
  const library = join(pathmark.folder, 'shelf')
  mkdirSync(library)
  // All but three have no files.
  await makeManyArticles(library, 20)
  const { page } = await pathmark.start({ library })
  await page.keyboard.press('Control+Shift+F')
  await field(page).fill('IL-10')
  await expect(hits(page).first()).toBeInViewport({ ratio: 1 })
  const summary = dialog(page).locator('summary', { hasText: '17 articles could not be searched as a whole' })
  await expect(summary).toBeVisible()
  const list = dialog(page).getByRole('list', { name: 'Articles with damaged files' })
  await expect(list).toBeHidden()
  await summary.click()
  await expect(list.getByRole('listitem')).toHaveCount(17)
  expect(await violations(page)).toEqual([])
})

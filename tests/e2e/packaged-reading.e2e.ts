import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { coverPicture, figurePicture, fixtureBook } from '../books/make-epub.ts'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'
import { makeDrivable, packageProgram } from './packaged-program.ts'

const PDFS = join(import.meta.dirname, '..', 'fixtures', 'pdf')

const article = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>IL-10 reduces pain in ${title.toLowerCase()}.</p></article></html>`

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

const search = async (page: Page, words: string, title: string): Promise<void> => {
  await page.keyboard.press('Control+Shift+F')
  const dialog = page.getByRole('dialog', { name: 'Search the library' })
  await dialog.getByRole('searchbox').fill(words)
  await expect(dialog.getByRole('region', { name: title }).locator('.hit').first()).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

test('the packaged program imports, searches, and shows and marks pages with what is in its archive alone', async ({
  pathmark,
}) => {
  test.setTimeout(300_000)
  const packaged = await packageProgram(join(pathmark.folder, 'program'))
  await makeDrivable(packaged)
  const files = join(pathmark.folder, 'files')
  const several = join(files, 'several')
  mkdirSync(several, { recursive: true })
  const single = join(files, 'single.html')
  writeFileSync(single, article('Single'))
  for (const title of ['Nerve one', 'Nerve two']) writeFileSync(join(several, `${title}.html`), article(title))
  cpSync(join(PDFS, 'scripts-and-tables.pdf'), join(several, 'scripts.pdf'))
  writeFileSync(
    join(several, 'nerves.epub'),
    fixtureBook('nerves', {
      'EPUB/images/cover.png': coverPicture,
      'EPUB/images/figure 1.png': figurePicture,
      'EPUB/images/plate.png': figurePicture,
    }),
  )

  const first = await pathmark.start({ packaged, args: [single] })
  const { app, page } = first
  await expect(heading(page, 'Single')).toBeVisible({ timeout: 60_000 })

  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, several)
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    items.find(({ label }) => label === 'Import a f&older…')?.click()
  })
  await page.getByRole('tab', { name: 'Library' }).click()
  for (const title of ['Single', 'Nerve one', 'Nerve two', 'The Book of Nerves'])
    await expect(page.locator('library-view').getByText(title, { exact: true })).toBeVisible({ timeout: 90_000 })

  await search(page, 'monocytes', 'The Book of Nerves')
  await search(page, '"nerve two"', 'Nerve two')

  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    },
    join(PDFS, 'two-columns.pdf'),
  )
  await page.keyboard.press('Control+o')
  await expect(page.locator('.page-frame canvas').first()).toBeVisible({ timeout: 60_000 })
  await selectByMouse(page, 'unaware of allocation')
  await page.keyboard.press('1')
  await expect.poll(async () => (await painted(page, 'highlight-yellow')).join('')).toContain('unaware of allocation')
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
  await pathmark.close(first)

  const again = await pathmark.start({ packaged })
  await expect(again.page.locator('.page-frame canvas').first()).toBeVisible({ timeout: 30_000 })
  await expect
    .poll(async () => (await painted(again.page, 'highlight-yellow')).join(''))
    .toContain('unaware of allocation')
})

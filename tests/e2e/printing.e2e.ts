import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from './application.ts'
import type { Running } from './application.ts'
import { selectByMouse } from './article-words.ts'
import { openAsPages } from './pages-on-screen.ts'

const saved = (page: Page) => page.getByRole('contentinfo').getByText('Saved', { exact: true })

/** Without spaces, and without the hyphens at which words may break. */
const solid = (text: string): string => text.replaceAll(/[\s\u00AD-]/g, '')

/** The words on each sheet of paper that the window would print now. */
const printed = async ({ app }: Running): Promise<readonly string[]> => {
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('There is no window.')
    return [...(await window.webContents.printToPDF({ pageSize: 'A4' }))]
  })
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const sheets: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    sheets.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
  }
  await task.destroy()
  return sheets
}

test('an article is printed whole, with nothing of the window, and the window is as it was', async ({ pathmark }) => {
  const running = await pathmark.start({ settings: { theme: 'dark' } })
  const { page } = running
  await selectByMouse(page, 'They renew themselves')
  await page.keyboard.press('1')
  await expect(saved(page)).toBeVisible()
  const before = await page.locator('.article-scroll').evaluate(view => view.scrollTop)
  await page.evaluate(() => {
    addEventListener('beforeprint', () =>
      Object.assign(window, { printedIn: document.documentElement.dataset['theme'] }),
    )
  })
  const sheets = await printed(running)
  expect(await page.evaluate(() => (window as unknown as { printedIn: string }).printedIn)).toBe('light')
  expect(sheets.length).toBeGreaterThan(2)
  const words = solid(sheets.join(''))
  const last = await page.locator('#article p').last().innerText()
  for (const said of ['Stem cells and neuropathic pain', 'They renew themselves', last])
    expect(words).toContain(solid(said))
  for (const ofWindow of ['Mechanisms', 'Saved', 'Outline', 'Cite']) expect(words).not.toContain(ofWindow)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await page.locator('.article-scroll').evaluate(view => view.scrollTop)).toBe(before)
})

test('Ctrl+P asks the system to print a text, and says what can be printed of pages', async ({ pathmark }) => {
  test.setTimeout(120_000)
  const running = await pathmark.start()
  const { page } = running
  await page.evaluate(() => {
    window.print = () => Object.assign(window, { asked: true })
  })
  await openAsPages(running, join(import.meta.dirname, '..', 'fixtures', 'pdf', 'two-columns.pdf'))
  await page.keyboard.press('Control+p')
  await expect(page.getByText('What is printed here is the text of an article')).toBeVisible()
  expect(await page.evaluate(() => 'asked' in window)).toBe(false)
  await page.getByRole('button', { name: 'Show as text' }).click()
  await expect(page.locator('.page-frame')).toHaveCount(0)
  await page.keyboard.press('Control+p')
  await expect.poll(() => page.evaluate(() => 'asked' in window)).toBe(true)
})

import { expect, test } from './application.ts'
import { findWords } from './article-words.ts'

/** Characters on the longest full line of a long paragraph. */
const lineLength = (page: import('@playwright/test').Page): Promise<number> =>
  page.locator('#article p', { hasText: 'Transplanted stem cells intervene' }).evaluate(paragraph => {
    const node = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() as Text
    const lines = new Map<number, number>()
    for (let at = 0; at < node.data.length; at++) {
      if (node.data[at] === '\u00AD') continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const top = Math.round(range.getBoundingClientRect().top)
      lines.set(top, (lines.get(top) ?? 0) + 1)
    }
    return Math.max(...lines.values())
  })

test('a line holds 60 to 75 characters, and the settings change type and are kept', async ({ pathmark }) => {
  const before = await pathmark.start()
  const length = await lineLength(before.page)
  expect(length).toBeGreaterThanOrEqual(60)
  expect(length).toBeLessThanOrEqual(75)

  await before.page.getByRole('button', { name: 'Type and theme' }).click()
  await before.page.getByRole('radio', { name: /dark/i }).check({ force: true })
  await before.page.getByRole('radio', { name: /sans/i }).check({ force: true })
  const size = before.page.getByRole('slider', { name: /size/i })
  await size.focus()
  for (let step = 0; step < 3; step++) await size.press('ArrowRight')
  const paragraph = before.page.locator('#article p').first()
  const style = () =>
    paragraph.evaluate(element => ({
      font: getComputedStyle(element).fontFamily,
      size: getComputedStyle(element).fontSize,
    }))
  // The last step shows with the next frame.
  await before.page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const changed = await style()
  expect(changed.font).toMatch(/Inter/)
  await expect(before.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await pathmark.close(before)

  const { page } = await pathmark.start()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('#article p').first()).toHaveCSS('font-size', changed.size)
})

test('the edges of the panels are moved with the pointer and with keys, and stay where they were put', async ({
  pathmark,
}) => {
  const before = await pathmark.start()
  const edgeOf = (page: import('@playwright/test').Page, name: RegExp) => page.getByRole('separator', { name })
  const outline = edgeOf(before.page, /outline/)
  await expect(outline).toHaveAttribute('aria-valuenow', '260')
  const place = await outline.boundingBox()
  await before.page.mouse.move((place?.x ?? 0) + 4, 300)
  await before.page.mouse.down()
  await before.page.mouse.move((place?.x ?? 0) + 54, 310, { steps: 3 })
  await before.page.mouse.up()
  await expect(outline).toHaveAttribute('aria-valuenow', '310')
  expect((await before.page.getByRole('complementary', { name: /^Outline/ }).boundingBox())?.width).toBe(310)
  const sidebar = edgeOf(before.page, /mechanisms/)
  const usual = Number(await sidebar.getAttribute('aria-valuenow'))
  await sidebar.press('ArrowLeft')
  await expect(sidebar).toHaveAttribute('aria-valuenow', String(usual + 16))
  await outline.press('End')
  const widest = await outline.getAttribute('aria-valuemax')
  await expect(outline).toHaveAttribute('aria-valuenow', widest ?? '')
  await outline.dblclick()
  await expect(outline).toHaveAttribute('aria-valuenow', '260')
  await pathmark.close(before)
  const { page } = await pathmark.start()
  await expect(edgeOf(page, /mechanisms/)).toHaveAttribute('aria-valuenow', String(usual + 16))
})

test('the theme follows the system until the reader chooses one', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await ground()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ground).not.toBe(light)
})

test('the reading position comes back after a restart', async ({ pathmark }) => {
  const before = await pathmark.start()
  await before.page
    .getByRole('navigation', { name: 'Outline' })
    .getByRole('button', { name: 'The clinical study' })
    .click()
  await expect(before.page.getByRole('heading', { name: 'The clinical study' })).toBeInViewport()
  const place = await before.page.getByRole('heading', { name: 'The clinical study' }).boundingBox()
  await pathmark.close(before)
  const { page } = await pathmark.start()
  await expect(page.getByRole('heading', { name: 'The clinical study' })).toBeInViewport()
  await expect
    .poll(async () =>
      Math.abs(
        ((await page.getByRole('heading', { name: 'The clinical study' }).boundingBox())?.y ?? 1e6) - (place?.y ?? 0),
      ),
    )
    .toBeLessThan(60)
})

test('in a narrow window the sidebars become drawers', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(640, 760))
  await expect(page.getByRole('tabpanel', { name: /Mechanisms/ })).toBeHidden()
  const opener = page.getByRole('button', { name: 'Mechanisms, notes and evidence' })
  await opener.click()
  await expect(page.getByRole('dialog', { name: 'Mechanisms, notes and evidence' })).toBeVisible()
  await expect(page.getByRole('article', { name: /Mechanism 1/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(opener).toBeFocused()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
    true,
  )
})

test('long words are hyphenated without changing the text that is marked, copied or found', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  expect(await page.locator('#article').evaluate(article => article.textContent?.includes('\u00AD'))).toBe(true)
  const { from } = await findWords(page, 'immunomodulatory')
  expect(from.x).toBeGreaterThan(0)
  await page.locator('#article p', { hasText: 'neurotrophic factors GDNF' }).click({ clickCount: 3 })
  await page.keyboard.press('Control+c')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('Stem cells also work by what they release.')
  expect(copied).not.toContain('\u00AD')
})

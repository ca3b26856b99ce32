import { expect, test } from './application.ts'
import { painted } from './article-words.ts'

test('find counts the hits, paints them and steps through them', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await page.keyboard.press('Control+f')
  const field = page
    .getByRole('searchbox')
    .or(page.getByRole('textbox', { name: /find/i }))
    .first()
  await expect(field).toBeFocused()
  await field.fill('microglia')
  const text = (await page.locator('#article').evaluate(article => article.textContent?.replaceAll('\u00AD', ''))) ?? ''
  const count = text.toLowerCase().split('microglia').length - 1
  expect(count).toBeGreaterThan(1)
  await expect(page.getByText(new RegExp(`1 (of|/) ${count}`)).first()).toBeVisible()
  await expect.poll(() => painted(page, 'find-current')).toHaveLength(1)
  await expect.poll(() => painted(page, 'find')).toEqual(expect.arrayContaining(await painted(page, 'find-current')))
  await page.keyboard.press('Enter')
  await expect(page.getByText(new RegExp(`2 (of|/) ${count}`)).first()).toBeVisible()
  await page.keyboard.press('Shift+F3')
  await expect(page.getByText(new RegExp(`1 (of|/) ${count}`)).first()).toBeVisible()
  await field.fill('phlogiston')
  await expect(page.getByText(/no (hits|results|matches)|not found/i).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect.poll(() => painted(page, 'find')).toEqual([])
})

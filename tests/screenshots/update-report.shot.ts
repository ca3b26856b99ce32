import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/application.ts'
import { selectByMouse } from '../e2e/article-words.ts'
import { marked, writeVersions } from '../e2e/revised-article.ts'

const IMAGES = join(process.env['PATHMARK_SCRATCH'] ?? 'test-results', 'images')
mkdirSync(IMAGES, { recursive: true })

test('the report of an update, light', async ({ pathmark }) => {
  const { app, page } = await pathmark.start({ settings: { theme: 'light' } })
  const choose = (path: string): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, path)
  const { first, revised } = writeVersions(pathmark.folder)
  await choose(first)
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { name: 'Rosemary extract for knee pain', level: 1 })).toBeVisible()
  for (const [index, words] of Object.values(marked).entries()) {
    await selectByMouse(page, words)
    await page.keyboard.press(String(index + 1))
  }
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
  await choose(revised)
  await page.getByRole('tab', { name: 'Library' }).click()
  await page.getByRole('button', { name: 'Update from a newer copy: Rosemary extract for knee pain' }).click()
  const report = page.getByRole('tabpanel', { name: /^Update/ })
  await expect(report.getByRole('heading', { level: 2 })).toBeVisible()
  await page.getByRole('tab', { name: 'Outline' }).click()
  await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0, { timeout: 15_000 })
  await page.mouse.move(600, 800)
  await page.screenshot({ path: join(IMAGES, 'update-light.png'), animations: 'disabled' })
})

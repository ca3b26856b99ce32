import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'

const review = fileURLToPath(new URL('../fixtures/jats/review.nxml', import.meta.url))

const showsReferences = async (page: Page): Promise<void> => {
  const preview = page.getByRole('note', { name: 'Where this link leads' })
  await page.locator('#article').getByRole('link', { name: '1', exact: true }).first().hover()
  await expect(preview).toContainText('Cells and pain')
  await expect(preview).toContainText('J Pain')
  await page.locator('#article').getByRole('link', { name: 'Table 1' }).hover()
  await expect(preview).toContainText('Groups.')
  await page.getByRole('heading', { name: 'What cells do to nerves', level: 1 }).hover()
  await expect(preview).toBeHidden()
}

test('a JATS article shows its references where they are cited; all is there after a restart without a network', async ({
  pathmark,
}) => {
  const before = await pathmark.start({ args: [review] })
  const article = before.page.locator('#article')
  await expect(article.getByRole('heading', { name: 'What cells do to nerves', level: 1 })).toBeVisible({
    timeout: 60_000,
  })
  await showsReferences(before.page)
  await expect(article.getByRole('columnheader', { name: 'Patients' })).toHaveAttribute('colspan', '2')
  await expect(article.locator('math mi', { hasText: 'x' })).toBeVisible()
  await before.page.getByRole('tab', { name: 'Outline' }).click()
  await expect(before.page.locator('outline-view').getByText('Methods & measures', { exact: true })).toBeVisible()

  await selectByMouse(before.page, 'stem cells reduce pain')
  await before.page.keyboard.press('4')
  await expect(before.page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
  await pathmark.close(before)

  const after = await pathmark.start()
  await after.app.evaluate(({ session }) => session.defaultSession.enableNetworkEmulation({ offline: true }))
  await expect(after.page.getByRole('heading', { name: 'What cells do to nerves', level: 1 })).toBeVisible()
  await expect.poll(() => painted(after.page, 'highlight-pink')).toEqual(['stem cells reduce pain'])
  await showsReferences(after.page)
})

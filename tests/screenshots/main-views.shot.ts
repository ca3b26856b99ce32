import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/application.ts'
import { selectByMouse } from '../e2e/article-words.ts'

const IMAGES = join(process.env['PATHMARK_SCRATCH'] ?? 'test-results', 'images')
mkdirSync(IMAGES, { recursive: true })

const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled' })

/** Marks and notes as somebody who works with the article would make them. */
const annotate = async (page: Page): Promise<void> => {
  const marks = [
    ['suppress the over-activation of microglia and of astrocytes', '2', 'Which markers? Iba1 and GFAP would tell.'],
    [
      'lower the mediators IL-1 and IL-17, whereas the anti-inflammatory factor IL-10 is increased',
      '1',
      '**Two down, one up.** Compare with the sign in other articles.',
    ],
    ['the anti-inflammatory factor IL-10 is increased. A reduction of iNOS activity', '3', ''],
    ['inflammation around the nerve falls and pain eases', '4', ''],
  ] as const
  for (const [words, key, note] of marks) {
    await selectByMouse(page, words)
    await page.keyboard.press(key)
    if (note === '') continue
    await page.keyboard.press('n')
    const field = page.getByRole('tabpanel', { name: /Notes/ }).locator('textarea')
    await field.fill(note)
    await field.press('Control+Enter')
    await expect(field).toHaveCount(0)
  }
}

for (const theme of ['light', 'sepia', 'dark'] as const)
  test(`main views, ${theme}`, async ({ pathmark }) => {
    const { page, app } = await pathmark.start({ settings: { theme } })
    await expect(page.locator('#article')).not.toBeEmpty()
    await expect(page.getByRole('article', { name: /Mechanism 6/ })).toHaveCount(1)
    await picture(page, `start-${theme}`)
    await page
      .getByRole('navigation', { name: 'Outline' })
      .getByRole('button', { name: /Anti-inflammatory/ })
      .click()
    await picture(page, `reading-${theme}`)
    await page.getByRole('button', { name: 'Enlarge the map' }).click()
    await picture(page, `map-${theme}`)
    await page.keyboard.press('Escape')
    await annotate(page)
    await page.getByRole('tab', { name: /Notes/ }).click()
    await picture(page, `notes-${theme}`)
    await selectByMouse(page, 'Stem cells also work by what they release')
    await picture(page, `toolbar-${theme}`)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Evidence' }).click()
    await expect(page.getByRole('tabpanel', { name: 'Evidence' }).getByRole('table')).toBeVisible()
    await picture(page, `evidence-${theme}`)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(560, 860))
    await expect(page.getByRole('tabpanel', { name: 'Evidence' })).toBeHidden()
    await picture(page, `narrow-${theme}`)
  })

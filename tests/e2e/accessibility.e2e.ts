import type { Page } from '@playwright/test'
import { expect, test } from './application.ts'
import { selectByMouse } from './article-words.ts'
import { violations } from './axe.ts'

const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'mechanisms and outline': async () => {},
  'a card being edited': async page => page.getByRole('button', { name: 'Edit: Antioxidant defence' }).click(),
  'the map enlarged': async page => page.getByRole('button', { name: 'Enlarge the map' }).click(),
  'an entity explained': async page =>
    page
      .getByRole('article', { name: /Mechanism 4/ })
      .getByRole('button', { name: 'iNOS', exact: true })
      .click(),
  'notes without marks': async page => page.getByRole('tab', { name: /Notes/ }).click(),
  'notes with marks': async page => {
    await selectByMouse(page, 'They renew themselves')
    await page.keyboard.press('1')
    await selectByMouse(page, 'several paths of differentiation')
    await page.keyboard.press('2')
    await page.getByRole('tab', { name: /Notes/ }).click()
    await expect(page.getByRole('tabpanel', { name: /Notes/ }).getByRole('article')).toHaveCount(2)
  },
  evidence: async page => page.getByRole('tab', { name: 'Evidence' }).click(),
  library: async page => page.getByRole('tab', { name: 'Library' }).click(),
  'a selection with its toolbar': async page => selectByMouse(page, 'They renew themselves'),
  'find in the article': async page => page.keyboard.press('Control+f'),
  'type and theme': async page => page.getByRole('button', { name: 'Type and theme' }).click(),
  'keyboard shortcuts': async page => page.keyboard.press('?'),
}

for (const theme of ['light', 'sepia', 'dark'] as const)
  test(`no view has an accessibility violation in the ${theme} theme`, async ({ pathmark }) => {
    test.slow()
    const { page } = await pathmark.start({ settings: { theme } })
    for (const [name, show] of Object.entries(views)) {
      await page.reload()
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(page.locator('#article')).not.toBeEmpty()
      await page.getByRole('tab', { name: /Mechanisms/ }).click()
      await expect(page.getByRole('article', { name: /Mechanism 6/ })).toHaveCount(1)
      await show(page)
      expect(await violations(page), `${name}, ${theme}`).toEqual([])
    }
  })

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './application.ts'
import type { Pathmark } from './application.ts'
import { painted } from './article-words.ts'
import { violations } from './axe.ts'

const filler = Array.from({ length: 40 }, (_, at) => `<p>Visit ${at + 1} was held on a weekday and took an hour.</p>`)

const page = `<!doctype html><html lang="en"><head><title>Scars of the liver</title></head><body><article>
<h1>Scars of the liver</h1>
<h2>Beginning</h2><p>Damage activates hepatic stellate cells (HSCs) in the liver.</p>
<h2>Visits</h2>${filler.join('\n')}
<h2>End</h2><p>Cicatrinase reduces HSC activation. Hepatic stellate cells increase zonulin receptors.</p>
</article></body></html>`

const readArticle = async (pathmark: Pathmark): Promise<Page> => {
  const running = await pathmark.start()
  const path = join(pathmark.folder, 'scars.html')
  writeFileSync(path, page)
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await running.page.keyboard.press('Control+o')
  await expect(running.page.getByRole('heading', { name: 'Scars of the liver', level: 1 })).toBeVisible()
  return running.page
}

/** Opens what is known of an entity of the last card that names it. */
const openEntity = async (window: Page, name: RegExp): Promise<Locator> => {
  await window
    .getByRole('tabpanel', { name: /Mechanisms/ })
    .locator('entity-chip')
    .getByRole('button', { name })
    .last()
    .click()
  const about = window.getByRole('dialog', { name })
  await expect(about).toBeVisible()
  return about
}

test('an abbreviation is shown as the article writes it out, and leads to where it does', async ({ pathmark }) => {
  const window = await readArticle(pathmark)
  const introduced = window.locator('#article p', { hasText: 'Damage activates' })
  await window.locator('#article p', { hasText: 'Cicatrinase' }).scrollIntoViewIfNeeded()
  await expect(introduced).not.toBeInViewport()
  const about = await openEntity(window, /hepatic stellate cell$/i)
  await expect(about).toContainText('stores vitamin A')
  const written = about.getByRole('list', { name: 'In this article' }).getByRole('button')
  await expect(written).toHaveText('HSCs hepatic stellate cells')
  expect(await violations(window)).toEqual([])
  await written.click()
  await expect(introduced).toBeInViewport()
  await expect.poll(async () => (await painted(window, 'flash')).join(' ')).toBe('hepatic stellate cells (HSCs)')
})

test('what has no line of its own is told by the line on what it is a kind of, or not at all', async ({ pathmark }) => {
  const window = await readArticle(pathmark)
  const kind = await openEntity(window, /zonulin receptors?$/i)
  await expect(kind).toContainText('no line on this itself, but one on receptor')
  await expect(kind).toContainText('protein to which a signalling substance binds')
  await window.keyboard.press('Escape')
  const unknown = await openEntity(window, /cicatrinase$/i)
  await expect(unknown).toContainText('The glossary has no line on this yet.')
})

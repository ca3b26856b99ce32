import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makePng } from '../pictures/make-png.ts'
import { expect, test } from './application.ts'
import type { Pathmark } from './application.ts'
import { violations } from './axe.ts'

const formula = '<math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>'

const page = `<!doctype html><html lang="en"><title>Pain in pictures</title><article><h1>Pain in pictures</h1>
  <p>Stem cells reduce pain <a href="#r1">[1]</a>, as <a href="#f1">Figure 1</a> shows, by ${formula}. <a href="#top" id="top">Here</a>.</p>
  <figure id="f1"><img src="page_files/mice.png" alt="Mice"><figcaption>Figure 1. Mice.</figcaption></figure>
  <h2>References</h2><ol><li id="r1">Doe J. How IL-10 calms a nerve. <a href="https://doi.org/10.1000/182">doi</a></li></ol></article>`

/** Opens a page that lies in a folder with its picture. */
const openPage = async (pathmark: Pathmark): Promise<Page> => {
  const folder = join(pathmark.folder, 'saved')
  await mkdir(join(folder, 'page_files'), { recursive: true })
  await writeFile(join(folder, 'page_files', 'mice.png'), makePng(600, 300, 170))
  await writeFile(join(folder, 'page.html'), page)
  const { page: window } = await pathmark.start({ args: [join(folder, 'page.html')] })
  await expect(window.locator('#article h1')).toHaveText('Pain in pictures', { timeout: 30_000 })
  return window
}

test('a link within the article shows what it leads to: a reference, a figure with its picture', async ({
  pathmark,
}) => {
  const window = await openPage(pathmark)
  const preview = window.getByRole('note', { name: 'Where this link leads' })
  await window.getByRole('link', { name: '[1]' }).hover()
  await expect(preview).toHaveText('Doe J. How IL-10 calms a nerve. doi')
  await expect(window.getByRole('link', { name: '[1]' })).toHaveAttribute('aria-describedby', 'link-preview')
  expect(await violations(window)).toEqual([])

  await window.getByRole('link', { name: 'Figure 1' }).hover()
  await expect(preview).toContainText('Figure 1. Mice.')
  const picture = preview.getByRole('img', { name: 'Mice' })
  await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(600)
  await window.getByRole('heading', { name: 'References' }).hover()
  await expect(preview).toBeHidden()
})

test('the keyboard shows it as well; Escape puts it away, and a link to where one is shows nothing', async ({
  pathmark,
}) => {
  const window = await openPage(pathmark)
  const preview = window.getByRole('note', { name: 'Where this link leads' })
  await window.getByRole('link', { name: '[1]' }).focus()
  await expect(preview).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(preview).toBeHidden()
  await window.getByRole('link', { name: 'Figure 1' }).focus()
  await expect(preview).toContainText('Mice.')
  await window.getByRole('link', { name: 'Here' }).focus()
  await expect(preview).toBeHidden()
})

test('a picture and a formula of a saved page stand in the article, also without the page', async ({ pathmark }) => {
  const window = await openPage(pathmark)
  const picture = window.locator('#article').getByRole('img', { name: 'Mice' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(600)
  const math = window.locator('#article math mfrac')
  const [whole, above] = await Promise.all([math.boundingBox(), math.locator('mi').first().boundingBox()])
  // Set as a fraction, not in a row.
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan((whole?.y ?? 0) + (whole?.height ?? 0) * 0.7)
})

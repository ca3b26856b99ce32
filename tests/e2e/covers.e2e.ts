import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { makeManyArticles } from '../bench/library/many-articles.ts'
import { coverPicture, figurePicture, fixtureBook } from '../books/make-epub.ts'
import { readStored, writeStored } from '../integration/store/stored-file.ts'
import { makePng, pngAddress } from '../pictures/make-png.ts'
import { expect, test } from './application.ts'
import { violations } from './axe.ts'

const page = (title: string, png: Uint8Array): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><article><h1>${title}</h1>` +
  `<p>A figure tells what the words do not, and the words say the rest.</p>` +
  `<figure><img src="${pngAddress(png)}" alt=""><figcaption>A figure.</figcaption></figure></article></html>`

const cards = (shown: Page): Locator => shown.getByRole('grid', { name: 'Articles' }).locator('[data-document]')
const card = (shown: Page, title: string): Locator => cards(shown).filter({ hasText: title })

test('cards show the cover of a book and the first figure of an article, and words alone where there is none or a huge one', async ({
  pathmark,
}) => {
  const { app, page: shown } = await pathmark.start({ settings: { libraryForm: 'cards' } })
  const files = {
    'nerves.epub': fixtureBook('nerves', {
      'EPUB/images/cover.png': coverPicture,
      'EPUB/images/figure 1.png': figurePicture,
    }),
    'figure.html': page('An article with a figure', figurePicture),
    'huge.html': page('An article with a huge figure', makePng(3_000, 2_700, 60)),
  }
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(pathmark.folder, name)
    writeFileSync(path, content)
    return path
  })
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...chosen] })
  }, paths)
  await shown.keyboard.press('Control+o')
  await expect(shown.locator('notice-stack')).toContainText('3 articles are now in your library.', { timeout: 45_000 })
  await shown.keyboard.press('Control+l')
  await expect(cards(shown)).toHaveCount(4)

  const width = (title: string): Promise<number> =>
    card(shown, title)
      .locator('img.picture')
      .evaluate(image => (image as HTMLImageElement).naturalWidth)
  await expect.poll(() => width('The Book of Nerves')).toBe(320)
  await expect.poll(() => width('An article with a figure')).toBe(400)
  await expect(card(shown, 'An article with a huge figure').locator('img.picture')).toBeHidden()
  await expect(card(shown, 'neuropathic').locator('img')).toHaveCount(0)
  expect(await violations(shown)).toEqual([])
  for (const colorScheme of ['light', 'dark'] as const) {
    await shown.emulateMedia({ colorScheme })
    await test.info().attach(`cards-${colorScheme}`, { body: await shown.screenshot(), contentType: 'image/png' })
  }
})

test('covers come where a scroll through many cards ends, and go where it began', async ({ pathmark }) => {
  const library = join(pathmark.folder, 'shelf')
  mkdirSync(library)
  await makeManyArticles(library, 300)
  const path = join(library, 'library.json')
  const index = await readStored<{ documents: DocumentEntry[] }>(path)
  const png = makePng(320, 200)
  const cover = `${createHash('sha256').update(png).digest('hex')}.png`
  for (const { id } of index.documents) {
    mkdirSync(join(library, 'documents', id, 'assets'))
    writeFileSync(join(library, 'documents', id, 'assets', cover), png)
  }
  await writeStored(path, { ...index, documents: index.documents.map(entry => ({ ...entry, cover })) })
  const { page: shown } = await pathmark.start({ library, settings: { libraryForm: 'cards' } })
  await shown.keyboard.press('Control+l')
  await expect(shown.getByText('300 articles', { exact: true })).toBeVisible()
  const drawn = (title: RegExp): Promise<number> =>
    cards(shown)
      .filter({ hasText: title })
      .locator('img.picture')
      .evaluateAll(images => images.filter(image => (image as HTMLImageElement).naturalWidth === 320).length)
  await expect.poll(() => drawn(/\(300\)/)).toBe(1)
  await shown
    .getByRole('grid', { name: 'Articles' })
    .locator('.scroll')
    .evaluate(view => view.scrollTo(0, view.scrollHeight))
  await expect.poll(() => drawn(/\(1\)/)).toBe(1)
  await expect(cards(shown).filter({ hasText: /\(270\)/ })).toHaveCount(0)
})

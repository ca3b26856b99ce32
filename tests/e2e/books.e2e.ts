import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { coverPicture, figurePicture, fixtureBook, makeBook } from '../books/make-epub.ts'
import type { Running } from './application.ts'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'

const nerves = (): Buffer =>
  fixtureBook('nerves', {
    'EPUB/images/cover.png': coverPicture,
    'EPUB/images/figure 1.png': figurePicture,
    'EPUB/images/plate.png': figurePicture,
  })

/** Orders a file to be imported as a reader does. */
const chooseFile = async ({ app, page }: Running, path: string, bytes: Uint8Array): Promise<void> => {
  writeFileSync(path, bytes)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await page.keyboard.press('Control+o')
}

const openNerves = async (running: Running, folder: string): Promise<Page> => {
  await chooseFile(running, join(folder, 'nerves.epub'), nerves())
  await expect(running.page.getByRole('heading', { name: 'The Book of Nerves', level: 1 })).toBeVisible({
    timeout: 60_000,
  })
  return running.page
}

test('a book is read with its outline, its notes lead there and back, and its pictures are shown', async ({
  pathmark,
}) => {
  const page = await openNerves(await pathmark.start(), pathmark.folder)
  const article = page.locator('#article')

  await page.getByRole('tab', { name: 'Outline' }).click()
  const outline = page.locator('outline-view')
  for (const title of ['Part One What hurts', 'Chapter 1 The Wound', 'The first day', 'Notes'])
    await expect(outline.getByText(title, { exact: true })).toBeVisible()
  await outline.getByText('Notes', { exact: true }).click()
  await expect(article.getByText('See the work on monocytes.')).toBeInViewport()

  await outline.getByText('Chapter 1 The Wound', { exact: true }).click()
  const note = article.getByText('In rats, and in the dish.')
  const place = article.getByText('Injury raises IL-1β within minutes.')
  const there = article.getByRole('link', { name: '1', exact: true })
  await there.first().focus()
  await page.keyboard.press('Enter')
  await expect(note).toBeInViewport()
  await there.last().focus()
  await page.keyboard.press('Enter')
  await expect(place).toBeInViewport()

  for (const name of ['A nerve', 'A plate']) {
    const picture = article.getByRole('img', { name })
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate(element => (element as HTMLImageElement).naturalWidth)).toBe(400)
  }
})

test('a mark in a book is there after a restart', async ({ pathmark }) => {
  const before = await pathmark.start()
  const page = await openNerves(before, pathmark.folder)
  await selectByMouse(page, 'the swelling is there')
  await page.keyboard.press('2')
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
  await pathmark.close(before)

  const after = await pathmark.start()
  await expect(after.page.getByRole('heading', { name: 'The Book of Nerves', level: 1 })).toBeVisible()
  await expect.poll(() => painted(after.page, 'highlight-green')).toEqual(['the swelling is there'])
})

test('a protected book is refused in one line that says by what', async ({ pathmark }) => {
  const running = await pathmark.start()
  const files = [
    {
      name: 'META-INF/encryption.xml',
      content:
        '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><enc:CipherData><enc:CipherReference URI="OEBPS/a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>',
    },
    { name: 'META-INF/rights.xml', content: '<rights xmlns="http://ns.adobe.com/adept"/>' },
  ]
  await chooseFile(running, join(pathmark.folder, 'bought.epub'), makeBook({ a: 'unreadable' }, { files }))
  await expect(running.page.getByText(/“bought\.epub” is protected by Adobe ADEPT: .* Pathmark cannot\./)).toBeVisible({
    timeout: 60_000,
  })
})

test('what a book says of itself is shown, and its series is cited and corrected', async ({ pathmark }) => {
  const page = await openNerves(await pathmark.start(), pathmark.folder)
  const head = page.locator('.article-head')
  await expect(head).toContainText('Small Books of the Body, 2')
  await head.getByText('About this book').click()
  await expect(head).toContainText('What nerves do, and what is done about it.')
  await expect(head).toContainText('ISBN 9783161484100')
  await head.getByRole('button', { name: 'Cite' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cite' })
  const series = dialog.getByLabel('Series and number', { exact: true })
  await expect(series).toHaveValue('Small Books of the Body, 2')
  await expect(dialog.getByLabel('Description', { exact: true })).toHaveValue(/^What nerves do/)
  await series.fill('Books of the Body, 3')
  await series.press('Enter')
  await expect(dialog.getByLabel('Citation', { exact: true })).toContainText('(Books of the Body; 3)')
  await page.keyboard.press('Escape')
  await expect(head).toContainText('Books of the Body, 3')
})

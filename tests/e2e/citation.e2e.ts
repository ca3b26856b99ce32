import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './application.ts'
import type { Pathmark, Running } from './application.ts'
import { violations } from './axe.ts'

const page = `<!doctype html><html lang="en"><head><title>Scars of the liver</title>
<meta name="citation_title" content="Scars of the liver">
<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Liver Group">
<meta name="citation_journal_title" content="Liver"><meta name="citation_volume" content="12">
<meta name="citation_publication_date" content="2024/3/2"><meta name="citation_doi" content="10.1000/scars">
<meta name="citation_pmid" content="123"></head><body><article>
<h1>Scars of the liver</h1><p>Damage activates stellate cells, which make scars.</p></article></body></html>`

const readArticle = async (pathmark: Pathmark): Promise<Running> => {
  const running = await pathmark.start()
  const path = join(pathmark.folder, 'scars.html')
  writeFileSync(path, page)
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await running.page.keyboard.press('Control+o')
  await expect(running.page.getByRole('heading', { name: 'Scars of the liver', level: 1 })).toBeVisible()
  return running
}

const openDialog = async (window: Page) => {
  await window.getByRole('button', { name: 'Cite' }).press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Cite' })
  await expect(dialog).toBeVisible()
  return dialog
}

test('the head of an article leads to where it is found, and says where it was published', async ({ pathmark }) => {
  const { page: window } = await readArticle(pathmark)
  const head = window.locator('.article-head')
  await expect(head).toContainText('Liver · 2 March 2024')
  await expect(head.getByRole('link', { name: 'doi:10.1000/scars' })).toHaveAttribute(
    'href',
    'https://doi.org/10.1000/scars',
  )
  await expect(head.getByRole('link', { name: 'PMID 123' })).toBeVisible()
})

test('a citation is corrected by keyboard, shown everywhere, taken back, and undone', async ({ pathmark }) => {
  const { page: window } = await readArticle(pathmark)
  const dialog = await openDialog(window)
  const preview = dialog.getByRole('group', { name: 'Citation', exact: true })
  await expect(preview).toHaveText(
    'Doe J, Liver Group. Scars of the liver. Liver. 2024 Mar 2;12. doi:10.1000/scars. PMID: 123.',
  )
  await dialog.getByLabel('DOI', { exact: true }).fill('nonsense')
  await dialog.getByLabel('DOI', { exact: true }).press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText(/no DOI/)
  await expect(dialog.getByLabel('DOI', { exact: true })).toBeFocused()
  await dialog.getByLabel('DOI', { exact: true }).fill('https://doi.org/10.1000/corrected')
  await dialog.getByLabel('Title', { exact: true }).fill('Scars of livers')
  expect(await violations(window)).toEqual([])
  await dialog.getByLabel('DOI', { exact: true }).press('Enter')
  await expect(dialog.getByText('Your corrections are kept.')).toBeVisible()
  await expect(preview).toContainText('Scars of livers. Liver. 2024 Mar 2;12. doi:10.1000/corrected.')
  await expect(dialog.getByText('Source: Scars of the liver')).toBeVisible()

  await dialog.getByRole('button', { name: 'Take back Title' }).press('Enter')
  await expect(dialog.getByLabel('Title', { exact: true })).toHaveValue('Scars of the liver')
  await dialog.getByRole('button', { name: 'Leave as it was' }).press('Enter')
  await window.keyboard.press('Escape')
  await expect(window.locator('.open-title')).toHaveText('Scars of livers')
  await expect(window.locator('.article-head').getByRole('link', { name: 'doi:10.1000/corrected' })).toBeVisible()

  await window.keyboard.press('Control+z')
  await expect(window.locator('.open-title')).toHaveText('Scars of the liver')
  await expect(window.locator('.article-head').getByRole('link', { name: 'doi:10.1000/scars' })).toBeVisible()
})

test('a citation goes to the clipboard and to a file in the formats of other programs', async ({ pathmark }) => {
  const { app, page: window } = await readArticle(pathmark)
  const dialog = await openDialog(window)
  await dialog.getByRole('button', { name: 'Copy BibTeX' }).click()
  await expect(dialog.getByRole('status')).toContainText('on the clipboard as BibTeX')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('@article{doe2024scars,')
  expect(copied).toContain('author = {Doe, Jane and {Liver Group}}')

  const file = join(pathmark.folder, 'scars.json')
  await app.evaluate(({ dialog: electron }, path) => {
    electron.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, file)
  await dialog.getByRole('button', { name: 'Save as CSL JSON' }).click()
  await expect(dialog.getByRole('status')).toContainText('Written to')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([
    {
      id: 'doe2024scars',
      DOI: '10.1000/scars',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Liver Group' }],
    },
  ])
})

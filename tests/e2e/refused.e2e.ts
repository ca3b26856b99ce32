import { chmodSync, existsSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Pathmark } from './application.ts'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'

const PHRASE = 'They renew themselves'

const documentFolder = ({ library }: Pathmark): string => {
  const [id = ''] = readdirSync(join(library, 'documents'))
  return join(library, 'documents', id)
}

const kept = (folder: string): string =>
  readdirSync(folder)
    .filter(name => name.startsWith('notes.'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

const mark = async (page: Page): Promise<void> => {
  await selectByMouse(page, PHRASE)
  await page.keyboard.press('1')
}

const status = (page: Page) => page.getByRole('contentinfo')
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })

/** The window's own button; it asks the page first. */
const pressClose = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

test('a library that vanishes is said at once, the change stays, and it is saved by itself when the library is back', async ({
  pathmark,
}) => {
  const { page } = await pathmark.start()
  const folder = documentFolder(pathmark)
  renameSync(join(pathmark.library, 'documents'), join(pathmark.library, 'elsewhere'))
  await mark(page)
  await expect(notices(page)).toContainText(/not saved yet.*folder of documents\/.* is gone.*tried again by itself/iu)
  await expect(notices(page)).not.toContainText(pathmark.folder)
  await expect(status(page)).toContainText('1 change not saved')
  await expect.poll(() => painted(page, 'highlight-yellow')).toEqual([PHRASE])
  renameSync(join(pathmark.library, 'elsewhere'), join(pathmark.library, 'documents'))
  await expect(notices(page)).toContainText('Saving works again: everything is saved.', { timeout: 20_000 })
  await expect(notices(page)).not.toContainText('Not saved yet')
  await expect(status(page).getByText('Saved', { exact: true })).toBeVisible()
  expect(kept(folder)).toContain(PHRASE)
})

test('a change that the disk refuses outlives the window: closing says so, and the next start saves it', async ({
  pathmark,
}) => {
  const running = await pathmark.start()
  const { app, page } = running
  const folder = documentFolder(pathmark)
  chmodSync(folder, 0o500)
  try {
    await mark(page)
    await expect(status(page)).toContainText('1 change not saved')
    await pressClose(app)
    const dialog = page.getByRole('dialog', { name: 'Not everything is saved' })
    await expect(dialog).toContainText('keeps it outside of the library and saves it when it is started next')
    const copy = join(pathmark.folder, 'copy.md')
    await app.evaluate(({ dialog: dialogs }, path) => {
      dialogs.showSaveDialog = async () => ({ canceled: false, filePath: path })
    }, copy)
    await dialog.getByRole('button', { name: 'Save a copy…' }).click()
    await expect.poll(() => existsSync(copy) && readFileSync(copy, 'utf8')).toContain(`> ${PHRASE}`)
    const ended = app.waitForEvent('close')
    // The window may be gone before a click is answered: it is pressed once this call has been.
    await dialog
      .getByRole('button', { name: 'Close for now' })
      .evaluate((button: HTMLElement) => void setTimeout(() => button.click()))
    await ended
  } finally {
    chmodSync(folder, 0o700)
  }
  expect(kept(folder)).not.toContain(PHRASE)
  const again = await pathmark.start()
  await expect.poll(() => painted(again.page, 'highlight-yellow')).toEqual([PHRASE])
  await expect(status(again.page).getByText('Saved', { exact: true })).toBeVisible()
  await expect.poll(() => kept(folder)).toContain(PHRASE)
})

test('a change that the disk refuses outlives a crash of the page', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  const folder = documentFolder(pathmark)
  chmodSync(folder, 0o500)
  try {
    await mark(page)
    await expect(status(page)).toContainText('1 change not saved')
    await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const gone = new Promise<void>(resolve => contents?.once('render-process-gone', () => resolve()))
      contents?.forcefullyCrashRenderer()
      await gone
    })
    const said = (): Promise<string> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelector("status-line")?.innerText ?? ""',
        ),
      )
    await expect.poll(() => said().catch(() => ''), { timeout: 20_000 }).toContain('1 change not saved')
  } finally {
    chmodSync(folder, 0o700)
  }
  await expect.poll(() => kept(folder), { timeout: 20_000 }).toContain(PHRASE)
})

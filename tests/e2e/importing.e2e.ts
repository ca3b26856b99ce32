import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './application.ts'
import { violations } from './axe.ts'
import { selectByMouse } from './article-words.ts'
import { webServer } from '../integration/fetching/web-server.ts'
import { pdfOfPages, textAt } from '../pdf/write-pdf.ts'
import { makePng } from '../pictures/make-png.ts'

const page = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>IL-10 reduces pain.</p></article></html>`

test.setTimeout(180_000)

/** Drops files on the window as the system does: with their paths, and by no script of the page. */
const drop = async (window: Page, files: readonly string[]): Promise<void> => {
  const session = await window.context().newCDPSession(window)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await expect(window.locator('html')).toHaveAttribute('data-drop', '')
  await session.send('Input.dispatchDragEvent', { type: 'drop', x: 400, y: 300, data })
}

const articles = (folder: string, files: Readonly<Record<string, string>>): string => {
  const path = join(folder, 'articles')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return path
}

test('files and folders that are dropped on the window are imported, what failed is reported, and all is there after a restart', async ({
  pathmark,
}) => {
  const folder = articles(pathmark.folder, {
    'nerve 2.html': page('Nerve two'),
    'nerve 10.html': page('Nerve ten'),
    'below/broken.html': '',
    'style.css': 'p {}',
  })
  const single = join(pathmark.folder, 'single.html')
  writeFileSync(single, page('Single'))
  const first = await pathmark.start()
  await drop(first.page, [folder, single])
  const report = first.page.getByRole('dialog', { name: 'What was imported' })
  await expect(report).toContainText('3 articles are new in your library.', { timeout: 60_000 })
  await expect(report.getByRole('list', { name: 'Files that were not imported' })).toContainText(
    'broken.html is empty.',
  )
  await expect(report).toContainText('Passed over 1 file that holds no article (1 .css).')
  expect(await violations(first.page)).toEqual([])

  writeFileSync(join(folder, 'below/broken.html'), page('Mended'))
  await report.getByRole('button', { name: 'Try again' }).click()
  await expect(first.page.getByRole('heading', { level: 1, name: 'Mended' })).toBeVisible({ timeout: 60_000 })
  await pathmark.close(first)

  const again = await pathmark.start()
  await again.page.getByRole('tab', { name: 'Library' }).click()
  for (const title of ['Nerve two', 'Nerve ten', 'Single', 'Mended'])
    await expect(again.page.locator('library-view').getByText(title)).toBeVisible()
})

test('a file whose content is there already opens what is there, and says so', async ({ pathmark }) => {
  const { page: window } = await pathmark.start()
  const folder = articles(pathmark.folder, { 'nerve.html': page('Nerve'), 'copy.html': page('Nerve') })
  await drop(window, [join(folder, 'nerve.html')])
  await expect(window.getByRole('heading', { level: 1, name: 'Nerve' })).toBeVisible({ timeout: 60_000 })
  await window.getByRole('tab', { name: 'Library' }).click()
  await window.locator('library-view').getByText('Stem cells and neuropathic pain').click()
  await expect(window.getByRole('heading', { level: 1, name: /^Stem cells/ })).toBeVisible()
  await drop(window, [join(folder, 'copy.html')])
  await expect(window.getByText('This file is in your library already, as “Nerve”.')).toBeVisible({ timeout: 60_000 })
  await expect(window.getByRole('heading', { level: 1, name: 'Nerve' })).toBeVisible()
  await expect(window.locator('library-view .document')).toHaveCount(2)
})

test('a drop that a script of the page makes brings nothing in', async ({ pathmark }) => {
  const { page: shown } = await pathmark.start()
  await shown.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['<title>x</title>'], 'x.html'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }))
  })
  const answer = await shown.evaluate(() => window.pathmark.call('library.import', { from: 'dropped' }))
  expect(answer).toMatchObject({ ok: true, value: { ids: [], failures: [] } })
})

test('a file that the program is started with is imported and opened', async ({ pathmark }) => {
  const path = join(pathmark.folder, 'opened.html')
  writeFileSync(path, page('Opened with'))
  const { page: window } = await pathmark.start({ args: [path] })
  await expect(window.getByRole('heading', { level: 1, name: 'Opened with' })).toBeVisible({ timeout: 60_000 })
})

test('of many authors the first are named, and the others are there when they are asked for', async ({ pathmark }) => {
  const path = join(pathmark.folder, 'consortium.html')
  const authors = Array.from({ length: 30 }, (_, at) => `<meta name="citation_author" content="Author ${at + 1}, Ana">`)
  writeFileSync(path, page('Consortium').replace('</title>', `</title>${authors.join('')}`))
  const { page: window } = await pathmark.start({ args: [path] })
  await expect(window.getByRole('heading', { level: 1, name: 'Consortium' })).toBeVisible({ timeout: 60_000 })
  await expect(window.getByText('Ana Author 8', { exact: true })).toBeVisible()
  await expect(window.getByText('Ana Author 9', { exact: true })).toBeHidden()
  await window.getByText('and 22 more authors').click()
  await expect(window.getByText('Ana Author 30', { exact: true })).toBeVisible()
})

test('an article that fits into the window counts as read once it has stood there, as nobody can scroll it', async ({
  pathmark,
}) => {
  const path = join(pathmark.folder, 'short.html')
  writeFileSync(path, page('Short'))
  const { page: window } = await pathmark.start({ args: [path] })
  await expect(window.getByRole('heading', { level: 1, name: 'Short' })).toBeVisible({ timeout: 60_000 })
  const kept = () =>
    window.evaluate(async () => {
      const answer = await globalThis.window.pathmark.call('library.documents', { from: 0, count: 10 })
      return answer.ok ? answer.value.documents.map(({ title, position }) => [title, position.progress]) : []
    })
  expect(await kept()).toContainEqual(['Short', 0])
  await expect.poll(kept).toContainEqual(['Short', 1])
  // The one that came with the program has more than a window holds, and nobody opened it.
  expect((await kept()).filter(([, progress]) => progress === 0)).toHaveLength(1)
  await window.keyboard.press('Control+l')
  await expect(window.locator('[role="row"][aria-label^="Short"]')).toHaveAttribute('aria-label', /100% read/)
})

test('a page is fetched by its address after a question, with its pictures, and is there without the server', async ({
  pathmark,
}) => {
  const server = await webServer(({ url }, response) => {
    if (url === '/nerve.png') response.end(makePng(300, 200))
    else
      response.end(
        page('Fetched').replace('</article>', '<figure><img src="nerve.png" alt="A nerve"></figure></article>'),
      )
  })
  const first = await pathmark.start()
  const answerWith = (response: number): Promise<void> =>
    first.app.evaluate(({ dialog }, given) => {
      dialog.showMessageBox = (...asked: unknown[]) => {
        Object.assign(globalThis, { asked: asked[1] })
        return Promise.resolve({ response: given, checkboxChecked: false })
      }
    }, response)
  const importAddress = async (address: string): Promise<void> => {
    await first.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items[0]?.submenu?.items ?? []
      items.find(({ label }) => label.includes('address'))?.click()
    })
    const dialog = first.page.getByRole('dialog', { name: 'Import a page' })
    await expect(dialog.getByLabel('Address of the page')).toBeFocused()
    expect(await violations(first.page)).toEqual([])
    await dialog.getByLabel('Address of the page').fill(address)
    await first.page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }

  await answerWith(0)
  await importAddress(`${server.address}/no`)
  await expect.poll(() => first.app.evaluate(() => 'asked' in globalThis)).toBe(true)
  expect(server.requests).toHaveLength(0)

  await answerWith(1)
  await importAddress(`${server.address}/page`)
  await expect(first.page.getByRole('heading', { level: 1, name: 'Fetched' })).toBeVisible({ timeout: 60_000 })
  expect(server.requests.map(({ url }) => url)).toEqual(['/page', '/nerve.png'])
  await server.close()
  await pathmark.close(first)

  const again = await pathmark.start()
  await expect(again.page.getByRole('heading', { level: 1, name: 'Fetched' })).toBeVisible()
  const picture = again.page.getByRole('img', { name: 'A nerve' })
  await expect.poll(() => picture.evaluate(img => (img as HTMLImageElement).naturalWidth)).toBe(300)
})

test('what was copied is imported when it is pasted where nothing is written, and not in a field', async ({
  pathmark,
}) => {
  const { page: shown } = await pathmark.start()
  await selectByMouse(shown, 'They renew themselves')
  await shown.keyboard.press('Control+c')
  await shown.keyboard.press('Control+f')
  await shown.keyboard.press('Control+v')
  await expect(shown.getByRole('searchbox').or(shown.getByRole('textbox')).first()).toHaveValue(/They renew themselves/)
  await shown.keyboard.press('Escape')
  await shown.keyboard.press('Control+v')
  await expect(shown.locator('.open-title')).toHaveText(/They renew themselves/, { timeout: 60_000 })
})

test('an import of a long document tells its pages, and is cancelled', async ({ pathmark }) => {
  const { app, page: window } = await pathmark.start()
  const path = join(pathmark.folder, 'long.pdf')
  const line = (of: number, number: number): string =>
    textAt(`Line ${number} of page ${of} is on nerves that hurt longer than they need to.`, 72, 740 - 16 * number)
  const lines = Array.from({ length: 40 }, (_, number) => number)
  const pages = Array.from({ length: 2000 }, (_, of) => ({ content: lines.map(number => line(of, number)).join(' ') }))
  writeFileSync(path, pdfOfPages(pages))
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await window.keyboard.press('Control+o')
  const notice = window.getByRole('group', { name: 'Import' })
  await expect(notice.getByText(/^page \d+ of 2000$/)).toBeVisible({ timeout: 60_000 })
  const bar = notice.getByRole('progressbar', { name: 'Read' })
  const first = Number(await bar.getAttribute('aria-valuenow'))
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(first)
  await notice.getByRole('button', { name: 'Cancel' }).click()
  await expect(notice).toHaveCount(0)
  await window.getByRole('tab', { name: 'Library' }).click()
  await expect(window.locator('library-view .document')).toHaveCount(1)
})

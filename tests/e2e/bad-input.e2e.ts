import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'

test('a library folder that is not there is said, and made when the reader wants it', async ({ pathmark }) => {
  const missing = join(pathmark.folder, 'nowhere')
  const { page } = await pathmark.start({ library: missing, article: false })
  await expect(page.getByRole('alert')).toContainText(/there is no folder/i)
  await expect(page.getByRole('alert')).toContainText('nowhere')
  await page.getByRole('button', { name: /create|make/i }).click()
  await expect(page.locator('#article')).toBeVisible()
  expect(readdirSync(missing)).toContain('library.json')
})

test('a damaged index is set aside, the articles are still there, and the reader is told', async ({ pathmark }) => {
  await pathmark.close(await pathmark.start())
  writeFileSync(join(pathmark.library, 'library.json'), '{"format": 1, "docum')
  const { page } = await pathmark.start()
  await expect(page.getByText(/library\.json|index/i).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/stem cells/i)
  const aside = readdirSync(pathmark.library).filter(name => name.startsWith('library.json.damaged'))
  expect(aside).toHaveLength(1)
  expect(readFileSync(join(pathmark.library, aside[0] ?? ''), 'utf8')).toBe('{"format": 1, "docum')
})

test('a read-only library can be read, and says why nothing can be kept', async ({ pathmark }) => {
  await pathmark.close(await pathmark.start())
  const folders = [
    pathmark.library,
    join(pathmark.library, 'documents'),
    ...readdirSync(join(pathmark.library, 'documents')).map(id => join(pathmark.library, 'documents', id)),
  ]
  for (const folder of folders) chmodSync(folder, 0o500)
  try {
    const { page } = await pathmark.start()
    await expect(page.getByText(/read.only|only be read|cannot be written/i).first()).toBeVisible()
    await selectByMouse(page, 'They renew themselves')
    await page.keyboard.press('1')
    for (const folder of folders) chmodSync(folder, 0o700)
    await page.locator('library-banner').getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/only be read/i)).toBeHidden()
    await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
    const [id = ''] = readdirSync(join(pathmark.library, 'documents'))
    expect(readFileSync(join(pathmark.library, 'documents', id, 'notes.json'), 'utf8')).toContain('They renew')
  } finally {
    for (const folder of folders) chmodSync(folder, 0o700)
  }
})

test('damaged notes and mechanisms do not keep the article from opening, and what is lost is said', async ({
  pathmark,
}) => {
  const before = await pathmark.start()
  await selectByMouse(before.page, 'They renew themselves')
  await before.page.keyboard.press('1')
  // The library's list counts the mark as soon as it is kept.
  await before.page.getByRole('tab', { name: 'Library' }).click()
  await expect(before.page.locator('library-view')).toContainText(/marks\s*1\b/)
  await pathmark.close(before)
  const [id = ''] = readdirSync(join(pathmark.library, 'documents'))
  const folder = join(pathmark.library, 'documents', id)
  for (const name of ['notes.json', 'mechanisms.json']) writeFileSync(join(folder, name), '{"format":1,')
  const { page } = await pathmark.start()
  const banner = page.locator('library-banner')
  await expect(banner).toContainText(
    /notes\.json was damaged.*lost \(1 of 1 annotations\).*kept as notes\.json\.damaged-/,
  )
  await expect(banner).toContainText(/mechanisms\.json was damaged.*found again/)
  await expect(page.locator('mechanism-card')).toHaveCount(6)
  const aside = readdirSync(folder).filter(name => name.includes('.damaged-'))
  expect(aside.map(name => readFileSync(join(folder, name), 'utf8'))).toEqual(['{"format":1,', '{"format":1,'])
})

test('a library of a newer version opens for reading only, untouched', async ({ pathmark }) => {
  await pathmark.close(await pathmark.start())
  const file = join(pathmark.library, 'library.json')
  const { checksum: _checksum, ...fields } = JSON.parse(readFileSync(file, 'utf8'))
  const newer = JSON.stringify({ ...fields, format: 99 })
  writeFileSync(file, newer)
  const { page } = await pathmark.start({ article: false })
  await expect(page.getByText(/newer/i).first()).toBeVisible()
  expect(readFileSync(file, 'utf8')).toBe(newer)
})

test('a change that the disk refuses stays on screen, is said, and is saved when the disk is back', async ({
  pathmark,
}) => {
  const { page } = await pathmark.start()
  const [id = ''] = readdirSync(join(pathmark.library, 'documents'))
  const folder = join(pathmark.library, 'documents', id)
  chmodSync(folder, 0o500)
  try {
    await selectByMouse(page, 'They renew themselves')
    await page.keyboard.press('1')
    await expect(page.getByRole('contentinfo')).toContainText(/not saved|could not|failed/i)
    await expect.poll(() => painted(page, 'highlight-yellow')).toEqual(['They renew themselves'])
  } finally {
    chmodSync(folder, 0o700)
  }
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 })
  expect(readFileSync(join(folder, 'notes.json'), 'utf8')).toContain('They renew themselves')
})

test('a second start brings the first window to the front and ends', async ({ pathmark }) => {
  const { app } = await pathmark.start()
  const electron = createRequire(import.meta.url)('electron') as unknown as string
  const second = spawn(electron, ['.', '--library', '/elsewhere', 'pathmark://open/../../etc'], {
    env: {
      ...process.env,
      XDG_CONFIG_HOME: join(pathmark.folder, 'config'),
      XDG_DATA_HOME: join(pathmark.folder, 'data'),
    },
  })
  let said = ''
  second.stderr.on('data', chunk => (said += chunk))
  const status = await new Promise(resolve => second.on('close', resolve))
  expect(said).toMatch(/open already.*\/elsewhere, close it first/)
  expect(status).toBe(0)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a link to a mark opens its article there', async ({ pathmark }) => {
  const before = await pathmark.start()
  await selectByMouse(before.page, 'hypersensitivity to heat')
  await before.page.keyboard.press('1')
  await expect(before.page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
  await pathmark.close(before)
  const [id = ''] = readdirSync(join(pathmark.library, 'documents'))
  const [annotation] = JSON.parse(
    readFileSync(join(pathmark.library, 'documents', id, 'notes.json'), 'utf8'),
  ).annotations
  const { page } = await pathmark.start({
    args: [`pathmark://open/${id}#${String(annotation.id).replace('urn:uuid:', '')}`],
  })
  await expect(page.locator('#article p', { hasText: 'hypersensitivity to heat' })).toBeInViewport()
  await expect.poll(() => painted(page, 'focus')).toEqual(['hypersensitivity to heat'])
})

test('what an article holds cannot run, and nothing leaves the machine', async ({ pathmark }) => {
  mkdirSync(join(pathmark.folder, 'in'))
  const { app, page } = await pathmark.start()
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const answers = await page.evaluate(async () => {
    const { pathmark: bridge } = globalThis as unknown as {
      pathmark: { call(name: string, payload: unknown): Promise<unknown> }
    }
    return Promise.all([
      bridge.call('no.such-call', undefined),
      bridge.call('__proto__', undefined),
      bridge.call('article.open', { id: '../../etc' }),
      bridge.call('notes.save', { id: 'x', annotations: [{}], pageNote: null }),
      bridge.call('link.open', { address: 'file:///etc/passwd' }),
    ])
  })
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'bad-payload' } })
  // Another page with the same bridge is not the program's own window, whatever it shows.
  const foreign = await app.evaluate(async ({ BrowserWindow, app: program }) => {
    const webPreferences = { preload: `${program.getAppPath()}/out/preload/index.cjs`, sandbox: true }
    const window = new BrowserWindow({ show: false, webPreferences })
    const asked: unknown[] = []
    for (const address of ['data:text/html,x', 'pathmark-app://window/index.html']) {
      // Some of these the program does not even load; the page is then an empty one with the same bridge.
      await window.loadURL(address).catch(() => undefined)
      asked.push(await window.webContents.executeJavaScript('pathmark.call("library.state", undefined)'))
    }
    window.destroy()
    return asked
  })
  expect(foreign).toHaveLength(2)
  for (const answer of foreign) expect(answer).toMatchObject({ ok: false, error: { code: 'wrong-sender' } })
  const hostile = join(pathmark.folder, 'in', 'hostile.html')
  writeFileSync(
    hostile,
    `<!doctype html><title>Hostile page</title><article><h1>Hostile page</h1><p onclick="globalThis.ran=1">A long enough paragraph of words for an article to be one.</p>
    <script>globalThis.ran=1</script><img src="http://127.0.0.1:9/x.png" onerror="globalThis.ran=1"><iframe src="javascript:parent.ran=1"></iframe><svg onload="globalThis.ran=1"></svg><a href="javascript:globalThis.ran=1">link</a></article>`,
  )
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, hostile)
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { name: 'Hostile page', level: 1 })).toBeVisible()
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  expect(
    await page
      .locator('#article')
      .evaluate(
        article => article.querySelectorAll('script, iframe, svg, [onclick], [onerror], a[href^="javascript"]').length,
      ),
  ).toBe(0)
  expect(
    requests.filter(address => !address.startsWith('pathmark-app://window/') && !address.startsWith('data:')),
  ).toEqual([])
})

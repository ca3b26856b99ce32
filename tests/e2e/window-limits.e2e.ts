import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ADDRESSES_TO_NOWHERE } from '../unit/main/addresses-to-nowhere.ts'
import { expect, test } from './application.ts'

/** One point, transparent. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
/** One that no importer keeps. */
const DRAWING = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>1</script></svg>')

/** Opens an article as the window does. */
const resourcesOf = async (page: Page, id: string): Promise<string> => {
  const answer = await page.evaluate(document => window.pathmark.call('article.open', { id: document }), id)
  return answer.ok ? answer.value.resources : answer.error.message
}

/** Whether the page can show a picture. */
const shows = (page: Page, address: string): Promise<boolean> =>
  page.evaluate(async to => {
    const picture = new Image()
    picture.src = to
    return picture.decode().then(
      () => true,
      () => false,
    )
  }, address)

const onlyDocument = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const state = await window.pathmark.call('library.state', undefined)
    return state.ok ? (state.value.documents[0]?.id ?? '') : ''
  })

test('the window gets the pictures of the article that is open, and no other file, by whatever address', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start()
  const id = await onlyDocument(page)
  const assets = join(pathmark.library, 'documents', id, 'assets')
  mkdirSync(assets)
  const add = (bytes: Buffer, extension: string): string => {
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`
    writeFileSync(join(assets, name), bytes)
    return name
  }
  const picture = add(PICTURE, 'png')
  const drawing = add(DRAWING, 'svg')
  const linked = `${'0'.repeat(64)}.png`
  symlinkSync(join(assets, picture), join(assets, linked))

  const first = await resourcesOf(page, id)
  expect(first).toMatch(/^pathmark-app:\/\/window\/article\/[\da-f]{32}\/$/)
  expect(await shows(page, first + picture)).toBe(true)
  expect(await shows(page, first + drawing)).toBe(false)
  expect(await shows(page, first + linked)).toBe(false)
  expect(await shows(page, `${first}..%2farticle.html`)).toBe(false)

  const second = await resourcesOf(page, id)
  expect(second).not.toBe(first)
  expect(await shows(page, `${first}${picture}?again`)).toBe(false)
  expect(await shows(page, second + picture)).toBe(true)

  // The main process asks past the rules for requests: what answers them is tried alone.
  const served = await app.evaluate(
    async ({ session }, addresses) => {
      const answered: string[] = []
      for (const address of addresses) {
        const status = await session.defaultSession.fetch(address).then(
          answer => answer.status,
          () => null,
        )
        if (status === 200) answered.push(address)
      }
      return answered
    },
    ADDRESSES_TO_NOWHERE.filter(address => /^pathmark-app:/i.test(address)),
  )
  // Chromium itself makes some of them the address of the page before anybody is asked.
  const others = await page.evaluate(
    addresses => addresses.filter(address => !URL.canParse(address) || new URL(address).href !== location.href),
    served,
  )
  expect(others).toEqual([])
})

test('nothing is dragged, dropped or downloaded out of or into the window, and a link asks first', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start()
  await page.evaluate(() => {
    const seen: [string, boolean][] = []
    Object.assign(globalThis, { seen })
    document.addEventListener('dragstart', event => {
      const [from] = event.composedPath()
      seen.push([from instanceof Element ? from.localName : 'text', event.defaultPrevented])
      // Whatever the program decided: a drag that began would wait for a drop.
      event.preventDefault()
    })
  })
  const drags = (): Promise<unknown> => page.evaluate(() => (globalThis as unknown as { seen: unknown }).seen)
  const dragFrom = async (x: number, y: number): Promise<void> => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y + 40, { steps: 5 })
    await page.mouse.up()
  }
  const link = page.locator('#article a').first()
  await link.scrollIntoViewIfNeeded()
  const box = await link.boundingBox()
  if (box === null) throw new Error('There is no link in the article.')
  await dragFrom(box.x + box.width / 2, box.y + box.height / 2)
  expect(await drags()).toEqual([['a', true]])

  const dropped = await page.evaluate(() => {
    const carried = new DataTransfer()
    carried.setData('text/uri-list', 'https://example.org/')
    carried.items.add(new File(['<script>'], 'page.html', { type: 'text/html' }))
    return ['dragover', 'drop'].map(name =>
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer: carried, bubbles: true, cancelable: true })),
    )
  })
  expect(dropped).toEqual([false, false])

  await app.evaluate(({ session }) => {
    const downloads: boolean[] = []
    Object.assign(globalThis, { downloads })
    session.defaultSession.on('will-download', event => void downloads.push(event.defaultPrevented))
  })
  await page.evaluate(() => {
    const to = URL.createObjectURL(new Blob(['x']))
    const away = Object.assign(document.createElement('a'), { href: to, download: 'x.html' })
    document.body.append(away)
    away.click()
    away.remove()
  })
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { downloads: readonly boolean[] }).downloads))
    .toEqual([true])

  await app.evaluate(({ dialog, shell }) => {
    const seen = { boxes: [] as unknown[], opened: [] as string[], answer: (_response: number): void => {} }
    Object.assign(globalThis, { links: seen })
    dialog.showMessageBox = (async (_window: unknown, question: unknown) => {
      seen.boxes.push(question)
      const response = await new Promise<number>(resolve => (seen.answer = resolve))
      return { response, checkboxChecked: false }
    }) as unknown as typeof dialog.showMessageBox
    shell.openExternal = async address => void seen.opened.push(address)
  })
  const open = (address: string): Promise<unknown> =>
    page.evaluate(to => window.pathmark.call('link.open', { address: to }), address)
  const asked = (): Promise<number> =>
    app.evaluate(() => (globalThis as unknown as { links: { boxes: readonly unknown[] } }).links.boxes.length)
  const first = open('https://ex\u0430mple.org/a')
  await expect.poll(asked).toBe(1)
  // One question at a time, however many links are pressed.
  expect(await open('https://example.org/b')).toMatchObject({ ok: false })
  await app.evaluate(() => (globalThis as unknown as { links: { answer(response: number): void } }).links.answer(1))
  expect(await first).toEqual({ ok: true, value: null })
  expect(await app.evaluate(() => (globalThis as unknown as { links: { opened: unknown } }).links.opened)).toEqual([
    'https://xn--exmple-4nf.org/a',
  ])
  expect(
    await app.evaluate(() => (globalThis as unknown as { links: { boxes: readonly unknown[] } }).links.boxes[0]),
  ).toMatchObject({
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
    detail: expect.stringContaining('https://xn--exmple-4nf.org/a'),
  })
})

test('a second start shows what its link leads to, and none of its options is honoured', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  const id = await onlyDocument(page)
  await page.evaluate(() => {
    const shown: unknown[] = []
    Object.assign(globalThis, { shown })
    window.pathmark.on('article.show', link => void shown.push(link))
  })
  const elsewhere = join(pathmark.folder, 'elsewhere')
  const program = await app.evaluate(({ app: running }) => running.getPath('exe'))
  const start = (args: readonly string[]): Promise<string> =>
    new Promise(resolve => {
      const places = { XDG_CONFIG_HOME: join(pathmark.folder, 'config'), XDG_DATA_HOME: join(pathmark.folder, 'data') }
      // The display of this test's own is the one of the window that is open.
      const DISPLAY = readFileSync(`/proc/${app.process().pid}/environ`, 'utf8')
        .split('\0')
        .find(entry => entry.startsWith('DISPLAY='))
        ?.slice('DISPLAY='.length)
      const child = spawn(program, ['.', ...args], { env: { ...process.env, ...places, DISPLAY } })
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      child.on('close', () => resolve(said))
    })
  const said = await start(['--library', elsewhere, '--force-renderer-accessibility', `pathmark://open/${id}`])
  expect(said).toMatch(/Pathmark is open already/)
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { shown: unknown }).shown))
    .toEqual([{ id, annotation: null }])
  await start([`pathmark://open/${id} --library ${elsewhere}`])
  expect(existsSync(elsewhere)).toBe(false)
  expect(await page.evaluate(() => (globalThis as unknown as { shown: readonly unknown[] }).shown.length)).toBe(1)
  const state = await page.evaluate(() => window.pathmark.call('library.state', undefined))
  expect(state).toMatchObject({ ok: true })
  expect(JSON.stringify(state)).not.toContain(elsewhere)
})

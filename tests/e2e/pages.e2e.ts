import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { nextObject, pdfOfPages, stream, textAt } from '../pdf/write-pdf.ts'
import { expect, test } from './application.ts'
import { findWords, painted } from './article-words.ts'
import { violations } from './axe.ts'
import { countingServer } from './counting-server.ts'
import { dragBetween, importFile, lineInFile, openAsPages, wordsNow } from './pages-on-screen.ts'

const twoColumns = join(import.meta.dirname, '..', 'fixtures', 'pdf', 'two-columns.pdf')

/** Words without the white space that stands between lines in the text and not on the page. */
const paintedWords = async (page: Page, layer: string): Promise<string> =>
  (await painted(page, layer)).join('').replaceAll(/\s/g, '')

const saved = (page: Page) => page.getByRole('contentinfo').getByText('Saved', { exact: true })

/** Over both columns of the first page. */
const overColumns = { first: 'unaware of allocation', last: 'Immunohistochemistry was performed' }

test('marks over columns and pages stand on their words, as pages and as text, and are there after a restart without a network', async ({
  pathmark,
}) => {
  test.setTimeout(180_000)
  const before = await pathmark.start()
  const { page } = before
  await openAsPages(before, twoColumns)

  await dragBetween(page, overColumns.first, overColumns.last)
  await page.keyboard.press('1')
  await expect.poll(() => paintedWords(page, 'highlight-yellow')).toMatch(/^unawareofallocation.*wasperformed$/)
  await page.keyboard.press('n')
  await page.keyboard.type('over the gutter')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')

  // What is painted lies on the line that the file has there.
  const bytes = new Uint8Array(readFileSync(twoColumns))
  const line = await lineInFile(bytes, 1, 'unaware of allocation')
  const frame = await page.locator('.page-frame').first().boundingBox()
  const { box } = await wordsNow(page, 'unaware of allocation.')
  if (frame === null) throw new Error('The first page is not on screen.')
  expect(Math.abs(box.left - (frame.x + line.left * frame.width))).toBeLessThan(1.5)
  expect(Math.abs(box.right - (frame.x + line.right * frame.width))).toBeLessThan(1.5)
  const baseline = frame.y + line.baseline * frame.height
  expect(box.top).toBeLessThan(baseline - 4)
  expect(box.bottom).toBeGreaterThan(baseline)
  expect(box.bottom).toBeLessThan(baseline + 6)

  const yellow = await paintedWords(page, 'highlight-yellow')
  await page.keyboard.press('p')
  await expect(page.locator('.page-frame')).toHaveCount(0)
  await expect.poll(() => paintedWords(page, 'highlight-yellow')).toBe(yellow)
  await page.keyboard.press('p')
  await expect(page.locator('.page-frame canvas').first()).toBeVisible()
  await expect.poll(() => paintedWords(page, 'highlight-yellow')).toBe(yellow)

  // From the end of the first page to the beginning of the second.
  const onFirst = await page.locator('.page-text').first().locator('.run').last().textContent()
  const onSecond = await page.locator('.page-text').nth(1).locator('.run').first().textContent()
  await dragBetween(page, onFirst?.trim() ?? '', onSecond?.trim() ?? '')
  await page.keyboard.press('3')
  const blue = `${onFirst}${onSecond}`.replaceAll(/\s/g, '')
  await expect.poll(() => paintedWords(page, 'highlight-blue')).toBe(blue)
  await expect(saved(page)).toBeVisible()
  await pathmark.close(before)

  const after = await pathmark.start()
  await after.app.evaluate(({ session }) => session.defaultSession.enableNetworkEmulation({ offline: true }))
  await expect(after.page.locator('.page-frame canvas').first()).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => paintedWords(after.page, 'highlight-yellow')).toBe(yellow)
  await expect.poll(() => paintedWords(after.page, 'highlight-blue')).toBe(blue)
  await after.page.getByRole('tab', { name: /^Notes/ }).click()
  await expect(after.page.getByText('over the gutter')).toBeVisible()
})

test('pages are found by number, link, outline and search, are read with a caret and grow and shrink', async ({
  pathmark,
}) => {
  test.setTimeout(180_000)
  const running = await pathmark.start()
  const { page } = running
  await openAsPages(running, twoColumns)
  const field = page.getByRole('textbox', { name: 'Page', exact: true })
  await expect(page.getByRole('region', { name: 'Page 2 of 3', exact: true })).toBeAttached()

  await page.keyboard.press('g')
  await expect(field).toBeFocused()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('contentinfo').getByText('Page 3 of 3')).toBeVisible()
  await expect(page.locator('.page-frame[data-page="3"] canvas')).toBeVisible()

  await page.getByRole('button', { name: '1 Introduction' }).click()
  await expect(page.getByRole('contentinfo').getByText('Page 1 of 3')).toBeVisible()

  // A link within the document leads to the place on its page.
  const link = page.locator('.page-text a[href^="#"]', { hasText: '3' }).first()
  await link.focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await wordsNow(page, 'Results')).box.top).toBeLessThan(800)

  await page.keyboard.press('Control+f')
  await page.keyboard.type('observation period of twenty-eight days')
  await expect.poll(() => paintedWords(page, 'find-current')).toBe('observationperiodoftwenty-eightdays')
  await page.keyboard.press('Escape')

  await page.keyboard.press('F7')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('2')
  await expect.poll(() => paintedWords(page, 'highlight-green')).not.toBe('')
  await page.keyboard.press('Escape')

  const width = async (): Promise<number> => (await page.locator('.page-frame').first().boundingBox())?.width ?? 0
  const fitting = await width()
  await page.keyboard.press('Control+=')
  await expect.poll(width).toBeGreaterThan(fitting * 1.04)
  await page.keyboard.press('Control+0')
  await expect.poll(width).toBeCloseTo(fitting, 0)
  await page.locator('.article-scroll').hover()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -120)
  await expect.poll(width).toBeGreaterThan(fitting * 1.04)
  await page.keyboard.up('Control')
  await page.keyboard.press('Control+0')
  await expect.poll(width).toBeCloseTo(fitting, 0)
  // What is found on a page that is wider than its view is brought into view from the side, too.
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('Control+=')
  await expect.poll(width).toBeGreaterThan(fitting * 1.5)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('statistically significant')
  await expect.poll(() => paintedWords(page, 'find-current')).toBe('statisticallysignificant')
  const view = await page.locator('.article-scroll').boundingBox()
  await expect
    .poll(async () => (await wordsNow(page, 'statistically significant')).box.right)
    .toBeLessThan((view?.x ?? 0) + (view?.width ?? 0))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+0')
  await expect.poll(width).toBeCloseTo(fitting, 0)
  // Drawn as finely as it is shown.
  await expect
    .poll(() =>
      page
        .locator('.page-frame canvas')
        .first()
        .evaluate(canvas => (canvas as HTMLCanvasElement).width),
    )
    .toBeGreaterThanOrEqual(Math.floor(fitting))

  expect(await violations(page)).toEqual([])
})

const words = 'stem cell pain nerve cytokine dorsal horn release decrease glia rat dose spinal cord neuron'.split(' ')
const word = (number: number): string => words[(number * 7_919 + 13) % words.length] ?? ''

/** Three hundred pages with lines that differ: what stands in one place on all of them is a running head. */
const longDocument = (): Uint8Array =>
  pdfOfPages(
    Array.from({ length: 300 }, (_, index) => ({
      content: Array.from({ length: 12 }, (_line, line) => {
        const said = Array.from({ length: 9 }, (_word, at) => word(index * 51 + line * 17 + at * at))
        return textAt(`${said.join(' ')} ${index}.`, 72, 740 - line * 13)
      }).join('\n'),
    })),
  )

test('pages and text that are asked for faster than they are there end with what was asked for last', async ({
  pathmark,
}) => {
  test.setTimeout(120_000)
  const running = await pathmark.start()
  const { page } = running
  await openAsPages(running, twoColumns)

  // Each on its own turn of the window, and all before the file is open again.
  await page.evaluate(async () => {
    for (let times = 0; times < 8; times += 1) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', code: 'KeyP', bubbles: true }))
      await new Promise(resolve => setTimeout(resolve))
    }
  })
  await expect(page.locator('.page-frame canvas').first()).toBeVisible()
  for (const number of ['3', '1']) {
    await page.keyboard.press('g')
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
    await expect(page.locator(`.page-frame[data-page="${number}"] canvas`)).toBeVisible()
  }
  await expect(page.getByText('The pages of this document cannot be shown')).toHaveCount(0)
})

test('a document is shown again as it was chosen for it, pages or text, also after a restart', async ({ pathmark }) => {
  test.setTimeout(180_000)
  const running = await pathmark.start()
  const { page } = running
  const path = join(pathmark.folder, 'short.pdf')
  writeFileSync(path, pdfOfPages([{ content: textAt('Interleukin-10 was increased by transplantation.', 72, 700) }]))
  await openAsPages(running, twoColumns)
  await page.keyboard.press('p')
  await expect(page.locator('.page-frame')).toHaveCount(0)
  await importFile(running, path)
  const pages = page.getByRole('button', { name: 'Pages', exact: true })
  // Nothing was chosen for it yet.
  await expect(page.locator('.open-title')).toHaveText('short')
  await expect(page.locator('#article')).toContainText('Interleukin-10')
  await expect(pages).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('p')
  await expect(page.locator('.page-frame canvas').first()).toBeVisible()

  await page.getByRole('tab', { name: 'Library' }).click()
  await page.locator('library-view').getByText('Mesenchymal stem cells relieve').click()
  await expect(page.locator('.open-title')).toHaveText(/^Mesenchymal/)
  await expect(pages).toHaveAttribute('aria-pressed', 'false')
  await page.waitForFunction(async () => {
    const read = await window.pathmark.call('settings.read', undefined)
    return read.ok && read.value.ownPageForms.length === 2
  })
  await pathmark.close(running)
  const after = await pathmark.start()
  await expect(after.page.getByRole('button', { name: 'Pages', exact: true })).toHaveAttribute('aria-pressed', 'false')
  await after.page.getByRole('tab', { name: 'Library' }).click()
  await after.page.locator('library-view').getByText('short').click()
  await expect(after.page.locator('.page-frame canvas').first()).toBeVisible({ timeout: 30_000 })
})

/** A word on a page that stands nowhere else. */
const marker = (number: number): string =>
  `page${String(number).replace(/\d/g, digit => 'abcdefghij'[Number(digit)] ?? '')}`

test('a mark of twenty pages stays painted while its pages come into view and go again', async ({ pathmark }) => {
  test.setTimeout(240_000)
  const running = await pathmark.start()
  const { page } = running
  const path = join(pathmark.folder, 'marked.pdf')
  const line = (of: number, at: number): string =>
    textAt(
      `${at === 5 ? `${marker(of)} ` : ''}Nerves hurt in line ${at} of ${marker(of)} and glia answer.`,
      72,
      740 - 20 * at,
    )
  const lines = Array.from({ length: 20 }, (_, at) => at)
  writeFileSync(
    path,
    pdfOfPages(Array.from({ length: 80 }, (_, of) => ({ content: lines.map(at => line(of + 1, at)).join('\n') }))),
  )
  await openAsPages(running, path)
  const goTo = async (number: number): Promise<void> => {
    await page.keyboard.press('g')
    await page.keyboard.type(String(number))
    await page.keyboard.press('Enter')
    await expect(page.locator(`.page-frame[data-page="${number}"] canvas`)).toBeVisible()
  }
  // As text all of it can be selected at once.
  await page.keyboard.press('p')
  await expect(page.locator('.page-frame')).toHaveCount(0)
  const { from } = await findWords(page, `${marker(40)} Nerves`)
  await page.mouse.click(from.x, from.y)
  const { to } = await findWords(page, `${marker(60)} Nerves`)
  await page.keyboard.down('Shift')
  await page.mouse.click(to.x, to.y)
  await page.keyboard.up('Shift')
  await page.keyboard.press('1')
  await expect.poll(() => paintedWords(page, 'highlight-yellow')).toContain(marker(50))
  await page.keyboard.press('p')
  await expect(page.locator('.page-frame canvas').first()).toBeVisible()

  /** Markers of the pages near the view that are painted. */
  const paintedHere = (number: number): Promise<boolean> =>
    paintedWords(page, 'highlight-yellow').then(all => all.includes(marker(number)))
  for (const number of [39, 42, 50, 58, 61, 55, 41, 70, 50, 1, 45]) {
    await goTo(number)
    await expect.poll(() => paintedHere(number), `page ${number}`).toBe(number >= 40 && number <= 60)
  }
  // Without a jump, page by page and back.
  const view = page.locator('.article-scroll')
  const height = (await page.locator('.page-frame').first().boundingBox())?.height ?? 0
  for (const by of [1, 1, 1, 1, -1, -1, -1, -1, -1, -1]) {
    await view.evaluate((element, distance) => element.scrollBy({ top: distance, behavior: 'instant' }), by * height)
    const status = page.getByRole('contentinfo').getByText(/^Page \d+ of 80$/)
    const here = Number((await status.textContent())?.split(' ')[1])
    await expect(page.locator(`.page-frame[data-page="${here}"] canvas`)).toBeVisible()
    await expect.poll(() => paintedHere(here), `page ${here}`).toBe(here >= 40 && here <= 60)
  }
})

test('of a long document only the pages near the view are drawn and set', async ({ pathmark }) => {
  test.setTimeout(180_000)
  const running = await pathmark.start()
  const { page } = running
  const path = join(pathmark.folder, 'long.pdf')
  writeFileSync(path, longDocument())
  await openAsPages(running, path)
  for (const number of ['150', '299', '20']) {
    await page.keyboard.press('g')
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
    await expect(page.locator(`.page-frame[data-page="${number}"] canvas`)).toBeVisible()
  }

  await expect(page.locator('.page-frame')).toHaveCount(300)
  expect(await page.locator('.page-frame canvas').count()).toBeLessThan(12)
  expect(await page.locator('.run').count()).toBeLessThan(400)
})

const attack = (address: string): Uint8Array => {
  const action = nextObject(1)
  return pdfOfPages(
    [
      {
        content: `${textAt('Interleukin-10 was increased by transplantation.', 72, 700)} q 100 0 0 100 72 400 cm /Im Do Q`,
        entries: `/Resources<</Font<</F 3 0 R>>/XObject<</Im ${action + 1} 0 R>>>>/AA<</O ${action} 0 R>>/Annots[<</Type/Annot/Subtype/Link/Rect[72 690 300 712]/A<</S/Launch/F(/bin/true)>>>><</Type/Annot/Subtype/Widget/FT/Tx/T(x)/Rect[72 500 300 520]/AA<</F<</S/JavaScript/JS(app.launchURL\\("${address}"\\))>>>>>>]`,
      },
    ],
    {
      catalogue: `/OpenAction ${action} 0 R/URI<</Base(${address})>>`,
      more: [
        `<</S/JavaScript/JS(app.alert\\("pwned"\\); this.submitForm\\("${address}"\\); app.launchURL\\("${address}", true\\))>>`,
        stream(
          '',
          `/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/F<</FS/URL/F(${address})>>`,
        ),
      ],
    },
  )
}

test('a hostile document is shown, and does nothing', async ({ pathmark }) => {
  test.setTimeout(120_000)
  const server = await countingServer()
  try {
    const running = await pathmark.start()
    const { app, page } = running
    const path = join(pathmark.folder, 'hostile.pdf')
    writeFileSync(path, attack(server.address))
    const dialogs: string[] = []
    page.on('dialog', dialog => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await openAsPages(running, path)
    await expect(page.locator('.page-text').getByText('Interleukin-10 was increased')).toBeAttached()
    await page
      .locator('.page-frame')
      .first()
      .click({ position: { x: 150, y: 200 } })

    expect(server.requests()).toBe(0)
    expect(dialogs).toEqual([])
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  } finally {
    server.close()
  }
})

test('a document whose file was changed is shown as text, and says so', async ({ pathmark }) => {
  test.setTimeout(120_000)
  const before = await pathmark.start()
  await openAsPages(before, twoColumns)
  await pathmark.close(before)
  const documents = join(pathmark.library, 'documents')
  for (const id of readdirSync(documents))
    for (const name of readdirSync(join(documents, id)))
      if (name.endsWith('.pdf')) writeFileSync(join(documents, id, name), 'something else')

  const { page } = await pathmark.start()
  await expect(page.getByText('The pages of this document cannot be shown, so it is shown as text')).toBeVisible()
  await expect(page.locator('#article').getByRole('heading', { name: 'Abstract' })).toBeVisible()
  await expect(page.locator('.page-frame')).toHaveCount(0)
})

test('a picture on a page that cannot be decoded is told', async ({ pathmark }) => {
  const picture = stream(
    'no picture at all',
    '/Type/XObject/Subtype/Image/Width 40/Height 30/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/JPXDecode',
  )
  const path = join(pathmark.folder, 'figure.pdf')
  const sentence = textAt('A figure stands below these words, or it should.', 72, 700)
  const resources = `/Resources<</Font<</F 3 0 R>>/XObject<</I ${nextObject(1)} 0 R>>>>`
  writeFileSync(
    path,
    pdfOfPages([{ content: `${sentence} q 200 0 0 150 72 500 cm /I Do Q`, entries: resources }], { more: [picture] }),
  )
  const running = await pathmark.start()
  await openAsPages(running, path)
  await expect(running.page.locator('.page-frame canvas').first()).toBeVisible()
  await expect(running.page.locator('notice-stack')).toContainText('Page 1 of 1: a picture is missing')
})

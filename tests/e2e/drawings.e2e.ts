import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { startBareWindow } from '../attack/bare-window.ts'
import { DRAWING_POLICY } from '../../src/main/serving/content-policy.ts'
import { startCountingServer, startPageServer } from '../attack/counting-server.ts'
import { makePng, pngAddress } from '../pictures/make-png.ts'
import { removeFolder } from '../../scripts/remove-folder.mjs'
import { expect, test } from './application.ts'

const dot = pngAddress(makePng(8, 8, 60))

/** Lines in the colour of the words around them, a filled shape, a sign drawn twice, and a picture of points. */
const chart = `<svg width="420" height="240" viewBox="0 0 420 240" role="img" aria-label="Pain falls over six weeks">
<style>.axis{stroke:currentColor;fill:none;stroke-width:2}</style>
<linearGradient id="fade"><stop offset="0" stop-color="#d1495b"/><stop offset="1" stop-color="#edae49"/></linearGradient>
<g id="tick"><path class="axis" d="M0 0v6"/></g>
<path class="axis" d="M40 20V200H400"/>
<rect x="60" y="60" width="100" height="140" fill="url(#fade)"/>
<rect x="200" y="140" width="100" height="60" fill="#2a7f62"/>
<use href="#tick" x="110" y="200"/><use href="#tick" x="250" y="200"/>
<image x="340" y="20" width="40" height="40" href="${dot}"/>
<text x="60" y="228" font-family="sans-serif" font-size="14">Week 0</text>
<text x="200" y="228" font-family="sans-serif" font-size="14" fill="currentColor">Week 6</text></svg>`

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pain, drawn</title><article><h1>Pain, drawn</h1>
<p>A chart tells how pain changed, in lines that a page draws by itself, and its words say what they mean.</p>
<figure>${chart}<figcaption>Figure 1. Pain before and after.</figcaption></figure>
<p>After the figure the article goes on with words, so that there is something to read below the picture.</p></article></html>`

/** The colour of a point of a picture, as the window draws it alone: red, green, blue and how opaque. */
const colorAt = (picture: Locator, x: number, y: number): Promise<readonly number[]> =>
  picture.evaluate(
    (image: HTMLImageElement, at) => {
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      return [...(context?.getImageData(at.x, at.y, 1, 1).data ?? [])]
    },
    { x, y },
  )

test('a figure that a page draws is shown, on light and on dark paper', async ({ pathmark }) => {
  const { app, page: shown } = await pathmark.start()
  const path = join(pathmark.folder, 'pain.html')
  writeFileSync(path, page)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await shown.keyboard.press('Control+o')
  const figure = shown.locator('#article').getByRole('img', { name: 'Pain falls over six weeks' })
  await expect(figure).toBeVisible({ timeout: 60_000 })
  await expect(figure).toHaveAttribute('src', /\/article\/[\da-f]{32}\/[\da-f]{64}\.svg$/)
  await expect.poll(() => figure.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(420)

  // The filled shape, the axis, the ground and the picture of points within it.
  expect(await colorAt(figure, 250, 170)).toEqual([0x2a, 0x7f, 0x62, 255])
  expect(await colorAt(figure, 40, 100)).toEqual([0, 0, 0, 255])
  expect(await colorAt(figure, 330, 120)).toEqual([0, 0, 0, 0])
  expect((await colorAt(figure, 360, 40))[3]).toBe(255)
  for (const [theme, ground] of [
    ['light', 'rgba(0, 0, 0, 0)'],
    ['dark', 'rgb(243, 241, 236)'],
  ] as const) {
    await shown.emulateMedia({ colorScheme: theme })
    await expect(figure).toHaveCSS('background-color', ground)
    await test.info().attach(`drawing-${theme}`, { body: await shown.screenshot(), contentType: 'image/png' })
  }
})

/** Drawings that ask a server for their number, in ways that browsers know when a drawing is a page. */
const hostile = (address: string): readonly string[] =>
  [
    '<script>new Image().src = "{load}"</script>',
    '<rect width="9" height="9"/><image href="{load}" width="9" height="9"/>',
    '<style>@import "{load}";</style><rect width="9" height="9"/>',
    '<style>rect { fill: url("{load}#a") }</style><rect width="9" height="9"/>',
    '<foreignObject width="99" height="99"><img xmlns="http://www.w3.org/1999/xhtml" src="{load}"/></foreignObject>',
    '<foreignObject width="99" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="{load}"/></foreignObject>',
    '<image width="9" height="9"><set attributeName="href" to="{load}"/></image>',
    '<filter id="f"><feImage href="{load}"/></filter><rect filter="url(#f)" width="9" height="9"/>',
    '<rect width="9" height="9" style="mask-image: url({load})"/>',
    '<g onload="new Image().src = \'{load}\'"><rect width="9" height="9"/></g>',
  ].map(
    (inside, number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99" onload="new Image().src = '${address}/0'">${inside.replaceAll('{load}', `${address}/${number + 1}`)}</svg>`,
  )

/** What is shown for certain, beside what may be refused. */
const control = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="99" height="99"/></svg>'

/**
 * Puts each drawing into the page as a picture and waits until all are there, and a while longer for what they would ask for.
 * @returns the width with which each is shown, 0 for one that is not
 */
const showAsPictures = (bare: Page, drawings: readonly string[]): Promise<readonly number[]> =>
  bare.evaluate(async sources => {
    const shown = sources.map(source => {
      const picture = new Image()
      const loaded = new Promise<unknown>(resolve => {
        picture.addEventListener('load', resolve)
        picture.addEventListener('error', resolve)
      })
      picture.src = `data:image/svg+xml,${encodeURIComponent(source)}`
      document.body.append(picture)
      return loaded.then(() => picture)
    })
    const pictures = await Promise.all(shown)
    for (let frame = 0; frame < 30; frame += 1) await new Promise(resolve => requestAnimationFrame(resolve))
    return pictures.map(({ naturalWidth }) => naturalWidth)
  }, drawings)

test('a drawing that nothing has looked at runs and loads as a page, but neither as a picture nor behind its policy', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'pathmark-drawings-'))
  const counting = await startCountingServer()
  const drawings = hostile(counting.address)
  const pages = await startPageServer(path => {
    const body = drawings[Number(path.slice(path.lastIndexOf('/') + 1))]
    if (body === undefined) return null
    return { type: 'image/svg+xml', body, ...(path.startsWith('/walled/') && { policy: DRAWING_POLICY }) }
  })
  const bare = await startBareWindow(scratch)
  const visitAll = async (way: string): Promise<void> => {
    for (const number of drawings.keys()) await bare.page.goto(`${pages.origin}/${way}/${number}`)
  }
  try {
    const widths = await showAsPictures(bare.page, [...drawings, control])
    expect(widths).toEqual([...drawings, control].map(() => 99))
    await visitAll('walled')
    expect(counting.hits.length).toBe(0)
    // Without this the above would show nothing.
    await visitAll('open')
    await expect.poll(() => counting.hits.length).toBeGreaterThan(drawings.length)
  } finally {
    await bare.close()
    await pages.close()
    await counting.close()
    removeFolder(scratch)
  }
})

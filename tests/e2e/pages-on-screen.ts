import type { Page } from '@playwright/test'
import { VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Running } from './application.ts'
import { expect } from './application.ts'
import { findWords } from './article-words.ts'

/** Orders a file to be imported as a reader does. */
export const importFile = async ({ app, page }: Running, path: string): Promise<void> => {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await page.keyboard.press('Control+o')
}

/** The same, and waits until its first page is drawn. */
export const openAsPages = async (running: Running, path: string): Promise<void> => {
  const { page } = running
  await importFile(running, path)
  await expect(page.locator('.page-frame canvas').first()).toBeVisible({ timeout: 45_000 })
}

/** Drags from the first character of some words to the last one of others; both have to be in view. */
export const dragBetween = async (page: Page, first: string, last: string): Promise<void> => {
  const view = page.locator('.article-scroll')
  const { to } = await findWords(page, last)
  const top = await view.evaluate(element => element.scrollTop)
  await findWords(page, first)
  const moved = (await view.evaluate(element => element.scrollTop)) - top
  // In the middle between both, so that both are seen.
  await view.evaluate((element, by) => element.scrollBy({ top: by, behavior: 'instant' }), -moved / 2)
  const from = (await wordsNow(page, first)).from
  const end = to.y - moved / 2
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + end) / 2, { steps: 4 })
  const { to: there } = await wordsNow(page, last)
  await page.mouse.move(there.x, there.y, { steps: 4 })
  await page.mouse.up()
}

/** Where words stand now, without scrolling: middles of their first and last character, and their box; CSS pixels of the window. */
export const wordsNow = (page: Page, words: string) =>
  page.locator('#article').evaluate((article, wanted) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    const places: { node: Text; at: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let at = 0; at < (node as Text).data.length; at += 1) {
        text += (node as Text).data[at]
        places.push({ node: node as Text, at })
      }
    const start = text.indexOf(wanted)
    const [first, last] = [places[start], places[start + wanted.length - 1]]
    if (first === undefined || last === undefined) throw new Error(`The pages do not say "${wanted}".`)
    const box = ({ node, at }: { node: Text; at: number }): DOMRect => {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect()
    }
    const [a, b] = [box(first), box(last)]
    return {
      from: { x: a.left + 1, y: a.top + a.height / 2 },
      to: { x: b.right - 1, y: b.top + b.height / 2 },
      box: { left: a.left, top: a.top, right: b.right, bottom: b.bottom },
    }
  }, words)

/** Where a line stands in the file itself, as pdf.js tells it: its left end and its baseline, as shares of the page's width and height. */
export const lineInFile = async (bytes: Uint8Array, page: number, line: string) => {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const shown = await document.getPage(page)
  const { width, height } = shown.getViewport({ scale: 1 })
  const { items } = await shown.getTextContent()
  const item = items.find(given => 'str' in given && given.str.startsWith(line))
  if (item === undefined || !('transform' in item)) throw new Error(`The file has no line "${line}" on page ${page}.`)
  const [, , , , x = 0, y = 0] = item.transform as readonly number[]
  await task.destroy()
  return { left: x / width, right: (x + item.width) / width, baseline: 1 - y / height }
}

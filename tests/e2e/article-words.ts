import type { Page } from '@playwright/test'

/** Where a run of words stands in the window: the middle of its first and last character, in CSS pixels. */
export interface WordsOnScreen {
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
}

/**
 * Finds words in the article as they are on screen (soft hyphens left out), scrolls them into view and tells where they stand.
 * @param nth which of several equal places, from 0
 */
export const findWords = (page: Page, words: string, nth = 0): Promise<WordsOnScreen> =>
  page.locator('#article').evaluate(
    async (article, [wanted, place]) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
      const characters: { node: Text; at: number }[] = []
      let text = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const data = (node as Text).data
        for (let at = 0; at < data.length; at++) {
          if (data[at] === '\u00AD') continue
          text += data[at]
          characters.push({ node: node as Text, at })
        }
      }
      let start = -1
      for (let count = 0; count <= place; count++) start = text.indexOf(wanted, start + 1)
      const first = characters[start]
      const last = characters[start + wanted.length - 1]
      if (start < 0 || !first || !last) throw new Error(`The article does not say "${wanted}".`)
      const box = ({ node, at }: { node: Text; at: number }): DOMRect => {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        return range.getBoundingClientRect()
      }
      first.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const a = box(first)
      const b = box(last)
      return { from: { x: a.left + 1, y: a.top + a.height / 2 }, to: { x: b.right - 1, y: b.top + b.height / 2 } }
    },
    [words, nth] as const,
  )

/** Selects words as a hand on a mouse does. */
export const selectByMouse = async (page: Page, words: string, nth = 0): Promise<void> => {
  const { from, to } = await findWords(page, words, nth)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Selects from some words to others, wherever both stand. */
export const selectFromTo = async (page: Page, first: string, last: string): Promise<void> => {
  const { from } = await findWords(page, first)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const { to } = await page.locator('#article').evaluate((article, wanted) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const plain = (node as Text).data
      const at = plain.replaceAll('\u00AD', '').indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      range.setStart(node, plain.length - 1)
      const box = range.getBoundingClientRect()
      return { to: { x: box.right - 1, y: box.top + box.height / 2 } }
    }
    throw new Error(`The article does not say "${wanted}".`)
  }, last)
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/**
 * The words that a layer of the CSS Custom Highlight API paints, in text order, without soft hyphens. What is near the view is
 * painted with the frame, so the one that is under way is let go by first.
 */
export const painted = (page: Page, layer: string): Promise<string[]> =>
  page.evaluate(async name => {
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ranges = [...(CSS.highlights.get(name) ?? [])].map(range => {
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      return live
    })
    return ranges
      .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map(range => range.toString().replaceAll('\u00AD', ''))
  }, layer)

/** How many `Highlight` objects the window has registered, and how many ranges they hold together. */
export const highlightObjects = (page: Page): Promise<{ objects: number; ranges: number }> =>
  page.evaluate(() => ({
    objects: CSS.highlights.size,
    ranges: [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
  }))
